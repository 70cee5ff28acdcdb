import type { ZodOpenApiComponentsObject } from 'zod-openapi';
import { MACHINE_CLIENTS } from '#infra/machine-clients.ts';
import type { Route } from '#shared/contracts/route.ts';
import { RESOURCE_SERVER, SCOPES, type Scope } from '#shared/domain/roles.ts';
import type { Text } from '#shared/domain/text.ts';

/** Where systems get their tokens, at the address of the API: in AWS the user pool's domain answers behind it. */
export const TOKEN_PATH = '/oauth2/token';

const PEOPLE = 'people';
const SYSTEMS = 'systems';

const SCOPE_WORDS: Readonly<Record<Scope, Text>> = {
  'capital.read': { vi: 'Đọc nguồn vốn, chỉ tiêu, sổ cái', en: 'Read sources, quotas and the ledger' },
  'lending.read': { vi: 'Đọc chương trình, tổ, khoản vay', en: 'Read programmes, groups and loans' },
  'beneficiary.read': { vi: 'Đọc địa bàn, hộ, điều kiện vay', en: 'Read areas, households and eligibility' },
  'reference.write': { vi: 'Ghi dữ liệu tham chiếu', en: 'Record reference data' },
};

const CLIENTS = Object.entries(MACHINE_CLIENTS)
  .map(([name, scopes]) => `\`${name}\` (${scopes.map(scopeName).join(', ')})`)
  .join('; ');

/** How people and systems show who they are, and how each gets its token, on AWS and on one machine. */
export const SECURITY_SCHEMES: NonNullable<ZodOpenApiComponentsObject['securitySchemes']> = {
  [PEOPLE]: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `Người dùng: ID token của phiên đăng nhập, có hiệu lực 30 phút; vai trò nằm trong nhóm, địa bàn trong \`custom:areas\`. Trên AWS: đăng nhập Cognito bằng \`InitiateAuth\` (\`USER_SRP_AUTH\` hoặc \`USER_PASSWORD_AUTH\`) với client \`<stage>-people\`, trả lời bước xác thực thứ hai nếu có, rồi gửi \`IdToken\`. Trên máy: \`npm run -s token -- <tài khoản>\`.

*People: the ID token of their session, good for 30 minutes; roles are its groups, areas its \`custom:areas\`. On AWS they sign in to Cognito by \`InitiateAuth\` (\`USER_SRP_AUTH\` or \`USER_PASSWORD_AUTH\`) with the client \`<stage>-people\`, answer the second factor when asked, and send the \`IdToken\`. On one machine: \`npm run -s token -- <account>\`.*`,
  },
  [SYSTEMS]: {
    type: 'oauth2',
    description: `Hệ thống: access token có hiệu lực 30 phút. Gửi \`POST ${TOKEN_PATH}\` đến chính địa chỉ của API với \`grant_type=client_credentials\`; \`client_id\` và \`client_secret\` gửi theo HTTP Basic, do quản trị viên lấy từ user pool của Cognito. Không nêu \`scope\` thì nhận mọi phạm vi của mình. Trên máy cũng như vậy, hoặc \`npm run -s token -- <client>\`. Các hệ thống: ${CLIENTS}.

*Systems: an access token good for 30 minutes. \`POST ${TOKEN_PATH}\` to the API’s own address with \`grant_type=client_credentials\`; \`client_id\` and \`client_secret\` go by HTTP Basic and come from the Cognito user pool through an administrator. Without \`scope\` all scopes of the client are granted. The same on one machine, or \`npm run -s token -- <client>\`.*`,
    flows: {
      clientCredentials: {
        tokenUrl: TOKEN_PATH,
        scopes: Object.fromEntries(
          SCOPES.map((scope) => [scopeName(scope), `${SCOPE_WORDS[scope].vi} / ${SCOPE_WORDS[scope].en}`]),
        ),
      },
    },
  },
};

/** A person with one of the roles, or a system with the scope. */
export function securityOf({ access: { roles, scope } }: Route): Record<string, string[]>[] {
  return [
    ...(roles.length > 0 ? [{ [PEOPLE]: [] }] : []),
    ...(scope === null ? [] : [{ [SYSTEMS]: [scopeName(scope)] }]),
  ];
}

/** A scope as tokens carry it. */
export function scopeName(scope: Scope): string {
  return `${RESOURCE_SERVER}/${scope}`;
}
