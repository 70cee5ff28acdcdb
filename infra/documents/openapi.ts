import * as z from 'zod/mini';
import {
  GivenVndSchema,
  PositiveVndSchema,
  RateSchema,
  SignedVndSchema,
  VndSchema,
} from '#shared/contracts/common.ts';
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiComponentsObject,
  type ZodOpenApiParameters,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import type { Text } from '#shared/domain/text.ts';
import type { Route } from '#shared/contracts/route.ts';
import { describeFields } from './describe.ts';
import { EXAMPLES } from './examples/examples.ts';
import { problemExamples, problemResponses } from './problem-responses.ts';
import { scopeName, SECURITY_SCHEMES, securityOf } from './security.ts';
import { simplify } from './simplify.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

const SERVICES: Readonly<Record<string, Text>> = {
  beneficiary: {
    vi: 'Địa bàn, hộ gia đình, chuẩn nghèo, điều kiện vay',
    en: 'Areas, households, poverty standards, eligibility',
  },
  capital: {
    vi: 'Nguồn vốn ủy thác, chỉ tiêu, sổ cái nguồn vốn',
    en: 'Entrusted sources, quotas, the ledger of capital',
  },
  lending: {
    vi: 'Chương trình, tổ TK&VV, hồ sơ, khoản vay, thu nợ',
    en: 'Programmes, groups, requests, loans, repayments',
  },
};

const INTRODUCTION = `Giao diện lập trình của nền tảng tín dụng chính sách xã hội tỉnh Quảng Ninh: theo từng đồng vốn từ quyết định ngân sách đến hộ vay và trở về.

- Số tiền là chuỗi số nguyên đồng; ngày là \`YYYY-MM-DD\` theo giờ Việt Nam.
- Mỗi lệnh (POST) cần tiêu đề \`Idempotency-Key\`: gửi lại cùng khóa, cùng nội dung thì nhận lại câu trả lời đầu tiên và không có gì xảy ra hai lần.
- \`dryRun=true\` đi đúng con đường đó nhưng không ghi.
- Mọi lỗi là \`application/problem+json\` với \`code\` ổn định, nội dung tiếng Việt và tiếng Anh.

*Application interface of the social policy credit platform of Quang Ninh province: every đồng from the budget decision to the household and back. Amounts are strings of whole đồng, days are \`YYYY-MM-DD\` in Viet Nam. Every command (POST) needs an \`Idempotency-Key\`: the same key with the same content gives the first answer again and happens once. \`dryRun=true\` takes the same path without recording. Every error is problem+json with a stable \`code\` in Vietnamese and English.*`;

const CONTACT = { name: 'Quản trị viên nền tảng / administrators of the platform' };

const PARAMETERS: NonNullable<ZodOpenApiComponentsObject['parameters']> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Khóa chống trùng do người gọi tạo trước lần gửi đầu. / Made by the caller before the first try and kept for every retry.',
    schema: { type: 'string', minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]{8,64}$' },
    example: 'thu-no-2026-11-24-000123',
  },
  DryRun: {
    name: 'dryRun',
    in: 'query',
    required: false,
    description: 'Chạy thử, không ghi. / The same path without the commit.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
};

const HEADERS: NonNullable<ZodOpenApiComponentsObject['headers']> = {
  IdempotentReplay: {
    description:
      'true: câu trả lời đầu tiên của khóa này được gửi lại. / The first answer under this key, again.',
    schema: { type: 'string', enum: ['true'] },
  },
  DryRun: {
    description: 'true: không có gì được ghi. / Nothing was recorded.',
    schema: { type: 'string', enum: ['true'] },
  },
};

/** OpenAPI 3.1 of the whole API. Everything in it comes from the route contracts. */
export function buildOpenApi(routes: readonly Route[]): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operationOf(route);
  }
  const services = new Set(routes.map(serviceOf));
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        // Generators name their packages after it, so it is plain ASCII.
        title: 'Quang Ninh Social Policy Credit API',
        'x-title-vi': 'API tín dụng chính sách xã hội Quảng Ninh',
        version: '1.0.0',
        description: INTRODUCTION,
        contact: CONTACT,
        license: { name: 'Bảo lưu mọi quyền / all rights reserved', identifier: 'LicenseRef-proprietary' },
      },
      servers: [{ url: '/', description: 'Địa chỉ đang mở trang này / the address this page was opened at' }],
      tags: [...services].map((name) => {
        const text = SERVICES[name];
        return { name, ...(text ? { description: `${text.vi} / ${text.en}` } : {}) };
      }),
      components: {
        schemas: {
          Vnd: VndSchema,
          GivenVnd: GivenVndSchema,
          PositiveVnd: PositiveVndSchema,
          SignedVnd: SignedVndSchema,
          Rate: RateSchema,
        },
        examples: problemExamples(routes),
        parameters: PARAMETERS,
        headers: HEADERS,
        securitySchemes: SECURITY_SCHEMES,
      },
      paths,
    },
    PLAIN_SCHEMAS,
  );
  describeFields(document);
  return document;
}

