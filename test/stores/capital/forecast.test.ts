import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope, EventType } from '#shared/contracts/event.ts';
import {
  LoanDisbursed,
  LoanFrozen,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import type { BodySent, QuerySent } from '#shared/contracts/route.ts';
import { person, testAct } from '#test/support/acts.ts';
import { testEnvelope } from '#test/support/lambda-events.ts';
import { COMMUNE, PROGRAMME, SOURCE, decision, fund, lending, openCapital } from './capital-on-dynamo.ts';
import { allocation, decideQuota } from './quota-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { law } from './figures-on-dynamo.ts';
import { actNow, itemsOf, setClock } from './ledger-on-dynamo.ts';

const { getForecast, listForecastAssumptions, listShortfalls, putForecastAssumption, recordFundingPlan } =
  CAPITAL_ROUTES;
const ELSEWHERE = '06760-2025';
const params = { sourceId: SOURCE };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-04-20T09:00');
});
afterEach(() => {
  vi.useRealTimers();
});

const place = { householdId: 'hh-1', programmeId: PROGRAMME, communeId: COMMUNE };
const event = (
  type: EventType,
  effectiveOn: string,
  version: number,
  data: Record<string, unknown>,
): Envelope => testEnvelope(type, { ...place, ...data }, { effectiveOn, aggregateVersion: version });
/** Four instalments of 100, from two months after disbursement on. */
const disbursed = (loanId: string, communeId = COMMUNE): Envelope =>
  event(LoanDisbursed, '2026-02-05', 2, {
    ...{ loanId, communeId, sourceId: SOURCE, amount: '400', maturityOn: '2026-10-05' },
    schedule: [{ from: '2026-02-05', everyMonths: 2, times: 4, principal: '100' }],
  });
const repaid = (loanId: string, version: number, outstanding: string): Envelope =>
  event(RepaymentRecorded, '2026-04-06', version, {
    ...{ loanId, repaymentId: `${loanId}-r${version.toString()}`, amount: '1', principal: '1' },
    ...{ interest: '0', outstanding, settled: outstanding === '0', method: 'cash' },
  });

async function funded(): Promise<Capital> {
  const capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, '3000', '1000', actNow);
  await decideQuota(capital, SOURCE, [allocation(ELSEWHERE, '500')], {
    effectiveOn: '2026-01-20',
    nextAct: actNow,
  });
  return capital;
}

const forecast = (capital: Capital, query: QuerySent<typeof getForecast> = {}) =>
  capital.call(getForecast, { params, query: { months: '8', ...query }, act: actNow() });
const assume = (
  capital: Capital,
  assumptionId: string,
  given: Partial<BodySent<typeof putForecastAssumption>>,
) =>
  capital.call(putForecastAssumption, {
    params: { assumptionId },
    body: {
      ...{ kind: 'monthly-demand' as const, sourceId: null, programmeId: null, communeId: null },
      ...{ from: '2026-01-01', to: null, source: law },
      ...given,
    },
    act: actNow(),
  });
const due = async (capital: Capital): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await forecast(capital)).months.flatMap(({ month, principalDue }) =>
      principalDue === '0' ? [] : [[month, principalDue]],
    ),
  );

