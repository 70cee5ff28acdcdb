import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { listParked } from '#shared/data/parked.ts';
import { SOURCE, allocate, fund, lending, openCapital } from './capital-on-dynamo.ts';
import { allocation, decideQuota } from './quota-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { verify } from './ledger-on-dynamo.ts';

const { listQuotas, listSourceLoans } = CAPITAL_ROUTES;
const params = { sourceId: SOURCE };
const OTHER = '06655-2025';

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, '1000', '100');
});

const at = (second: number, event: Envelope): Envelope => ({
  ...event,
  recordedAt: `2026-02-01T02:00:${String(second).padStart(2, '0')}.000Z`,
});
const leaf = async () => (await capital.call(listQuotas, { params })).items[0];
const statuses = async () =>
  Object.fromEntries(
    (await capital.call(listSourceLoans, { params })).items.map(({ loanId, status }) => [loanId, status]),
  );
const declines = async () =>
  (await capital.events())
    .filter(({ type }) => type === 'CapitalDeclined')
    .map(({ data }) => data)
    .sort((one, other) => Number(one['place']) - Number(other['place']));

/** 80 of 100 are reserved; a large loan waits, and a small one behind it. */
async function twoWait(): Promise<void> {
  await capital.deliver(at(0, lending.approved('loan-0', '80')));
  await capital.deliver(at(1, lending.approved('large', '50')), at(2, lending.approved('small', '10')));
}

/** Whoever commits so often dies right after, once; answers how to get over it. */
function dieAfter(commit: number): () => void {
  const { client } = capital.table;
  const send = client.send.bind(client) as (command: object) => Promise<unknown>;
  let commits = 0;
  const dying = async (command: object): Promise<unknown> => {
    const answer = await send(command);
    if (command instanceof TransactWriteCommand) commits += 1;
    if (command instanceof TransactWriteCommand && commits === commit) throw new Error('the function died');
    return answer;
  };
  Object.assign(client, { send: dying });
  return () => Object.assign(client, { send });
}

