import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { changesOf } from '#capital/ledger/domain/accounts.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { addDays, businessDay, businessDayOf } from '#shared/domain/business-day.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { person } from '#test/support/acts.ts';
import type { Account } from '#shared/domain/words/account.ts';
import { COMMUNE, fund, lending, openCapital, PROGRAMME, SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actNow, seal, verify } from './ledger-on-dynamo.ts';

const { getStatement, getLeafStatement, getTrialBalance, getLeafTrialBalance } = CAPITAL_ROUTES;

const HOUR = 3_600_000;

const START = Date.parse('2026-03-30T20:00:00+07:00');

const LEAF_PARAMS = { sourceId: SOURCE, programmeId: PROGRAMME, communeId: COMMUNE };

const ACCOUNT: Account = 'cash-available';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/**
 * One step: some hours pass (within one and the same millisecond an answer may still gain acts), then a loan is
 * reserved, lent or repaid with effect on an earlier day.
 */
const steps = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 400 }),
    daysBack: fc.integer({ min: 0, max: 70 }),
    amount: fc.integer({ min: 1, max: 40 }),
    /** Whether the events of the step reach the balances at once, or with a later step. */
    projected: fc.boolean(),
    sealed: fc.boolean(),
  }),
  { minLength: 5, maxLength: 9 },
);

/** The answer by the simplest means: every entry there is, one by one. */
function byEntries(
  events: readonly Envelope[],
  asked: { readonly asOf: string; readonly knownOn: string; readonly leaf: boolean },
): Map<Account, bigint> {
  const sums = new Map<Account, bigint>();
  for (const { data, effectiveOn, recordedAt } of events) {
    const postings = data['postings'] as { debit: Account; credit: Account; amount: string }[] | undefined;
    if (!postings || effectiveOn > asked.asOf || recordedAt > asked.knownOn) continue;
    const parsed = postings.map((one) => ({ ...one, amount: parseVnd(one.amount) }));
    for (const [account, change] of changesOf(parsed)) {
      if (asked.leaf && (account === 'cash-unallocated' || account === 'entrusted-capital')) continue;
      sums.set(account, (sums.get(account) ?? 0n) + change);
    }
  }
  return sums;
}

async function ask(capital: Capital, asOf: string, knownOn: string, leaf: boolean) {
  const query = { asOf, knownOn };
  const act = actNow();
  const { rows } = leaf
    ? await capital.call(getLeafTrialBalance, { params: LEAF_PARAMS, query, act })
    : await capital.call(getTrialBalance, { params: { sourceId: SOURCE }, query, act });
  return rows;
}

const credit = new Set<string>(['entrusted-capital', 'interest-collected']);

const signed = (rows: Awaited<ReturnType<typeof ask>>): Record<string, string> =>
  Object.fromEntries(
    rows.map((row) => {
      const net = BigInt(row.debit) - BigInt(row.credit);
      return [row.account, (credit.has(row.account) ? -net : net).toString()];
    }),
  );

const reckoned = (sums: ReadonlyMap<Account, bigint>, accounts: string[]): Record<string, string> =>
  Object.fromEntries(accounts.map((account) => [account, (sums.get(account as Account) ?? 0n).toString()]));

describe('a balance as of a day and as known on an instant', () => {
  it('is what the entries say, and stays so whatever is recorded later', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        vi.setSystemTime(START);
        const capital = await openCapital(inject('dynamoEndpoint'));
        await fund(capital, '1000', '1000', actNow);
        const kept: { asOf: string; knownOn: string; leaf: boolean; rows: string }[] = [];
        let now = START;
        for (const [index, step] of history.entries()) {
          now += step.hours * HOUR;
          vi.setSystemTime(now);
          const effectiveOn = addDays(businessDayOf(now), -step.daysBack);
          const id = `loan-${String(index)}`;
          await capital.deliver({ ...lending.approved(id, String(step.amount)), effectiveOn });
          await capital.deliver({ ...lending.disbursed(id, String(step.amount)), effectiveOn });
          if (index > 0) {
            const late = { ...lending.repaid(`loan-${String(index - 1)}`, '1', '1', 5), effectiveOn };
            await capital.deliver(late);
          }
          if (step.projected || step.sealed) await capital.project();
          if (step.sealed) await seal(capital);
          if (!step.projected) continue;
          const knownOn = new Date(now).toISOString();
          for (const leaf of [true, false]) {
            const rows = JSON.stringify(await ask(capital, effectiveOn, knownOn, leaf));
            kept.push({ asOf: effectiveOn, knownOn, leaf, rows });
          }
        }
        vi.setSystemTime(now + 36 * HOUR);
        await capital.project();
        await seal(capital);
        const events = await capital.events();
        for (const asked of kept) {
          const rows = await ask(capital, asked.asOf, asked.knownOn, asked.leaf);
          expect(JSON.stringify(rows)).toBe(asked.rows);
          const accounts = rows.map(({ account }) => account);
          expect(signed(rows)).toEqual(reckoned(byEntries(events, asked), accounts));
        }
        // And between acts, by instants nobody asked at the time.
        for (const days of [3, 17, 40]) {
          const asked = {
            asOf: addDays(businessDayOf(START), days - 20),
            knownOn: new Date(START + days * 24 * HOUR).toISOString(),
            leaf: days !== 17,
          };
          if (asked.knownOn > new Date().toISOString()) continue;
          const rows = await ask(capital, asked.asOf, asked.knownOn, asked.leaf);
          const accounts = rows.map(({ account }) => account);
          expect(signed(rows)).toEqual(reckoned(byEntries(events, asked), accounts));
        }
        expect((await verify(capital)).findings).toEqual([]);
      }),
      { numRuns: 4, seed: 20_261_124 },
    );
  }, 240_000);
});

