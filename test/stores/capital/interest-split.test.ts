import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { InterestSplitPosted } from '#shared/contracts/capital/split/events.ts';
import { LoanFrozen } from '#shared/contracts/lending/loans/events.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { Replay } from '#shared/data/act.ts';
import { person, testAct } from '#test/support/acts.ts';
import { testEnvelope } from '#test/support/lambda-events.ts';
import {
  COMMUNE,
  countItems,
  decision,
  investor,
  lending,
  openCapital,
  opening,
  PROGRAMME,
  SOURCE,
} from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actNow, seal, setClock, verify } from './ledger-on-dynamo.ts';
import { allocation, decideQuota } from './quota-on-dynamo.ts';

const {
  approveContractChange,
  getInterestSplit,
  getSource,
  getTrialBalance,
  listInterestSplits,
  openSource,
  proposeContractChange,
  putInvestor,
  receiveCapital,
  splitInterest,
} = CAPITAL_ROUTES;

const params = { sourceId: SOURCE };

const officer = person('finance-officer');

const FROM = { from: '2026-01-15', to: null };

const PARAMETERS = [
  { name: 'risk-provision-rate', rate: '0.75', ...FROM },
  { name: 'management-fee-rate', rate: '2.4', ...FROM },
  { name: 'management-fee-cap', rate: '2.1', ...FROM },
  { name: 'steering-activities-share', rate: '10', ...FROM },
] as const;

/** The example of the README: October 2026, first as known at its end, then with a repayment that came late. */
const FIRST = { provision: '723288', fee: '2025205', activities: '425151', supplement: '3826356' };

const SECOND = { provision: '700685', fee: '1961918', activities: '483740', supplement: '4353657' };

const POSTED = { provision: '-22603', fee: '-63287', activities: '58589', supplement: '527301' };

let capital: Capital;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-01-20T09:00');
  capital = await openCapital(inject('dynamoEndpoint'));
  await capital.call(putInvestor, {
    params: { investorId: opening.investorId },
    body: investor,
    act: actNow(),
  });
  const contract = { ...opening.contract, parameters: [...PARAMETERS] };
  await capital.call(openSource, { body: { ...opening, contract }, caller: officer, act: actNow() });
  const receipt = { amount: '2000000000', decision, effectiveOn: '2026-01-20' };
  await capital.call(receiveCapital, { params, body: receipt, caller: officer, act: actNow() });
  await decideQuota(capital, SOURCE, [allocation(COMMUNE, '2000000000')], { nextAct: actNow });
  return () => vi.useRealTimers();
});

const on = <E extends object>(effectiveOn: string, event: E): E => ({ ...event, effectiveOn });

async function lend(loanId: string, amount: string, day: string): Promise<void> {
  setClock(`${day}T08:00`);
  await capital.deliver(on(day, lending.approved(loanId, amount)));
  await capital.deliver(on(day, lending.disbursed(loanId, amount)));
}

async function repay(loanId: string, principal: string, interest: string, version: number, day: string) {
  expect(await capital.deliver(on(day, lending.repaid(loanId, principal, interest, version)))).toBe(0);
}

async function playOctober(): Promise<void> {
  await lend('loan-1', '1000000000', '2026-09-30');
  setClock('2026-10-05T08:00');
  await repay('loan-1', '0', '3000000', 3, '2026-10-05');
  await lend('loan-2', '200000000', '2026-10-11');
  setClock('2026-10-20T08:00');
  await repay('loan-1', '0', '4000000', 4, '2026-10-20');
  setClock('2026-11-02T09:00');
  await capital.project();
}

async function lateFact(): Promise<void> {
  await repay('loan-1', '100000000', '500000', 5, '2026-10-21');
  await capital.project();
}

const split = (given: Partial<BodySent<typeof splitInterest>> = {}, act = actNow()) =>
  capital.call(splitInterest, { params, body: { month: '2026-10', ...given }, caller: officer, act });

const statement = (knownOn?: string) =>
  capital.call(getInterestSplit, {
    params: { ...params, month: '2026-10' },
    query: knownOn === undefined ? {} : { knownOn },
    act: actNow(),
  });

async function balances(asOf?: string): Promise<Record<string, bigint>> {
  await capital.project();
  const query = asOf === undefined ? {} : { asOf };
  const { rows, totalDebit, totalCredit } = await capital.call(getTrialBalance, {
    params,
    query,
    act: actNow(),
  });
  expect(totalDebit).toBe(totalCredit);
  return Object.fromEntries(
    rows.map(({ account, debit, credit }) => [account, BigInt(debit) + BigInt(credit)]),
  );
}

