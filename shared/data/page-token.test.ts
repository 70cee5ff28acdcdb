import { describe, expect, it } from 'vitest';
import { decodePageToken, encodePageToken } from './page-token.ts';

const partition = { attribute: 'gsi1pk', value: 'COMMUNE#06652-2025' };

describe('page tokens', () => {
  it('bring back the last key of a page', () => {
    const key = { pk: 'LOAN#1', sk: 'HEAD', gsi1pk: partition.value, gsi1sk: '1' };
    expect(decodePageToken(encodePageToken(key) ?? undefined, partition)).toEqual(key);
  });

  it('are absent on the last page and at the start', () => {
    expect(encodePageToken(undefined)).toBeNull();
    expect(decodePageToken(undefined, partition)).toBeUndefined();
  });

  it.each([
    [
      'another partition',
      encodePageToken({ pk: 'LOAN#1', sk: 'HEAD', gsi1pk: 'COMMUNE#06658-2025', gsi1sk: '1' }),
    ],
    ['no JSON', 'not-a-token'],
    [
      'a number in the key',
      Buffer.from(JSON.stringify({ gsi1pk: partition.value, sk: 1 })).toString('base64url'),
    ],
    ['null', Buffer.from('null').toString('base64url')],
  ])('are refused with %s', (_, token) => {
    expect(() => decodePageToken(token ?? '', partition)).toThrow('input-malformed');
  });
});