describe('a statement', () => {
  it('opens, moves and closes by day, of a leaf and of the source, and does not change for what came later', async () => {
    vi.setSystemTime(START);
    const capital = await openCapital(inject('dynamoEndpoint'));
    await fund(capital, '150', '100', actNow);
    await capital.deliver(lending.approved('loan-1', '80'));
    await capital.deliver(lending.disbursed('loan-1', '80'), lending.repaid('loan-1', '30', '2', 5));
    await capital.project();
    const query = { account: ACCOUNT, from: '2026-02-01', to: '2026-03-31' };
    const ofLeaf = (given: { knownOn?: string } = {}) =>
      capital.call(getLeafStatement, {
        params: LEAF_PARAMS,
        query: { ...query, ...given },
        act: actNow(),
      });
    expect(await ofLeaf()).toMatchObject({
      opening: '100',
      days: [
        { day: '2026-02-01', opening: '100', change: '-80', closing: '20' },
        { day: '2026-03-05', opening: '20', change: '30', closing: '50' },
      ],
      closing: '50',
    });
    const ofSource = await capital.call(getStatement, {
      params: { sourceId: SOURCE },
      query: { ...query, account: 'cash-unallocated', from: '2026-01-20', to: '2026-01-20' },
      act: actNow(),
    });
    expect(ofSource).toMatchObject({
      opening: '0',
      days: [{ day: '2026-01-20', change: '50' }],
      closing: '50',
    });
    const knownOn = new Date().toISOString();
    const before = await ofLeaf({ knownOn });
    vi.setSystemTime(START + 72 * HOUR);
    await seal(capital);
    await capital.deliver({ ...lending.approved('loan-2', '15'), effectiveOn: '2026-02-10' });
    await capital.project();
    expect(await ofLeaf({ knownOn })).toEqual(before);
    expect(await ofLeaf()).toMatchObject({ closing: '35' });
  });

  it('is refused for an instant to come, for days in the wrong order and for more than a year', async () => {
    vi.setSystemTime(START);
    const capital = await openCapital(inject('dynamoEndpoint'));
    await fund(capital, '150', '100', actNow);
    await capital.project();
    const of = (given: Record<string, string>, caller = person('auditor')) =>
      capital.call(getLeafStatement, {
        params: LEAF_PARAMS,
        query: { account: ACCOUNT, from: '2026-01-01', to: '2026-01-31', ...given },
        caller,
        act: actNow(),
      });
    await expect(of({ knownOn: '2026-12-31T00:00:00.000Z' })).rejects.toThrow('known-on-in-future');
    await expect(of({ to: '2025-12-31' })).rejects.toThrow('statement-range-refused');
    await expect(of({ to: '2027-01-02' })).rejects.toThrow('statement-range-refused');
    await expect(of({}, person('commune-officer', { areas: ['07000-2025'] }))).rejects.toThrow(
      'area-not-allowed',
    );
    expect(await of({}, person('commune-officer', { areas: [COMMUNE] }))).toMatchObject({ closing: '100' });
  });

  it('reads no more after years than after a month', async () => {
    vi.setSystemTime(START);
    const capital = await openCapital(inject('dynamoEndpoint'));
    await fund(capital, '1000', '1000', actNow);
    const requests = async (): Promise<number> => {
      const sent = vi.spyOn(capital.table.client, 'send');
      const day = businessDay(businessDayOf(Date.now()));
      await capital.call(getLeafStatement, {
        params: LEAF_PARAMS,
        query: { account: ACCOUNT, from: day, to: day, knownOn: new Date().toISOString() },
        act: actNow(),
      });
      const count = sent.mock.calls.length;
      sent.mockRestore();
      return count;
    };
    const counted: number[] = [];
    for (let month = 0; month < 14; month += 1) {
      vi.setSystemTime(START + month * 31 * 24 * HOUR);
      await capital.deliver({
        ...lending.approved(`loan-${String(month)}`, '1'),
        effectiveOn: businessDayOf(Date.now()),
      });
      await capital.project((events) => events.slice(-40));
      await seal(capital);
      counted.push(await requests());
    }
    expect(new Set(counted).size).toBe(1);
  });
});
