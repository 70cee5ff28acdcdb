import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { canonical } from '#shared/domain/canonical.ts';
import { bookOf, chainName } from './book.ts';
import { EMPTY_CHAIN, linkEntry, sealDay } from './chain.ts';
import type { Digest } from './chain.ts';

const digest: Digest = (text) => createHash('sha256').update(text).digest('base64url');

describe('the canonical form', () => {
  it('has names in order and no blanks, and leaves out what is not there', () => {
    expect(canonical({ b: [1, { d: null, c: 'á "x"' }], a: true, gone: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"á \\"x\\"","d":null}]}',
    );
  });

  test.prop([fc.dictionary(fc.string(), fc.jsonValue())])(
    'is the same after storing and reading, in whatever order the names come back',
    (value) => {
      const stored = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
      const reversed = Object.fromEntries(Object.entries(stored).reverse());
      expect(canonical(reversed)).toBe(canonical(stored));
    },
  );
});

describe('a link', () => {
  const first = linkEntry(digest, 's', EMPTY_CHAIN, { amount: '1' });

  it('numbers from one and carries the hash before it', () => {
    expect(first).toMatchObject({ seq: 1, previous: '' });
    const second = linkEntry(digest, 's', { ...first, at: '' }, { amount: '2' });
    expect(second).toMatchObject({ seq: 2, previous: first.hash });
  });

  it('is another for another content, place, or chain', () => {
    const others = [
      linkEntry(digest, 's', EMPTY_CHAIN, { amount: '2' }),
      linkEntry(digest, 's', { ...EMPTY_CHAIN, seq: 1 }, { amount: '1' }),
      linkEntry(digest, 's', { ...EMPTY_CHAIN, hash: 'x' }, { amount: '1' }),
      linkEntry(digest, 's/p/c', EMPTY_CHAIN, { amount: '1' }),
    ];
    expect(new Set([first, ...others].map(({ hash }) => hash)).size).toBe(5);
  });

  it('of a leaf is in the chain of the leaf', () => {
    expect(chainName(bookOf('s', { programmeId: 'p', communeId: 'c' }))).toBe('s/p/c');
    for (const none of [{ programmeId: null }, { communeId: null }, { programmeId: null, communeId: null }]) {
      expect(chainName(bookOf('s', { programmeId: 'p', communeId: 'c', ...none }))).toBe('s');
    }
  });
});

describe('the root of a day', () => {
  const day = { sourceId: 's', day: '2026-04-01', previousRoot: '' };
  const moved = ['a', 'b', 'c', 'd', 'e'].map((chain, index) => ({ chain, seq: index, hash: digest(chain) }));

  it('is reckoned as sealed days are: two by two, an odd one out alone, inner nodes marked', () => {
    const [a = '', b = '', c = ''] = moved.map((head) => digest(canonical(head)));
    const rootOver = (merkle: string) => digest(canonical({ ...day, merkle }));
    expect(sealDay(digest, day, [])).toBe(rootOver(''));
    expect(sealDay(digest, day, moved.slice(0, 1))).toBe(rootOver(a));
    expect(sealDay(digest, day, moved.slice(0, 3))).toBe(
      rootOver(digest(`node ${digest(`node ${a} ${b}`)} ${c}`)),
    );
  });

  it('does not depend on the order the chains are met in', () => {
    expect(sealDay(digest, day, moved.toReversed())).toBe(sealDay(digest, day, moved));
  });

  test.prop([fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 4 })])(
    'is another when any chain moved otherwise, or one is left out',
    (count, which) => {
      const some = moved.slice(0, count);
      const root = sealDay(digest, day, some);
      const index = which % count;
      const altered = some.map((head, at) => (at === index ? { ...head, seq: head.seq + 1 } : head));
      expect(sealDay(digest, day, altered)).not.toBe(root);
      expect(sealDay(digest, day, some.toSpliced(index, 1))).not.toBe(root);
    },
  );

  it('is another on another day and after another root', () => {
    const root = sealDay(digest, day, moved);
    expect(sealDay(digest, { ...day, day: '2026-04-02' }, moved)).not.toBe(root);
    expect(sealDay(digest, { ...day, previousRoot: root }, moved)).not.toBe(root);
  });
});
