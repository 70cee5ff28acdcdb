import { beforeEach, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { SOURCE, allocate, fund, lending, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { verify } from './ledger-on-dynamo.ts';

const { listQuotas } = CAPITAL_ROUTES;
const params = { sourceId: SOURCE };

/** What one queue runs at once, and how often it delivers before the dead letters. */
const CONSUMERS = 10;
const DELIVERIES = 5;

const AMOUNT = 20_000_000;
const ids = Array.from({ length: 500 }, (_, index) => `loan-${String(index).padStart(3, '0')}`);
const money = (loans: number) => (loans * AMOUNT).toString();

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, money(1000), money(100));
});

/** Approvals a second apart, arriving in no order. */
function approvals(): Envelope[] {
  const start = Date.parse('2026-02-01T02:00:00.000Z');
  const events = ids.map((loanId, index) => ({
    ...lending.approved(loanId, AMOUNT.toString()),
    recordedAt: new Date(start + index * 1000).toISOString(),
  }));
  // Steps of 211 through 500 meet every one once.
  return events.map((_, index) => events[(index * 211) % events.length] as Envelope);
}

/** A queue and its consumers; answers the most deliveries that any message took. */
async function rush(events: readonly Envelope[]): Promise<number> {
  const queue = events.map((event) => ({ event, deliveries: 0 }));
  let most = 0;
  const consumer = async (): Promise<void> => {
    for (let message = queue.shift(); message; message = queue.shift()) {
      message.deliveries += 1;
      most = Math.max(most, message.deliveries);
      if ((await capital.deliver(message.event)) > 0) queue.push(message);
    }
  };
  await Promise.all(Array.from({ length: CONSUMERS }, consumer));
  return most;
}

interface Decline {
  readonly loanId: string;
  readonly missing: string;
  readonly place: number;
}

describe('five hundred loans for the money of a hundred', () => {
  it('end with a hundred reservations; the others wait in order, and the next fifty are served first', async () => {
    expect(await rush(approvals())).toBeLessThanOrEqual(DELIVERIES);
    const [leaf] = (await capital.call(listQuotas, { params })).items;
    expect(leaf).toMatchObject({ available: '0', reserved: money(100), lent: '0' });
    const events = await capital.events();
    const loanOf = ({ data }: Envelope): string => String(data['loanId']);
    const reserved = new Set(events.filter(({ type }) => type === 'CapitalReserved').map(loanOf));
    expect(reserved.size).toBe(100);
    const declines = events
      .filter(({ type }) => type === 'CapitalDeclined')
      .map(({ data }) => data as unknown as Decline)
      .sort((one, other) => one.place - other.place);
    expect(declines.map(({ place }) => place)).toEqual(declines.map((_, index) => index + 1));
    // Each lacks its own money and that of all who waited when it came.
    expect(declines.map(({ missing }) => missing)).toEqual(declines.map((_, index) => money(index + 1)));
    const waiting = ids.filter((loanId) => !reserved.has(loanId));
    expect(declines.map(({ loanId }) => loanId).sort()).toEqual(waiting);

    await allocate(capital, money(50));
    await capital.serve();
    const now = (await capital.events()).filter(({ type }) => type === 'CapitalReserved').map(loanOf);
    expect(now.filter((loanId) => !reserved.has(loanId)).sort()).toEqual(waiting.slice(0, 50));
    const [after] = (await capital.call(listQuotas, { params })).items;
    expect(after).toMatchObject({ available: '0', reserved: money(150), quota: money(150) });
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  }, 240_000);
});
