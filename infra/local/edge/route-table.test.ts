import { describe, expect, it } from 'vitest';
import type { HttpRoute } from '../assembly/types.ts';
import { createRouteTable } from './route-table.ts';

const route = (routeKey: string): HttpRoute => ({ routeKey, functionId: 'f', timeoutMs: 1000, scopes: [] });

const find = createRouteTable(
  [
    'GET /v1/loans/{loanId}',
    'GET /v1/loans/open',
    'GET /v1/loans/{loanId}/transactions',
    'POST /v1/loans/{loanId}/approve-loan',
    'ANY /v1/loans/{loanId}/notes',
    'GET /v1/files/{path+}',
    '$default',
  ].map(route),
);

describe('routes of an HTTP API', () => {
  it.each([
    ['GET', '/v1/loans/l1', 'GET /v1/loans/{loanId}', { loanId: 'l1' }],
    ['GET', '/v1/loans/open', 'GET /v1/loans/open', {}],
    ['GET', '/v1/loans/l1/transactions', 'GET /v1/loans/{loanId}/transactions', { loanId: 'l1' }],
    ['POST', '/v1/loans/l%201/approve-loan', 'POST /v1/loans/{loanId}/approve-loan', { loanId: 'l 1' }],
    ['DELETE', '/v1/loans/l1/notes', 'ANY /v1/loans/{loanId}/notes', { loanId: 'l1' }],
    ['GET', '/v1/files/a/b/c', 'GET /v1/files/{path+}', { path: 'a/b/c' }],
    ['POST', '/v1/loans/l1', '$default', {}],
    ['GET', '/v1/loans/%E0%A4%A', 'GET /v1/loans/{loanId}', { loanId: '%E0%A4%A' }],
  ])('%s %s → %s', (method, path, routeKey, pathParameters) => {
    expect(find(method, path)).toMatchObject({ route: { routeKey }, pathParameters });
  });

  it('finds nothing without a default route', () => {
    expect(createRouteTable([route('GET /a')])('GET', '/b')).toBeNull();
  });
});