/** Answers may gain fields without a new version, so an object is only closed where its contract is strict. */
const PLAIN_SCHEMAS: CreateDocumentOptions = {
  override: ({ jsonSchema, zodSchema, io }) => {
    const { def } = zodSchema._zod;
    if (io === 'output' && def.type === 'pipe') {
      delete jsonSchema.type;
      delete jsonSchema.format;
      Object.assign(jsonSchema, wireOf(def.in));
    }
    simplify(jsonSchema);
    const strict = def.type === 'object' && def.catchall?._zod.def.type === 'never';
    if (io === 'output' && !strict && jsonSchema.additionalProperties === false) {
      delete jsonSchema.additionalProperties;
    }
  },
};

/**
 * What a codec writes is what it reads: an answer is documented as it is on the wire. A text with a name is one of
 * the components, told in the form in which the builder of the document counts it as used.
 */
function wireOf(text: z.core.$ZodType): z.core.JSONSchema.BaseSchema {
  const { id } = z.globalRegistry.get(text) ?? {};
  return id === undefined
    ? z.toJSONSchema(text, { io: 'input' })
    : { $ref: `#ZOD_OPENAPI/__shared#/$defs/${id}` };
}

function serviceOf(route: Route): string {
  return route.path.split('/')[2] ?? '';
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: route.operationId,
    tags: [serviceOf(route)],
    summary: route.summary.vi,
    description: describe(route),
    security: securityOf(route),
    requestParams: requestParamsOf(route),
    parameters: headersAndSwitches(route),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: route.body, example: EXAMPLES[route.operationId] } },
          },
        }
      : {}),
    responses: { ...successResponses(route), ...problemResponses(route) },
  };
}

/** A dry run made nothing, so it answers 200 also where the act itself answers 201. */
function successResponses(route: Route): Record<string, ZodOpenApiResponseObject> {
  const content = { 'application/json': { schema: route.response } };
  if (route.kind === 'query') return { '200': { description: 'Kết quả / the answer', content } };
  const recorded = { description: 'Đã ghi nhận / recorded', headers: answerHeaders(route), content };
  return route.successStatus === 200
    ? { '200': recorded }
    : {
        '200': {
          description: 'Chạy thử, chưa ghi gì / a dry run, nothing was recorded',
          headers: { 'Dry-Run': { $ref: '#/components/headers/DryRun' } },
          content,
        },
        '201': recorded,
      };
}

/** What the kind of a route adds to its own parameters. */
function headersAndSwitches(route: Route): { $ref: `#/components/parameters/${string}` }[] {
  return [
    ...(route.kind === 'command' ? [{ $ref: '#/components/parameters/IdempotencyKey' as const }] : []),
    ...(route.kind === 'query' ? [] : [{ $ref: '#/components/parameters/DryRun' as const }]),
  ];
}

function answerHeaders(route: Route): Record<string, { $ref: `#/components/headers/${string}` }> {
  return {
    'Dry-Run': { $ref: '#/components/headers/DryRun' },
    ...(route.kind === 'command'
      ? { 'Idempotent-Replay': { $ref: '#/components/headers/IdempotentReplay' } }
      : {}),
  };
}

function requestParamsOf(route: Route): ZodOpenApiParameters {
  return {
    ...(route.params ? { path: route.params } : {}),
    ...(route.query ? { query: route.query } : {}),
  };
}

function describe(route: Route): string {
  const { roles, scope } = route.access;
  const lines = [`*${route.summary.en}*`];
  if (roles.length > 0) lines.push(`Vai trò / roles: ${roles.map((role) => `\`${role}\``).join(', ')}`);
  if (scope !== null) lines.push(`Hệ thống / systems: \`${scopeName(scope)}\``);
  return lines.join('\n\n');
}
