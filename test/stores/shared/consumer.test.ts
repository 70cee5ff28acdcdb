import * as z from 'zod/mini';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { defineEvent } from '#shared/contracts/event.ts';
import { commit } from '#shared/data/commit.ts';
import { listParked, redriveParked } from '#shared/data/parked.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import { defineErrors, DomainError } from '#shared/domain/errors.ts';
import { eventConsumer, onEvent } from '#shared/runtime/consumer.ts';
import { observe } from '#shared/runtime/observability.ts';
import { deadLetterParker } from '#shared/runtime/parker.ts';
import { Poison, TooEarly } from '#shared/runtime/poison.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { CONTEXT, sqsEvent, testEnvelope } from '#test/support/lambda-events.ts';

const Noted = defineEvent({
  type: 'Noted',
  version: 2,
  source: 'test',
  title: { vi: 'Ghi chú', en: 'Noted' },
  data: z.object({ note: z.string() }),
  earlier: { 1: ({ text }) => ({ note: text }) },
});

const RULES = defineErrors({
  'rule-says-no': {
    status: 422,
    title: { vi: 'Không được', en: 'No' },
    remedy: { vi: 'Đừng', en: 'Do not' },
    when: { vi: 'Luôn luôn.', en: 'Always.' },
  },
});

let table: Table;
let consume: (...details: readonly unknown[]) => Promise<unknown>;
let applied: string[];

beforeAll(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  applied = [];
  const handler = eventConsumer({
    ...observe('test'),
    name: 'notes',
    table,
    reactions: [
      onEvent(Noted, async (event, act) => {
        if (event.data.note === 'poison') throw new Poison('spoilt', { vi: 'Hỏng', en: 'Spoilt' });
        if (event.data.note === 'rule') throw new DomainError(RULES, 'rule-says-no');
        if (event.data.note === 'early') throw new TooEarly('wait');
        if (event.data.note === 'broken') throw new TypeError('defect');
        await commit(table, act, {
          writes: [createItem({ pk: 'NOTE', sk: event.id })],
          facts: [],
          answer: null,
        });
        applied.push(event.id);
      }),
    ],
  });
  consume = (...details) => handler(sqsEvent(...details), CONTEXT);
});

async function parkedReason(eventId: string): Promise<string | undefined> {
  const { items } = await listParked(table, undefined);
  return items.find((item) => item.eventId === eventId)?.reason;
}

const ALL_DONE = { batchItemFailures: [] };

describe('a consumer', () => {
  it('applies an event once however often it comes', async () => {
    const event = testEnvelope(Noted, { note: 'once' });
    expect(await consume(event)).toEqual(ALL_DONE);
    expect(await consume(event, event)).toEqual(ALL_DONE);
    expect(applied.filter((id) => id === event.id)).toHaveLength(1);
  });

  it('reads an event of an earlier version as one of the present version', async () => {
    const event = testEnvelope({ ...Noted, version: 1 }, { text: 'once more' });
    expect(await consume(event)).toEqual(ALL_DONE);
    expect(applied).toContain(event.id);
    const malformed = testEnvelope({ ...Noted, version: 1 }, { note: 'not of that version' });
    expect(await consume(malformed)).toEqual(ALL_DONE);
    expect(await parkedReason(malformed.id)).toBe('event-data-malformed');
  });

  it('applies the others of a batch and gives back only the one that cannot be applied yet', async () => {
    const good = [testEnvelope(Noted, { note: 'a' }), testEnvelope(Noted, { note: 'b' })];
    const batch = sqsEvent(
      good[0],
      testEnvelope(Noted, { note: 'early' }),
      testEnvelope(Noted, { note: 'broken' }),
      good[1],
    );
    const handler = await consume(...batch.Records.map((record) => record.body));
    expect(handler).toMatchObject({ batchItemFailures: [{}, {}] });
    for (const event of good) expect(applied).toContain(event.id);
  });

  it.each([
    ['spoilt', testEnvelope(Noted, { note: 'poison' })],
    ['rule-says-no', testEnvelope(Noted, { note: 'rule' })],
    ['unknown-event-type', testEnvelope({ ...Noted, type: 'Unheard' }, {})],
    ['unknown-event-version', testEnvelope({ ...Noted, version: 99 }, { note: 'x' })],
    ['event-data-malformed', testEnvelope(Noted, { note: 7 })],
  ])('parks at once what can never be applied: %s', async (reason, event) => {
    expect(await consume(event)).toEqual(ALL_DONE);
    expect(await parkedReason(event.id)).toBe(reason);
  });

  it('parks a message that is no event at all under its message id', async () => {
    expect(await consume('not json')).toEqual(ALL_DONE);
    const { items } = await listParked(table, undefined);
    expect(items).toContainEqual(expect.objectContaining({ reason: 'not-an-event', payload: '"not json"' }));
  });
});

describe('a parked event', () => {
  it('is published again under the service’s own source, with the same id', async () => {
    const event = testEnvelope({ ...Noted, version: 3 }, { note: 'later' });
    await consume(event);
    const act = testAct();
    const answer = await redriveParked(table, act, 'test', { eventId: event.id, consumer: 'notes' });
    expect(answer).toMatchObject({ id: event.id, status: 'redriven' });
    const outbox = await queryPage(table, z.object({ event: z.unknown() }), { partition: 'REDRIVE' });
    expect(outbox.items).toEqual([{ event: { ...event, source: 'redrive.test' } }]);
    await expect(
      redriveParked(table, act, 'test', { eventId: event.id, consumer: 'notes' }),
    ).rejects.toMatchObject({
      name: 'Replay',
      answer,
    });
  });

  it('that is not there cannot be redriven', async () => {
    const unknown = { eventId: 'no-such-event', consumer: 'notes' };
    await expect(redriveParked(table, testAct(), 'test', unknown)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the dead letters', () => {
  it('are parked whole, with the consumer they were meant for', async () => {
    const parker = deadLetterParker({
      ...observe('test'),
      table,
      environment: { SERVICE_NAME: 'test', STAGE: 'test', TABLE_NAME: table.name, REMEMBER_DAYS: '30' },
    });
    const event = testEnvelope(Noted, { note: 'tired' });
    const { Records } = sqsEvent(event);
    const eventSourceARN = 'arn:aws:sqs:ap-southeast-1:000000000000:test-notes-dead-letters';
    const fromDeadLetters = { Records: Records.map((record) => ({ ...record, eventSourceARN })) };
    expect(await parker(fromDeadLetters, CONTEXT)).toEqual(ALL_DONE);
    const { items } = await listParked(table, undefined);
    const parked = items.find((item) => item.eventId === event.id);
    expect(parked).toMatchObject({ reason: 'attempts-exhausted', consumer: 'notes' });
    expect(JSON.parse(parked?.payload ?? '')).toEqual(event);
  });
});
