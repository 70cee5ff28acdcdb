import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { defineEvent } from '#shared/contracts/event.ts';
import { Replay, WriteConflict } from '#shared/data/act.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, moveItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { PROPOSAL_TRANSITIONS } from '#shared/domain/proposal.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';

const Counted = defineEvent({
  type: 'Counted',
  version: 1,
  source: 'test',
  title: { vi: 'Đếm', en: 'Counted' },
  data: z.object({ count: z.int() }),
});

const CounterSchema = z.object({ pk: z.string(), sk: z.string(), version: z.int() });

let table: Table;
beforeAll(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
});

function countFact(id: string, version: number) {
  return {
    key: { pk: id, sk: `FACT#${version}` },
    draft: {
      event: Counted,
      subject: id,
      aggregateVersion: version,
      communeId: null,
      effectiveOn: '2026-11-24',
      data: { count: version },
    },
  };
}

/** Counts one up: the smallest command that reads, decides and writes. */
function countUp(id: string, act: Act): Promise<{ version: number }> {
  return untilWritten(async () => {
    const key = { pk: id, sk: 'HEAD' };
    const head = (await readForAct(table, act, [key])).take(key, CounterSchema);
    const version = (head?.version ?? 0) + 1;
    return commit(table, act, {
      writes: [head ? replaceItem({ ...key, version }, head.version) : createItem({ ...key, version })],
      facts: [countFact(id, version)],
      answer: { version },
    });
  });
}

async function stored(pk: string, sk: string): Promise<Record<string, unknown> | undefined> {
  return (await table.client.send(new GetCommand({ TableName: table.name, Key: { pk, sk } }))).Item;
}

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('an act', () => {
  it('writes its change, its fact and its record together', async () => {
    const act = testAct({ key: 'key-written' });
    await countUp('written', act);
    expect(await stored('written', 'HEAD')).toMatchObject({ version: 1 });
    expect(await stored('written', 'FACT#1')).toMatchObject({
      event: { type: 'Counted', actor: 'tester', aggregateVersion: 1, data: { count: 1 }, causationId: null },
    });
    expect(await stored('IDEM#tester#key-written', 'IDEM')).toMatchObject({
      answer: '{"version":1}',
      expiresAt: Date.parse(act.now) / 1000 + 30 * 86_400,
    });
  });

  it('answers a repetition with the first answer and changes nothing', async () => {
    const act = testAct();
    await countUp('repeated', act);
    await countUp('repeated', testAct());
    const replay = await caught(countUp('repeated', act));
    expect(replay).toBeInstanceOf(Replay);
    expect(replay).toMatchObject({ answer: { version: 1 } });
    expect(await stored('repeated', 'HEAD')).toMatchObject({ version: 2 });
  });

  it('answers a repetition that skips reading just the same', async () => {
    const act = testAct();
    const change = { writes: [createItem({ pk: 'blind', sk: 'HEAD' })], facts: [], answer: { id: 'blind' } };
    await commit(table, act, change);
    expect(await caught(commit(table, act, change))).toMatchObject({
      name: 'Replay',
      answer: { id: 'blind' },
    });
  });

  it('refuses the same key with other content', async () => {
    await countUp('hash', testAct({ key: 'same-key', hash: 'one' }));
    const error = await caught(countUp('hash', testAct({ key: 'same-key', hash: 'two' })));
    expect(error).toMatchObject({ code: 'idempotency-key-reused' });
    expect(await stored('hash', 'HEAD')).toMatchObject({ version: 1 });
  });

  it('leaves nothing behind in a dry run', async () => {
    const act = testAct({ key: 'dry', dryRun: true });
    expect(await countUp('dry', act)).toEqual({ version: 1 });
    expect(await stored('dry', 'HEAD')).toBeUndefined();
    expect(await stored('IDEM#tester#dry', 'IDEM')).toBeUndefined();
  });

  it('leaves nothing behind when one of its writes is refused', async () => {
    await countUp('half', testAct());
    const act = testAct({ key: 'half-key' });
    const refused = commit(table, act, {
      writes: [
        createItem({ pk: 'half-other', sk: 'HEAD' }),
        createItem({ pk: 'half', sk: 'HEAD' }, () => new RangeError('taken')),
      ],
      facts: [countFact('half-other', 1)],
      answer: {},
    });
    expect(await caught(refused)).toBeInstanceOf(RangeError);
    expect(await stored('half-other', 'HEAD')).toBeUndefined();
    expect(await stored('IDEM#tester#half-key', 'IDEM')).toBeUndefined();
  });

  it('is a defect, and leaves nothing behind, when its event breaks the contract of its type', async () => {
    const broken = countFact('broken', 1);
    for (const draft of [
      { ...broken.draft, data: { count: 1.5 } },
      { ...broken.draft, effectiveOn: '2026-02-30' },
    ]) {
      for (const dryRun of [false, true]) {
        const change = {
          writes: [createItem({ pk: 'broken', sk: 'HEAD' })],
          facts: [{ ...broken, draft }],
          answer: {},
        };
        const error = await caught(commit(table, testAct({ key: 'broken', dryRun }), change));
        expect(error).toMatchObject({ name: 'Unpublishable' });
        expect(String(error)).toMatch(
          /Counted of broken breaks its contract at (data\.count|effectiveOn) \(/,
        );
      }
    }
    expect(await stored('broken', 'HEAD')).toBeUndefined();
    expect(await stored('IDEM#tester#broken', 'IDEM')).toBeUndefined();
  });

  it('meets a stale version as a conflict', async () => {
    await countUp('stale', testAct());
    const stale = commit(table, testAct(), {
      writes: [replaceItem({ pk: 'stale', sk: 'HEAD', version: 9 }, 8)],
      facts: [],
      answer: {},
    });
    expect(await caught(stale)).toBeInstanceOf(WriteConflict);
  });

  it('makes no move that the table of its item does not have, whatever version it names', async () => {
    const key = { pk: 'moved', sk: 'HEAD' };
    const moves = { table: PROPOSAL_TRANSITIONS, to: 'approved' } as const;
    const write = (item: Write) => commit(table, testAct(), { writes: [item], facts: [], answer: {} });
    await write(createItem({ ...key, version: 1, status: 'withdrawn' }));
    const approved = { ...key, version: 2, status: 'approved' };
    expect(await caught(write(moveItem(approved, 1, moves)))).toBeInstanceOf(WriteConflict);
    expect(await caught(write(moveItem(approved, null, moves)))).toBeInstanceOf(WriteConflict);
    await write(replaceItem({ ...key, version: 2, status: 'pending' }, 1));
    expect(await caught(write(moveItem(approved, 1, moves)))).toBeInstanceOf(WriteConflict);
    await write(moveItem({ ...approved, version: 3 }, 2, moves));
    expect(await stored('moved', 'HEAD')).toMatchObject({ version: 3, status: 'approved' });
  });

  it('counts every one of many who meet on one record', async () => {
    const tries = Array.from({ length: 6 }, () => countUp('crowd', testAct()));
    const versions = (await Promise.all(tries)).map(({ version }) => version);
    expect(versions.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await stored('crowd', 'HEAD')).toMatchObject({ version: 6 });
  });

  it('refuses to become a transaction DynamoDB would not take', async () => {
    const writes = Array.from({ length: 101 }, (_, index) => createItem({ pk: 'many', sk: String(index) }));
    expect(await caught(commit(table, testAct(), { writes, facts: [], answer: {} }))).toBeInstanceOf(
      RangeError,
    );
  });
});
