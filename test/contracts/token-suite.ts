import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import { TOKEN_PATH } from '#infra/documents/security.ts';
import type { Cloud } from '#infra/local/cloud.ts';
import { DEMO_PASSWORD } from '#infra/local/identity/accounts.ts';
import { clientSecretOf } from '#infra/local/identity/identity-files.ts';
import { ROLES } from '#shared/domain/roles.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { ask } from '#test/support/world/ask.ts';
import { AT_A_TIME } from '#test/support/world/small-world.ts';
import { problemIn } from './stage.ts';
import type { Stage } from './stage.ts';
import { routeCalled, wellFormed } from './well-formed.ts';

/** Everybody who could be: whoever is let in by such a token could do anything. */
const ANYBODY = { username: 'administrator', roles: [...ROLES], areas: ['22'] };

const TOKENS: Readonly<Record<string, (cloud: Cloud) => Promise<string | undefined>>> = {
  'no token': () => Promise.resolve(undefined),
  garbage: () => Promise.resolve('not.a.token'),
  'an expired token': (cloud) => cloud.tokenFor(ANYBODY, { expiresIn: -60 }),
  'a token of another issuer': (cloud) =>
    cloud.tokenFor(ANYBODY, {
      issuer: 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_Other',
    }),
  'a token for another audience': (cloud) => cloud.tokenFor(ANYBODY, { audience: 'another-client' }),
  'a forged signature': async (cloud) => forged(await cloud.tokenFor(ANYBODY)),
  'claims changed after signing': async (cloud) => changed(await cloud.token('auditor')),
  'the algorithm none': async (cloud) => unsigned(await cloud.tokenFor(ANYBODY)),
  'the algorithm HS256': async (cloud) => symmetric(await cloud.tokenFor(ANYBODY)),
  'the access token of a person': accessToken,
};

/** The gateway refuses these before the platform sees them, in its own words. */
const BY_THE_PLATFORM = new Set(['the access token of a person']);

export function tokenSuite(stage: () => Stage): void {
  describe.each(Object.entries(TOKENS))('%s', (name, make) => {
    it('opens no route', async () => {
      const { cloud } = stage();
      const token = await make(cloud);
      const let_in: string[] = [];
      let asked = 0;
      await inParallel(PUBLISHED_ROUTES, AT_A_TIME, async (route) => {
        const told = await ask(cloud.frontUrl, route, {
          ...wellFormed(route),
          ...(token === undefined ? {} : { token }),
        });
        asked += 1;
        const whole = BY_THE_PLATFORM.has(name) ? problemIn(told).wrong : '';
        if (told.status !== 401 || told.problem?.code !== 'not-signed-in' || whole !== '')
          let_in.push(`${route.operationId}: ${told.status} ${whole}`);
      });
      expect(let_in).toEqual([]);
      expect(asked).toBe(PUBLISHED_ROUTES.length);
    });
  });

  describe('the token a system gets at the address of the API', () => {
    const grant = (cloud: Cloud, name: string, secret?: string): Promise<Response> => {
      const client = cloud.assembly.userPools[0]?.clients.find((one) => one.name.endsWith(name));
      if (client === undefined) throw new Error(`no client ${name}`);
      const basic = Buffer.from(`${client.id}:${secret ?? clientSecretOf(client)}`).toString('base64');
      return fetch(`${cloud.frontUrl}${TOKEN_PATH}`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
    };

    it('opens what its scopes open', async () => {
      const { cloud } = stage();
      const answer = await grant(cloud, 'provincial-data-hub');
      const { access_token: token } = (await answer.json()) as { readonly access_token: string };
      expect((await ask(cloud.frontUrl, routeCalled('listProgrammes'), { token })).status).toBe(200);
    });

    it('is refused without the secret', async () => {
      const answer = await grant(stage().cloud, 'provincial-data-hub', 'guessed');
      expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid_client' }]);
    });
  });
}

function forged(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return `${header}.${payload}.${bytes.toString('base64url')}`;
}

function changed(token: string): string {
  const [header = '', , signature = ''] = token.split('.');
  const claims = { ...claimsIn(token), 'cognito:groups': ['administrator'], 'custom:areas': '22' };
  return `${header}.${encoded(claims)}.${signature}`;
}

function unsigned(token: string): string {
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claimsIn(token))}.`;
}

function symmetric(token: string): string {
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as {
    kid: string;
  };
  const content = `${encoded({ alg: 'HS256', kid })}.${encoded(claimsIn(token))}`;
  return `${content}.${createHmac('sha256', kid).update(content).digest('base64url')}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function claimsIn(token: string): object {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
}

/** What a person gets beside the ID token: it says who, but neither role nor area. */
async function accessToken(cloud: Cloud): Promise<string> {
  const people = cloud.assembly.userPools[0]?.clients.find(({ generateSecret }) => !generateSecret);
  const response = await fetch(cloud.cognitoUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: people?.id,
      AuthParameters: { USERNAME: 'administrator', PASSWORD: DEMO_PASSWORD },
    }),
  });
  const answer = (await response.json()) as { AuthenticationResult: { AccessToken: string } };
  return answer.AuthenticationResult.AccessToken;
}
