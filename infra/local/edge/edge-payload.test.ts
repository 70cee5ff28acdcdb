import { describe, expect, it } from 'vitest';
import { gatewayAnswerOf } from './edge-payload.ts';

describe('what API Gateway makes of an answer', () => {
  it('takes status, headers, cookies and body from a shaped answer', () => {
    const payload = { statusCode: 201, headers: { ETag: 'x', Age: 3 }, cookies: ['a=1'], body: 'ok' };
    expect(gatewayAnswerOf(payload)).toMatchObject({
      status: 201,
      headers: { etag: 'x', age: '3' },
      cookies: ['a=1'],
      body: 'ok',
    });
  });

  it('makes JSON of anything else', () => {
    expect(gatewayAnswerOf({ sum: 5 })).toMatchObject({ status: 200, body: '{"sum":5}' });
  });

  it('decodes a binary body', () => {
    const answer = gatewayAnswerOf({ statusCode: 200, body: 'aGk=', isBase64Encoded: true });
    expect(answer?.body.toString()).toBe('hi');
  });

  it.each([[null], [undefined], [{ statusCode: 'no' }], [{ statusCode: 99 }]])(
    'cannot read %j',
    (payload) => {
      expect(gatewayAnswerOf(payload)).toBeNull();
    },
  );
});
