/**
 * The JWT authorizer of an HTTP API.
 *
 * As in AWS: signature and issuer, then expiry and not-before, then audience (`aud`, or `client_id` where a token
 * has no `aud`), then the scopes of the route. The function receives the claims as API Gateway writes them: every
 * value a text, lists as `[a b]`.
 */
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { Authorizer } from '../assembly/types.ts';

export type Decision =
  | {
      readonly kind: 'allowed';
      readonly claims: Readonly<Record<string, string>>;
      readonly scopes: readonly string[] | null;
    }
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'forbidden'; readonly reason: string };

export type Authorize = (
  headers: NodeJS.Dict<string | string[]>,
  scopes: readonly string[],
) => Promise<Decision>;

/** @throws Error when the authorizer reads the token from elsewhere than a header */
export function createAuthorizer(authorizer: Authorizer, keys: JSONWebKeySet): Authorize {
  const source = /^\$request\.header\.([\w-]+)$/.exec(authorizer.identitySource[0] ?? '')?.[1]?.toLowerCase();
  if (source === undefined || authorizer.identitySource.length !== 1) {
    throw new Error(
      `Authorizer ${authorizer.name}: identity source ${authorizer.identitySource.join()} is not known`,
    );
  }
  const check = remembering(authorizer.issuer, createLocalJWKSet(keys));
  return async (headers, scopes) => {
    const header = headers[source];
    const token = (typeof header === 'string' ? header : '').replace(/^Bearer\s+/i, '');
    if (token === '') return { kind: 'unauthorized', reason: 'no token' };
    const payload = await check(token);
    if (typeof payload === 'string') return { kind: 'unauthorized', reason: payload };
    if (!audiencesOf(payload).some((audience) => authorizer.audience.includes(audience))) {
      return { kind: 'unauthorized', reason: 'another audience' };
    }
    const held = typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : [];
    const matched = scopes.filter((scope) => held.includes(scope));
    if (scopes.length > 0 && matched.length === 0) return { kind: 'forbidden', reason: 'scope missing' };
    return { kind: 'allowed', claims: claimsOf(payload), scopes: scopes.length > 0 ? matched : null };
  };
}

const KEPT_TOKENS = 200;

/** A signature stays what it is: a token found good is read again only for its end. */
function remembering(
  issuer: string,
  keySet: ReturnType<typeof createLocalJWKSet>,
): (token: string) => Promise<JWTPayload | string> {
  const good = new Map<string, JWTPayload>();
  return async (token) => {
    const known = good.get(token);
    if (known?.exp !== undefined && known.exp * 1000 > Date.now()) return known;
    good.delete(token);
    const payload = await verify(token, issuer, keySet);
    if (typeof payload === 'string') return payload;
    const [oldest] = good.keys();
    if (good.size >= KEPT_TOKENS && oldest !== undefined) good.delete(oldest);
    good.set(token, payload);
    return payload;
  };
}

async function verify(
  token: string,
  issuer: string,
  keySet: ReturnType<typeof createLocalJWKSet>,
): Promise<JWTPayload | string> {
  try {
    const { payload } = await jwtVerify(token, keySet, {
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
    });
    return payload;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function audiencesOf(payload: JWTPayload): string[] {
  if (payload.aud !== undefined) return Array.isArray(payload.aud) ? payload.aud : [payload.aud];
  return typeof payload['client_id'] === 'string' ? [payload['client_id']] : [];
}

function claimsOf(payload: JWTPayload): Record<string, string> {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return Object.fromEntries(
    Object.entries(payload)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, text(value)]),
  );
}
