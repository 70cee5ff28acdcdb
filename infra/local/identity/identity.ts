/**
 * Sign-in of people and systems.
 *
 * People sign in with a password at cognito-local. It has no client credentials, so that grant is answered here
 * with a token of the shape Cognito gives, signed with the same key: the authorizer cannot tell the difference.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { importJWK, SignJWT } from 'jose';
import type { JSONWebKeySet, JWK, JWTPayload } from 'jose';
import type { UserPool, UserPoolClient } from '../assembly/types.ts';
import { readBody, sendJson } from '../loopback.ts';
import type { Handle } from '../loopback.ts';
import { clientSecretOf, issuerOf, subOf } from './identity-files.ts';

/** Claims of a person, for tests that need callers no demo account stands for. */
export interface Person {
  readonly username: string;
  readonly roles: readonly string[];
  readonly areas: readonly string[];
  readonly organisation?: string | null;
}

export interface TokenOverrides {
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; negative makes an expired token. */
  readonly expiresIn?: number;
}

export interface Identity {
  readonly keys: JSONWebKeySet;
  /** ID token of a demo account. Throws when cognito-local refuses the sign-in. */
  readonly token: (username: string) => Promise<string>;
  /** Access token of a machine client by its name, with or without the stage before it. */
  readonly machineToken: (client: string) => Promise<string>;
  /** An ID token for any person, signed by the pool. */
  readonly tokenFor: (person: Person, overrides?: TokenOverrides) => Promise<string>;
  /** `POST /oauth2/token` with client credentials. */
  readonly tokenEndpoint: Handle;
}

export interface IdentityOptions {
  readonly pool: UserPool;
  readonly region: string;
  readonly cognitoUrl: string;
  readonly password: string;
}

interface PoolKey {
  readonly jwk: JWK & { readonly kid: string };
}

const LARGEST_FORM_BYTES = 16 * 1024;

/** A token is renewed this long before it ends. */
const RENEW_BEFORE_SECONDS = 120;

export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { pool, region, cognitoUrl } = options;
  const keys = (await (
    await fetch(`${cognitoUrl}/${pool.id}/.well-known/jwks.json`)
  ).json()) as JSONWebKeySet;
  const poolKey = createRequire(import.meta.url)(
    'cognito-local/lib/keys/cognitoLocal.private.json',
  ) as PoolKey;
  const privateKey = await importJWK(poolKey.jwk, 'RS256');
  const people = pool.clients.find(({ generateSecret }) => !generateSecret);
  if (people === undefined) throw new Error(`User pool ${pool.name} has no client for people`);

  const sign = (claims: JWTPayload, seconds: number, issuer = issuerOf(pool, region)): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ auth_time: now, jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: poolKey.jwk.kid })
      .setIssuer(issuer)
      .setIssuedAt(seconds < 0 ? now + 2 * seconds : now)
      .setExpirationTime(now + seconds)
      .sign(privateKey);
  };
  const grant = (client: UserPoolClient, scopes: readonly string[]): Promise<string> =>
    sign(
      { sub: client.id, token_use: 'access', scope: scopes.join(' '), version: 2, client_id: client.id },
      client.accessTokenSeconds,
    );
  const machine = (name: string): UserPoolClient => {
    const found = pool.clients.find(
      (client) => client.generateSecret && (client.name === name || client.name.endsWith(`-${name}`)),
    );
    if (found === undefined) throw new Error(`User pool ${pool.name} has no machine client ${name}`);
    return found;
  };

  return {
    keys,
    token: remembering((username) => signIn(options, people.id, username)),
    machineToken: remembering((name) => grant(machine(name), machine(name).scopes)),
    tokenFor: (person, overrides = {}) =>
      sign(
        {
          sub: subOf(person.username),
          aud: overrides.audience ?? people.id,
          token_use: 'id',
          'cognito:username': person.username,
          ...(person.roles.length === 0 ? {} : { 'cognito:groups': [...person.roles] }),
          'custom:areas': person.areas.join(','),
          ...(person.organisation === null || person.organisation === undefined
            ? {}
            : { 'custom:organisation': person.organisation }),
        },
        overrides.expiresIn ?? people.idTokenSeconds,
        overrides.issuer,
      ),
    tokenEndpoint: async (request, response) => {
      const body = await readBody(request, LARGEST_FORM_BYTES);
      const form = new URLSearchParams(body?.toString() ?? '');
      const [id, secret] = credentialsOf(request.headers.authorization, form);
      const client = pool.clients.find((one) => one.id === id && one.generateSecret);
      if (client === undefined || secret !== clientSecretOf(client)) {
        sendJson(response, 400, { error: 'invalid_client' });
        return;
      }
      if (
        form.get('grant_type') !== 'client_credentials' ||
        !client.oauthFlows.includes('client_credentials')
      ) {
        sendJson(response, 400, { error: 'unauthorized_client' });
        return;
      }
      const asked = form.get('scope')?.split(' ').filter(Boolean) ?? [];
      if (asked.some((scope) => !client.scopes.includes(scope))) {
        sendJson(response, 400, { error: 'invalid_scope' });
        return;
      }
      sendJson(response, 200, {
        access_token: await grant(client, asked.length === 0 ? client.scopes : asked),
        expires_in: client.accessTokenSeconds,
        token_type: 'Bearer',
      });
    },
  };
}

async function signIn(options: IdentityOptions, clientId: string, username: string): Promise<string> {
  const response = await fetch(options.cognitoUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: username, PASSWORD: options.password },
    }),
  });
  const answer = (await response.json()) as {
    readonly message?: string;
    readonly AuthenticationResult?: { readonly IdToken?: string };
  };
  const token = answer.AuthenticationResult?.IdToken;
  if (token === undefined)
    throw new Error(`${username} cannot sign in: ${answer.message ?? response.statusText}`);
  return token;
}

/** Each sign-in makes cognito-local rewrite its file; a token is good for half an hour, so it is used again. */
function remembering(fetchToken: (name: string) => Promise<string>): (name: string) => Promise<string> {
  const known = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return async (name) => {
    const held = known.get(name);
    if (held !== undefined && held.until > Date.now()) return held.token;
    const token = fetchToken(name);
    known.set(name, { token, until: Number.POSITIVE_INFINITY });
    try {
      known.set(name, { token, until: (expiryOf(await token) - RENEW_BEFORE_SECONDS) * 1000 });
    } catch (error) {
      known.delete(name);
      throw error;
    }
    return token;
  };
}

function expiryOf(token: string): number {
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number;
  };
  return payload.exp;
}

function credentialsOf(authorization: string | undefined, form: URLSearchParams): [string, string] {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  return [id, secret];
}