describe('what loans are expected to bring back', () => {
  it('lies on the last instalments, and what is overdue counts now', async () => {
    const capital = await funded();
    expect(await capital.foresee(disbursed('loan-1'), disbursed('loan-2'))).toBe(0);
    expect(await due(capital)).toEqual({
      '2026-04': '200',
      '2026-06': '200',
      '2026-08': '200',
      '2026-10': '200',
    });
    await capital.foresee(repaid('loan-1', 3, '250'));
    expect(await due(capital)).toEqual({
      '2026-04': '100',
      '2026-06': '150',
      '2026-08': '200',
      '2026-10': '200',
    });
    setClock('2026-05-02T09:00');
    expect(await forecast(capital)).toMatchObject({ overdue: '100', outstanding: '650' });
    expect((await forecast(capital)).months[0]).toMatchObject({
      month: '2026-05',
      principalDue: '100',
      overdue: '100',
    });
    await capital.foresee(
      event(LoanFrozen, '2026-05-02', 4, { loanId: 'loan-2', until: '2027-05-01', decision }),
    );
    expect(await forecast(capital)).toMatchObject({ overdue: '0', dueLater: '400' });
    const written = {
      sourceId: SOURCE,
      principal: '250',
      interest: '0',
      reason: 'mất tích',
      decision,
    };
    await capital.foresee(event(LoanWrittenOff, '2026-05-02', 5, { loanId: 'loan-1', ...written }));
    expect(await forecast(capital)).toMatchObject({ outstanding: '400' });
  });

  it('is the same whatever order events come in, and however often', async () => {
    const events = [
      ...['loan-1', 'loan-2', 'loan-3'].map((id) => disbursed(id, id === 'loan-3' ? ELSEWHERE : COMMUNE)),
      ...[
        repaid('loan-1', 3, '350'),
        repaid('loan-1', 4, '120'),
        repaid('loan-2', 3, '0'),
        repaid('loan-3', 3, '399'),
      ],
      event(LoanFrozen, '2026-04-10', 4, { loanId: 'loan-3', until: '2026-09-01', decision }),
    ];
    const orders = [events, events.toReversed(), [...events.slice(3), ...events, ...events.slice(0, 5)]];
    const seen: unknown[] = [];
    for (const order of orders) {
      const capital = await funded();
      for (const one of order) expect(await capital.foresee(one)).toBe(0);
      const answer = await forecast(capital);
      expect(answer.outstanding).toBe('519');
      seen.push(answer);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('keeps a loan small whatever its term, and one item for each leaf', async () => {
    const capital = await funded();
    const long = {
      ...{ loanId: 'loan-long', sourceId: SOURCE, amount: '12000', maturityOn: '2036-02-05' },
      schedule: [{ from: '2026-02-05', everyMonths: 1, times: 120, principal: '100' }],
    };
    await capital.foresee(event(LoanDisbursed, '2026-02-05', 2, long), repaid('loan-long', 3, '11000'));
    const [loan] = await itemsOf(capital, 'EXPECTED#loan-long');
    expect(
      JSON.stringify(loan, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
        .length,
    ).toBeLessThan(700);
    expect(await itemsOf(capital, `FORECAST#${SOURCE}`)).toHaveLength(1);
    expect(await forecast(capital, { months: '12' })).toMatchObject({
      outstanding: '11000',
      dueLater: '10700',
    });
  });

  it('is due at maturity when the disbursement told no schedule', async () => {
    const capital = await funded();
    const { data, ...envelope } = disbursed('loan-old');
    const old = { ...data };
    delete old['schedule'];
    await capital.foresee({ ...envelope, version: 1, data: old });
    expect(await due(capital)).toEqual({ '2026-10': '400' });
  });
});

describe('the forecast of a source', () => {
  it('opens with the unlent cash, adds what comes, and lends what is asked for until it runs out', async () => {
    const capital = await funded();
    await capital.deliver(lending.approved('loan-1', '400'), lending.disbursed('loan-1', '400'));
    await capital.deliver(lending.approved('loan-2', '150'));
    await capital.foresee(disbursed('loan-1'));
    await capital.call(recordFundingPlan, {
      params,
      body: {
        planId: 'plan-2026',
        years: [{ year: 2026, amount: '900' }],
        tranches: [
          { trancheId: 'late', dueOn: '2026-03-31', amount: '300', decision: null },
          { trancheId: 'autumn', dueOn: '2026-09-30', amount: '500', decision: null },
        ],
        decision,
        effectiveOn: '2026-01-20',
      },
      act: actNow(),
    });
    await assume(capital, 'basis', { kind: 'demand-basis', basis: 'assumed' });
    await assume(capital, 'demand', { amount: '450', programmeId: PROGRAMME, communeId: COMMUNE });
    await assume(capital, 'losses', { kind: 'write-off-share', percent: '10' });
    const answer = await forecast(capital, { months: '9' });
    expect(answer).toMatchObject({
      asOf: '2026-04-20',
      outstanding: '400',
      withoutSchedule: '0',
      firstShortfallIn: '2026-12',
      assumptionIds: ['basis', 'demand', 'losses'],
      demandBasis: ['assumed', 'mean-of-12-months'],
    });
    // 3 000 received less 400 lent; 300 of the late tranche; 150 reserved; demand of the commune 450, elsewhere none.
    expect(answer.months[0]).toEqual({
      ...{
        month: '2026-04',
        opening: '2600',
        principalDue: '100',
        overdue: '0',
        writeOff: '10',
        tranches: '300',
      },
      ...{
        newLoanReturns: '0',
        reservations: '150',
        demand: '450',
        lent: '450',
        shortfall: '0',
        closing: '2390',
      },
    });
    expect(answer.months.at(-1)).toMatchObject({
      month: '2026-12',
      opening: '10',
      demand: '450',
      lent: '10',
      shortfall: '440',
      closing: '0',
    });
    await assume(capital, 'term', { kind: 'new-loan-term', months: 5 });
    expect((await forecast(capital, { months: '9' })).firstShortfallIn).toBeNull();
  });

  it('counts what waits in the queue as asked for now, and a reserve as cash nobody asks for', async () => {
    const capital = await funded();
    await decideQuota(capital, SOURCE, [allocation('22', '700')], {
      effectiveOn: '2026-02-01',
      nextAct: actNow,
    });
    await capital.deliver(lending.approved('loan-1', '600'), lending.approved('loan-2', '900'));
    const { months } = await forecast(capital);
    expect(months[0]).toMatchObject({ opening: '3000', reservations: '600', demand: '900', lent: '900' });
    const page = await capital.call(listShortfalls, { params, query: {}, act: actNow() });
    expect(page.items.map(({ communeId, firstShortfallIn }) => [communeId, firstShortfallIn])).toEqual([
      [COMMUNE, '2026-04'],
      [ELSEWHERE, null],
      ['22', null],
    ]);
    await capital.project();
    const rows = await capital.call(CAPITAL_ROUTES.listIndicatorRows, {
      params: { indicatorId: 'plan-result' },
      query: { sourceId: SOURCE },
      act: actNow(),
    });
    expect(rows.items.map(({ communeId }) => communeId).sort()).toEqual([COMMUNE, ELSEWHERE, '22'].sort());
  });

  it('of a commune is about its leaves alone', async () => {
    const capital = await funded();
    await capital.foresee(disbursed('loan-1'));
    const answer = await forecast(capital, { communeId: COMMUNE, programmeId: PROGRAMME });
    expect(answer).toMatchObject({
      communeId: COMMUNE,
      programmeId: PROGRAMME,
      outstanding: '400',
      withoutSchedule: '-400',
    });
    expect(answer.months[0]).toMatchObject({ opening: '1000' });
    expect(await forecast(capital, { communeId: ELSEWHERE })).toMatchObject({ outstanding: '0' });
  });

  it('says where the money runs out first, a page at a time', async () => {
    const capital = await funded();
    await capital.foresee(disbursed('loan-1'), disbursed('loan-3', ELSEWHERE));
    await assume(capital, 'basis', { kind: 'demand-basis', basis: 'assumed' });
    await assume(capital, 'here', { amount: '200', communeId: COMMUNE });
    await assume(capital, 'there', { amount: '200', communeId: ELSEWHERE });
    const list = (query: QuerySent<typeof listShortfalls>) =>
      capital.call(listShortfalls, { params, query: { months: '12', ...query }, act: actNow() });
    const { items } = await list({});
    expect(items.map(({ communeId, firstShortfallIn }) => [communeId, firstShortfallIn])).toEqual([
      [ELSEWHERE, '2026-07'],
      [COMMUNE, '2026-11'],
    ]);
    const first = await list({ limit: '1' });
    const second = await list({ limit: '1', cursor: first.next ?? '' });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.next).toBeNull();
    expect((await list({ communeId: COMMUNE })).items).toHaveLength(1);
  });

  it('is refused to others, for no source, and with assumptions that say nothing', async () => {
    const capital = await funded();
    const elsewhere = person('branch-planner', { areas: [ELSEWHERE] });
    const asked = { params, query: {}, act: testAct() };
    for (const route of [getForecast, listShortfalls]) {
      await expect(capital.call(route, { ...asked, caller: elsewhere })).rejects.toMatchObject({
        code: 'area-not-allowed',
      });
      await expect(capital.call(route, { ...asked, params: { sourceId: 'nowhere' } })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    await expect(assume(capital, 'empty', {})).rejects.toMatchObject({ code: 'forecast-assumption-refused' });
    await expect(assume(capital, 'past', { amount: '1', to: '2025-01-01' })).rejects.toMatchObject({
      code: 'figure-days-refused',
    });
    await assume(capital, 'kept', { amount: '1' });
    expect((await capital.call(listForecastAssumptions, {})).items).toMatchObject([
      { assumptionId: 'kept', amount: '1' },
    ]);
  });
});
