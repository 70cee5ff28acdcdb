import fc from 'fast-check';
import * as z from 'zod/mini';
import { expect, inject, test } from 'vitest';
import { commit } from '#shared/data/commit.ts';
import { getItem, queryPage, readForAct } from '#shared/data/read.ts';
import type { QueryOptions } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { addToItem, createItem, moveItem, putItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { memoryTable } from '#test/support/memory/memory-table.ts';

const keys = fc.record({ pk: fc.constantFrom('A', 'B'), sk: fc.constantFrom('1', '1#a', '1#b', '2', '3') });
const ITEM = z.record(z.string(), z.unknown());

interface Step {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly how: 'create' | 'replace' | 'put' | 'add' | 'move' | 'move-within';
  readonly number: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  key: keys,
  how: fc.constantFrom('create', 'replace', 'put', 'add', 'move', 'move-within'),
  number: fc.integer({ min: 0, max: 3 }),
});

/** Acts of one to three writes on different keys, some of them under a key that was used before. */
interface Given {
  readonly steps: readonly Step[];
  readonly once: string | null;
}

const acts: fc.Arbitrary<Given[]> = fc.array(
  fc.record({
    steps: fc.uniqueArray(step, {
      minLength: 1,
      maxLength: 3,
      selector: ({ key }) => `${key.pk} ${key.sk}`,
    }),
    once: fc.option(fc.constantFrom('one', 'two')),
  }),
  { minLength: 5, maxLength: 25 },
);

const questions: readonly (Omit<QueryOptions, 'cursor'> & { readonly limit: number })[] = [
  { partition: 'A', limit: 2 },
  { partition: 'A', limit: 2, newestFirst: true },
  { partition: 'A', prefix: '1#', limit: 5 },
  { partition: 'B', between: ['1#a', '2'], limit: 1 },
  { partition: 'B', between: ['1#a', '2'], limit: 1, newestFirst: true },
  { index: 'gsi1', partition: 'LIST', limit: 2 },
  { index: 'gsi1', partition: 'LIST', prefix: '1', limit: 5, newestFirst: true },
];

/** Moves between numbers; from 3 none leads on. */
const MOVES: TransitionTable<string, string> = {
  one: { from: ['0'], to: '1' },
  two: { from: ['1', '2'], to: '2' },
  zero: { from: ['2'], to: '0' },
  three: { from: ['0', '1', '2'], to: '3' },
};

function writeOf({ key, how, number }: Step): Write {
  const item = {
    ...key,
    version: number + 1,
    balance: 10n ** 17n + BigInt(number),
    gone: undefined,
    status: String(number),
    ...(number === 3
      ? {}
      : { gsi1pk: 'LIST', gsi1sk: String(number), summary: { number, status: String(number) } }),
  };
  if (how === 'create') return createItem(item);
  if (how === 'replace') return replaceItem(item, number);
  const move = { table: MOVES, to: String(number) };
  if (how === 'move') return moveItem(item, null, move);
  if (how === 'move-within') return moveItem(item, number, { ...move, at: ['summary', 'status'] });
  return how === 'put' ? putItem(item) : addToItem(key, { balance: 5n, late: BigInt(number) });
}

/** Everything that can be seen of an act, and of the table after it. */
async function play(table: Table, history: readonly Given[]) {
  const seen: unknown[] = [];
  const tell = async (work: () => Promise<unknown>) => {
    seen.push(await work().catch((error: unknown) => (error instanceof Error ? error.name : error)));
  };
  for (const [index, { steps, once }] of history.entries()) {
    const act = testAct(
      once === null ? {} : { once: { key: { pk: `IDEM#${once}`, sk: 'IDEM' }, hash: once } },
    );
    const writes = steps.map(writeOf);
    await tell(() => readForAct(table, act, []));
    await tell(() => commit(table, act, { writes, facts: [], answer: { index } }));
  }
  for (const pk of ['A', 'B']) {
    for (const sk of ['1', '1#a', '1#b', '2', '3']) await tell(() => getItem(table, { pk, sk }, ITEM));
  }
  for (const question of questions) {
    let cursor: string | undefined;
    do {
      const page = await queryPage(table, ITEM, { ...question, cursor });
      const shown = page.items.map(({ pk, sk, summary }) => ({ pk, sk, summary }));
      // Two rows with the same sort key of an index come in an order the store does not promise.
      const row = question.index === undefined ? shown : shown.map(({ summary }) => summary);
      // A full page may be followed by an empty one or by none: both are allowed, and both happen.
      if (row.length > 0) seen.push(row);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return seen;
}

test('a table in memory does what DynamoDB does', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const real = await play(await createTestTable(inject('dynamoEndpoint')), history);
      expect(await play(memoryTable(), history)).toEqual(real);
    }),
    { numRuns: 12, seed: 20_261_124 },
  );
});