/** What holds of the split accounts at every date. */
async function expectIdentities(asOf?: string): Promise<void> {
  const of = await balances(asOf);
  const { 'interest-drawn': drawn = 0n, 'cash-interest': cash = 0n } = of;
  const parts = ['interest-distributed', 'management-fee', 'steering-activities'];
  expect(parts.reduce((sum, account) => sum + (of[account] ?? 0n), 0n)).toBe(drawn);
  expect(drawn).toBeLessThanOrEqual(cash);
  expect(of['cash-provision']).toBe(of['risk-provision']);
}

describe('the interest of a month', () => {
  it('is split as on paper, raises fund and unlent cash alike, and the ledger fits', async () => {
    await playOctober();
    const before = await capital.call(getSource, { params, query: {}, act: actNow() });
    expect(await split()).toMatchObject({
      status: 'posted',
      run: 1,
      collected: '7000000',
      averagePerforming: '1135483871',
      parts: FIRST,
      difference: FIRST,
    });
    await expectIdentities();
    await expectIdentities('2026-10-31');
    const after = await capital.call(getSource, { params, query: {}, act: actNow() });
    for (const total of ['fund', 'unlent', 'unallocated'] as const) {
      expect(BigInt(after.totals[total]) - BigInt(before.totals[total])).toBe(3_826_356n);
    }
    setClock('2026-11-03T09:00');
    await seal(capital);
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('with a late repayment posts only the difference, and what was known stays readable', async () => {
    await playOctober();
    await split();
    const known = new Date().toISOString();
    const then = await statement();
    setClock('2026-11-10T09:00');
    await lateFact();
    expect(await split({ effectiveOn: '2026-11-09' }, actNow({ dryRun: true }))).toMatchObject({
      run: 2,
      difference: POSTED,
    });
    expect(await split()).toMatchObject({ status: 'posted', run: 2, parts: SECOND, difference: POSTED });
    await expectIdentities();
    await expectIdentities('2026-11-05');
    expect(await statement(known)).toEqual({ ...then, knownOn: known });
    const now = await statement();
    expect(now).toMatchObject({
      collected: '7500000',
      parts: SECOND,
      contract: { number: '01/2026/HĐUT' },
      rule: { order: ['provision', 'fee', 'activities', 'supplement'], source: { confidence: 'memory' } },
      lines: [
        {
          term: 'risk-provision-rate',
          days: 31,
          baseAmount: '34100000000',
          rate: '0.75',
          contract: { version: 1 },
        },
        { term: 'management-fee-rate', rate: '2.4' },
        { term: 'management-fee-cap', rate: '2.1' },
        {
          term: 'steering-activities-share',
          base: 'interest-after-provision-and-fee',
          baseAmount: '4837397',
        },
      ],
      runs: [
        { run: 1, difference: FIRST, effectiveOn: '2026-11-02' },
        { run: 2, difference: POSTED, effectiveOn: '2026-11-10', recordedBy: 'finance-officer' },
      ],
    });
    expect(now.days).toHaveLength(31);
    expect(now.days[20]).toEqual({
      day: '2026-10-21',
      loans: '1100000000',
      frozen: '0',
      performing: '1100000000',
      interest: '500000',
    });
    expect((await capital.call(listInterestSplits, { params })).items).toEqual([
      {
        month: '2026-10',
        runs: 2,
        lastEffectiveOn: '2026-11-10',
        collected: '7500000',
        averagePerforming: '1100000000',
        parts: SECOND,
      },
    ]);
    setClock('2026-11-11T09:00');
    await seal(capital);
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('found unchanged is no new run, and repeated under its key nothing at all', async () => {
    await playOctober();
    const act = () => testAct({ key: 'split-once' });
    const first = await split({}, act());
    const items = await countItems(capital.table);
    await expect(split({}, act())).rejects.toThrow(Replay);
    await expect(split({}, act())).rejects.toMatchObject({ answer: first });
    expect(await countItems(capital.table)).toBe(items);
    expect(await split()).toMatchObject({ status: 'unchanged', run: 1, difference: { supplement: '0' } });
    expect((await statement()).runs).toHaveLength(1);
  });

  it('is split once when two split it at the same time', async () => {
    await playOctober();
    const [one, other] = await Promise.all([split(), split()]);
    expect([one.status, other.status].sort()).toEqual(['posted', 'unchanged']);
    const posted = (await capital.events()).filter(({ type }) => type === InterestSplitPosted.type);
    expect(posted).toHaveLength(1);
  });

  it('follows terms changed back in time: the next run posts the difference', async () => {
    await playOctober();
    await split();
    setClock('2026-11-12T09:00');
    const changed = {
      parties: opening.contract.parties,
      parameters: [
        ...PARAMETERS.slice(1),
        { name: 'risk-provision-rate' as const, rate: '0.75', from: '2026-01-15', to: '2026-10-15' },
        { name: 'risk-provision-rate' as const, rate: '0', from: '2026-10-16', to: null },
      ],
      targets: [],
      documents: [],
    };
    await capital.call(proposeContractChange, {
      params,
      body: {
        changeId: 'change-1',
        annex: { number: 'PL01', decision },
        effectiveOn: '2026-10-16',
        reason: 'Ngừng trích dự phòng',
        terms: changed,
      },
      caller: officer,
      act: actNow(),
    });
    expect(await split()).toMatchObject({ status: 'unchanged' });
    await capital.call(approveContractChange, {
      params: { ...params, changeId: 'change-1' },
      body: {},
      caller: person('provincial-leader'),
      act: actNow(),
    });
    // 15 days: 10 × 1,000 million + 5 × 1,200 million at 0.75 % / 365.
    const { parts } = await split();
    expect(parts).toMatchObject({ provision: '328767', fee: '2025205' });
    expect((await statement()).lines.slice(0, 2)).toMatchObject([
      { term: 'risk-provision-rate', to: '2026-10-15', rate: '0.75', contract: { version: 1 } },
      { term: 'risk-provision-rate', from: '2026-10-16', rate: '0', contract: { version: 2 } },
    ]);
    await expectIdentities();
  });

  it('without interest is a run that posts nothing and leaves the source as it was', async () => {
    await lend('loan-1', '1000000000', '2026-09-30');
    setClock('2026-11-02T09:00');
    await capital.project();
    const { version } = await capital.call(getSource, { params, query: {}, act: actNow() });
    expect(await split()).toMatchObject({
      status: 'nothing-to-post',
      version,
      run: 1,
      parts: { provision: '0', fee: '0', activities: '0', supplement: '0' },
    });
    expect(await statement()).toMatchObject({
      short: { provision: '636986', fee: '1783562' },
      runs: [{ postings: [] }],
    });
    setClock('2026-11-03T09:00');
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('leaves out the principal of loans while they are frozen, also when that is known late', async () => {
    await playOctober();
    await split();
    setClock('2026-11-05T09:00');
    const frozen = testEnvelope(
      LoanFrozen,
      {
        loanId: 'loan-2',
        householdId: 'hh-1',
        programmeId: PROGRAMME,
        communeId: COMMUNE,
        until: '2026-10-25',
        decision: { number: '8', issuedOn: '2026-10-15', issuer: 'NHCSXH' },
      },
      { effectiveOn: '2026-10-16', communeId: COMMUNE },
    );
    const unknown = { ...frozen, id: 'frozen-unknown', data: { ...frozen.data, loanId: 'loan-unknown' } };
    expect(await capital.deliver(unknown)).toBe(1);
    expect(await capital.deliver(frozen, frozen)).toBe(0);
    // Ten days of 200 million less: 33,200 million × 0.75 % / 365 and × 2.1 % / 365.
    expect(await split()).toMatchObject({ run: 2, parts: { provision: '682192', fee: '1910137' } });
    const { days } = await statement();
    expect(days.filter((day) => day.frozen !== '0').map(({ day }) => day)).toHaveLength(10);
    expect(days[15]).toMatchObject({ loans: '1200000000', frozen: '200000000', performing: '1000000000' });
    await expectIdentities();
  });

  it('is taken back only from what is still there', async () => {
    await playOctober();
    await split();
    setClock('2026-11-12T09:00');
    await decideQuota(capital, SOURCE, [allocation(COMMUNE, '3826000')], { nextAct: actNow });
    // A loan lent before the month became known late: provision and fee rise, the supplement falls.
    await capital.deliver(on('2026-09-30', lending.approved('loan-3', '803826000')));
    await capital.deliver(on('2026-09-30', lending.disbursed('loan-3', '803826000')));
    await capital.project();
    await expect(split()).rejects.toMatchObject({
      code: 'split-money-spent',
      facts: { account: 'cash-unallocated', held: 356n },
    });
    await expect(split({ effectiveOn: '2026-11-05' })).rejects.toThrow('effective-day-before-last-entry');
  });

  it('must be over, of an open source, under terms that say how, by one who reaches the province', async () => {
    await playOctober();
    await expect(split({ month: '2026-11' })).rejects.toThrow('month-not-over');
    await expect(split({ effectiveOn: '2026-10-31' })).rejects.toThrow('month-not-over');
    await expect(split({ effectiveOn: '2026-11-03' })).rejects.toThrow('effective-day-in-future');
    await expect(split({ month: '2025-12' })).rejects.toMatchObject({
      code: 'split-terms-missing',
      facts: { on: '2025-12-01' },
    });
    await expect(split({ expectedVersion: 99 })).rejects.toThrow('version-stale');
    await expect(statement()).rejects.toThrow('not-found');
    expect(await split({ month: '2026-01' })).toMatchObject({ status: 'nothing-to-post' });
    const elsewhere = person('finance-officer', { areas: [COMMUNE] });
    const body = { month: '2026-10' };
    await expect(capital.call(splitInterest, { params, body, caller: elsewhere })).rejects.toThrow(
      'area-not-allowed',
    );
  });
});
