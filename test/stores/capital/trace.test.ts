import { beforeAll, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { person } from '#test/support/acts.ts';
import { COMMUNE, DAY, PROGRAMME, SOURCE, fund, lending, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';

const { getSource, getTrialBalance, getLoanCapital, listEntries, listQuotas, listSourceLoans } =
  CAPITAL_ROUTES;
const params = { sourceId: SOURCE };

let capital: Capital;
beforeAll(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, '150', '100');
  await capital.deliver(lending.approved('loan-1', '80'), lending.approved('loan-2', '50'));
  await capital.deliver(lending.disbursed('loan-1', '80'), lending.repaid('loan-1', '30', '2', 5));
  await capital.project((events) => events.toReversed());
  await capital.project();
});

describe('a source as of a day', () => {
  it('shows decisions, quota, reserved, lent and unlent, whatever the order its events came in', async () => {
    const trace = await capital.call(getSource, { params, query: {} });
    expect(trace).toMatchObject({
      sourceId: SOURCE,
      asOf: DAY,
      investor: { investorId: 'quang-ninh-province', kind: 'province' },
      contract: { number: '01/2026/HĐUT', parameters: [{ name: 'management-fee-rate', rate: '2.5' }] },
      decisions: [{ effectiveOn: '2026-01-20', amount: '150', decision: { number: '12/NQ-HĐND' } }],
      totals: {
        received: '150',
        unallocated: '50',
        quota: '100',
        available: '50',
        reserved: '0',
        lent: '50',
        unlent: '100',
        interestCollected: '2',
      },
    });
  });

  it.each([
    ['2026-01-19', { received: '0', quota: '0', lent: '0' }],
    ['2026-02-04', { received: '150', available: '20', reserved: '80', lent: '0' }],
    ['2026-02-05', { reserved: '0', lent: '80', unlent: '70' }],
    ['2026-03-04', { lent: '80', interestCollected: '0' }],
    ['2026-03-05', { lent: '50', interestCollected: '2' }],
  ])('on %s', async (asOf, totals) => {
    expect(await capital.call(getSource, { params, query: { asOf } })).toMatchObject({ totals });
    const trial = await capital.call(getTrialBalance, { params, query: { asOf } });
    expect(trial.totalDebit).toBe(trial.totalCredit);
  });

  it('is not found before it was opened', async () => {
    const early = capital.call(getSource, { params, query: { asOf: '2026-01-14' } });
    await expect(early).rejects.toThrow('not-found');
  });

  it('agrees with the leaves', async () => {
    const { totals } = await capital.call(getSource, { params });
    const { items } = await capital.call(listQuotas, { params });
    const sum = (name: 'available' | 'reserved' | 'lent') =>
      items.reduce((total, row) => total + BigInt(row[name]), 0n).toString();
    expect([sum('available'), sum('reserved'), sum('lent')]).toEqual([
      totals.available,
      totals.reserved,
      totals.lent,
    ]);
  });
});

describe('the journal', () => {
  it('reads by day, page by page, from any day', async () => {
    const first = await capital.call(listEntries, { params, query: { limit: '2' } });
    expect(first.items.map(({ type }) => type).sort()).toEqual(['CapitalReceived', 'QuotaAllocated']);
    const rest = await capital.call(listEntries, { params, query: { cursor: first.next ?? '' } });
    expect(rest.items.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['CapitalReserved', '2026-02-01'],
      ['CapitalLent', '2026-02-05'],
      ['CapitalReturned', '2026-03-05'],
    ]);
    const late = await capital.call(listEntries, { params, query: { from: '2026-02-05' } });
    expect(late.items).toEqual(rest.items.slice(1));
  });
});

describe('a loan as of a day', () => {
  const trace = (asOf?: string) =>
    capital.call(getLoanCapital, { params: { loanId: 'loan-1' }, query: asOf === undefined ? {} : { asOf } });

  it('leads back to its quota, source, contract and decisions', async () => {
    expect(await trace()).toMatchObject({
      status: 'lent',
      leaf: { sourceId: SOURCE, programmeId: PROGRAMME, communeId: COMMUNE },
      source: { contract: { number: '01/2026/HĐUT' }, investor: { kind: 'province' } },
      capitalDecisions: [{ amount: '150', decision: { number: '12/NQ-HĐND' } }],
      quotaDecisions: [{ amount: '100', recordedBy: 'director' }],
      balance: { reserved: '0', lent: '50', principalReturned: '30', interestCollected: '2' },
    });
  });

  it('shows only what had happened by then', async () => {
    expect(await trace('2026-02-04')).toMatchObject({
      status: 'reserved',
      balance: { reserved: '80', lent: '0' },
    });
    await expect(trace('2026-01-31')).rejects.toThrow('not-found');
  });

  it('that was declined shows its answer', async () => {
    const loan = await capital.call(getLoanCapital, { params: { loanId: 'loan-2' } });
    expect(loan).toMatchObject({ status: 'waiting', entries: [{ type: 'CapitalDeclined', postings: [] }] });
  });
});

describe('reading', () => {
  const caller = person('commune-officer', { areas: [COMMUNE] });
  const elsewhere = person('commune-officer', { areas: ['07000-2025'] });

  it('is limited to the caller’s communes', async () => {
    const own = { params, query: { communeId: COMMUNE }, caller };
    expect((await capital.call(listQuotas, own)).items).toHaveLength(1);
    expect((await capital.call(listSourceLoans, own)).items).toHaveLength(2);
    const refused = [
      capital.call(listQuotas, { params, caller }),
      capital.call(listSourceLoans, { ...own, caller: elsewhere }),
      capital.call(getSource, { params, caller }),
      capital.call(getTrialBalance, { params, caller }),
      capital.call(listEntries, { params, caller }),
      capital.call(getLoanCapital, { params: { loanId: 'loan-1' }, caller: elsewhere }),
    ];
    for (const call of refused) await expect(call).rejects.toThrow('area-not-allowed');
  });

  it('of an unknown source or loan is not found', async () => {
    const unknown = { params: { sourceId: 'src-nowhere' } };
    for (const route of [getSource, getTrialBalance, listQuotas, listSourceLoans, listEntries] as const) {
      await expect(capital.call(route, unknown)).rejects.toThrow('not-found');
    }
    await expect(capital.call(getLoanCapital, { params: { loanId: 'loan-9' } })).rejects.toThrow('not-found');
  });
});
