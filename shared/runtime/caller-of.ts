import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Caller } from '#shared/domain/caller.ts';
import { PROVINCE_ID } from '#shared/domain/areas.ts';
import { isRole, RESOURCE_SERVER, SCOPES } from '#shared/domain/roles.ts';

type Claims = APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']['authorizer']['jwt']['claims'];

/**
 * The caller from the claims API Gateway has verified. An ID token (people) carries groups, areas and
 * organisation; an access token from client credentials (systems) carries scopes and reads the whole province.
 * Null when the claims are of neither kind, such as a person's access token.
 */
export function callerOf(claims: Claims): Caller | null {
  const username = claims['cognito:username'];
  if (claims['token_use'] === 'id' && typeof username === 'string') {
    return {
      id: username,
      kind: 'person',
      roles: listOf(claims['cognito:groups']).filter(isRole),
      scopes: [],
      areas: listOf(claims['custom:areas']),
      organisationId: textOf(claims['custom:organisation']),
    };
  }
  const clientId = claims['client_id'];
  if (claims['token_use'] === 'access' && typeof clientId === 'string' && claims['username'] === undefined) {
    const granted = new Set(listOf(claims['scope']));
    return {
      id: `client:${clientId}`,
      kind: 'system',
      roles: [],
      scopes: SCOPES.filter((scope) => granted.has(`${RESOURCE_SERVER}/${scope}`)),
      areas: [PROVINCE_ID],
      organisationId: null,
    };
  }
  return null;
}

/** HTTP API hands lists over as "[a b]"; attributes hold "a,b"; scopes are "a b". */
function listOf(claim: Claims[string] | undefined): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((part) => part !== '');
}

function textOf(claim: Claims[string] | undefined): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}