describe('a queue', () => {
  it('is strict: there is money for the small one, and it waits behind the large one', async () => {
    await twoWait();
    expect(await statuses()).toEqual({ 'loan-0': 'reserved', large: 'waiting', small: 'waiting' });
    expect(await declines()).toMatchObject([
      { loanId: 'large', reason: 'quota-exceeded', missing: '30', place: 1 },
      { loanId: 'small', reason: 'others-waiting', missing: '40', place: 2 },
    ]);
    await capital.serve();
    await allocate(capital, '29');
    await capital.serve();
    expect(await statuses()).toMatchObject({ large: 'waiting', small: 'waiting' });
    await allocate(capital, '1');
    await capital.serve();
    expect(await statuses()).toMatchObject({ large: 'reserved', small: 'waiting' });
    expect(await leaf()).toMatchObject({ available: '0', reserved: '130' });
  });

  it.each([
    ['a reservation is released', [lending.cancelled('loan-0')]],
    [
      'principal comes back',
      [lending.disbursed('loan-0', '80'), lending.repaid('loan-0', '80', '1', 5, true)],
    ],
  ])('is served when %s, and the ledger proves it', async (_, events) => {
    await twoWait();
    await capital.deliver(...events);
    await capital.serve();
    expect(await statuses()).toMatchObject({ large: 'reserved', small: 'reserved' });
    expect(await leaf()).toMatchObject({ available: '40', reserved: '60' });
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('goes by the instant of approval, whichever request arrives first', async () => {
    await capital.deliver(at(0, lending.approved('loan-0', '100')));
    await capital.deliver(at(9, lending.approved('late', '10')), at(3, lending.approved('early', '10')));
    await allocate(capital, '10');
    await capital.serve();
    expect(await statuses()).toMatchObject({ early: 'reserved', late: 'waiting' });
  });

  it('serves one with an earlier approval for whom there is money, though larger ones wait', async () => {
    await twoWait();
    await capital.deliver(at(0, lending.approved('first', '20')));
    await capital.serve();
    expect(await statuses()).toMatchObject({ first: 'reserved', large: 'waiting' });
  });

  it('moves up when one leaves it: cancelled, or asking another leaf', async () => {
    await twoWait();
    await capital.deliver(lending.cancelled('large'));
    await capital.serve();
    expect(await statuses()).toMatchObject({ large: 'cancelled', small: 'reserved' });
    await capital.deliver(at(4, lending.approved('next', '30')), at(5, lending.approved('last', '10')));
    await capital.deliver(at(6, lending.requested('next', '30', 2, { communeId: OTHER })));
    await capital.serve();
    expect(await statuses()).toMatchObject({ next: 'waiting', last: 'reserved' });
  });

  it('keeps the place of a loan that asks the same leaf again', async () => {
    await twoWait();
    await capital.deliver(at(30, lending.requested('large', '50', 2)));
    await allocate(capital, '30');
    await capital.serve();
    expect(await statuses()).toMatchObject({ large: 'reserved', small: 'waiting' });
  });

  it('needs no quota to begin: whoever asks first is served first when it comes', async () => {
    const place = { communeId: OTHER };
    await capital.deliver(
      at(1, lending.approved('one', '10', place)),
      at(2, lending.approved('two', '10', place)),
    );
    await decideQuota(capital, SOURCE, [allocation(OTHER, '15')], { effectiveOn: '2026-11-24' });
    await capital.serve();
    expect(await statuses()).toMatchObject({ one: 'reserved', two: 'waiting' });
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  });
});

describe('a reservation of another leaf', () => {
  it('is given back before the loan is answered there, once', async () => {
    await capital.deliver(lending.approved('loan-1', '60'));
    const again = lending.requested('loan-1', '60', 2, { communeId: OTHER });
    await capital.deliver(again, again);
    expect(await leaf()).toMatchObject({ available: '100', reserved: '0' });
    expect(await statuses()).toEqual({ 'loan-1': 'waiting' });
    const types = (await capital.events()).map(({ type }) => type);
    expect(types.filter((type) => type === 'ReservationReleased')).toHaveLength(1);
  });

  it('of the same leaf is only noted', async () => {
    await capital.deliver(lending.approved('loan-1', '60'), lending.requested('loan-1', '60', 2));
    expect(await leaf()).toMatchObject({ available: '40', reserved: '60' });
    expect(await statuses()).toEqual({ 'loan-1': 'reserved' });
  });
});

describe('delivery', () => {
  it('twice of everything changes nothing', async () => {
    await twoWait();
    await capital.deliver(at(1, lending.approved('large', '50')), lending.cancelled('loan-0'));
    await capital.serve();
    const before = [await leaf(), await statuses()];
    const events = await capital.events();
    const freed = events.filter(({ type }) => type === 'CapitalFreed');
    await capital.toQueues(...freed, ...freed);
    expect([await leaf(), await statuses()]).toEqual(before);
    expect((await listParked(capital.table, undefined)).items).toEqual([]);
  });

  it.each([1, 2, 3, 4])('that dies after commit %i ends as if it had not', async (commit) => {
    await twoWait();
    await capital.deliver(lending.cancelled('loan-0'));
    const freed = (await capital.events()).filter(({ type }) => type === 'CapitalFreed');
    const recover = dieAfter(commit);
    await capital.toQueues(...freed);
    await capital.deliver(at(40, lending.requested('large', '50', 2, { communeId: OTHER })));
    recover();
    await capital.deliver(at(40, lending.requested('large', '50', 2, { communeId: OTHER })));
    await capital.toQueues(...freed);
    await capital.serve();
    expect(await statuses()).toEqual({ 'loan-0': 'cancelled', large: 'waiting', small: 'reserved' });
    expect(await leaf()).toMatchObject({ available: '90', reserved: '10' });
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  });
});
