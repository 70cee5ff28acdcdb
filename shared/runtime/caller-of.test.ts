import { describe, expect, it } from 'vitest';
import { callerOf } from './caller-of.ts';

describe('the caller of a request', () => {
  it('is a person from an ID token, with the groups as HTTP API flattens them', () => {
    const caller = callerOf({
      token_use: 'id',
      'cognito:username': 'lan',
      'cognito:groups': '[commune-officer commune-chair nonsense]',
      'custom:areas': '06652-2025,06658-2025',
      'custom:organisation': 'farmers',
    });
    expect(caller).toEqual({
      id: 'lan',
      kind: 'person',
      roles: ['commune-officer', 'commune-chair'],
      scopes: [],
      areas: ['06652-2025', '06658-2025'],
      organisationId: 'farmers',
    });
  });

  it('is a system from an access token of client credentials, limited to its scopes', () => {
    const caller = callerOf({
      token_use: 'access',
      client_id: 'abc',
      scope: 'platform/capital.read other/lending.read',
    });
    expect(caller).toMatchObject({
      id: 'client:abc',
      kind: 'system',
      roles: [],
      scopes: ['capital.read'],
      areas: ['22'],
    });
  });

  it('is nobody from a person’s access token, which carries no area', () => {
    expect(
      callerOf({ token_use: 'access', client_id: 'abc', username: 'lan', 'cognito:groups': '[auditor]' }),
    ).toBeNull();
  });

  it('has no area when none is assigned', () => {
    expect(
      callerOf({ token_use: 'id', 'cognito:username': 'x', 'cognito:groups': ['auditor'] }),
    ).toMatchObject({
      roles: ['auditor'],
      areas: [],
    });
  });
});
