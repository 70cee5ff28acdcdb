import { describe, expect, it } from 'vitest';
import { assertOwnTranches, assertPlan, assertPlanned, planInForce, planPosition } from './funding-plan.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { PlanVersion, Receipt } from './funding-plan.ts';

const decision = { issuedOn: '2025-12-10' };

const tranche = (trancheId: string, dueOn: string, amount: bigint) => ({
  trancheId,
  dueOn,
  amount: vnd(amount),
  decision: null,
});

const plan = (given: Partial<PlanVersion<null>> = {}): PlanVersion<null> => ({
  planId: 'plan-2026',
  version: 1,
  effectiveOn: '2026-01-01',
  recordedAt: '2026-01-02T00:00:00.000Z',
  years: [{ year: 2026, amount: vnd(100) }],
  tranches: [tranche('t-1', '2026-03-31', 60n), tranche('t-2', '2026-09-30', 40n)],
  ...given,
});

const receipt = (amount: bigint, effectiveOn: string, given: Partial<Receipt> = {}): Receipt => ({
  effectiveOn,
  version: 2,
  recordedAt: `${effectiveOn}T03:00:00.000Z`,
  amount: vnd(amount),
  trancheId: 't-1',
  reversed: null,
  ...given,
});

const on = (asOf: string, knownOn: string | null = null) => ({ asOf, knownOn });

describe('a plan', () => {
  it('stays within the figures of its years', () => {
    assertPlan(plan(), decision);
    assertPlan(plan({ years: [{ year: 2026, amount: vnd(100) }], tranches: [] }), decision);
    expect(() => {
      assertPlan(plan({ years: [{ year: 2026, amount: vnd(99) }] }), decision);
    }).toThrow(
      expect.objectContaining({
        code: 'tranches-exceed-plan',
        facts: { year: '2026', planned: 99n, tranches: 100n, excess: 1n },
      }) as Error,
    );
    expect(() => {
      assertPlan(plan({ years: [{ year: 2027, amount: vnd(1000) }] }), decision);
    }).toThrow('tranches-exceed-plan');
  });

  it('names each year and tranche once, and rests on decisions that are there', () => {
    const year = { year: 2026, amount: vnd(100) };
    expect(() => {
      assertPlan(plan({ years: [year, year] }), decision);
    }).toThrow('named-twice');
    const one = tranche('t-1', '2026-03-31', 1n);
    expect(() => {
      assertPlan(plan({ tranches: [one, one] }), decision);
    }).toThrow('named-twice');
    expect(() => {
      assertPlan(plan(), { issuedOn: '2026-01-02' });
    }).toThrow('decision-not-yet-issued');
    expect(() => {
      assertPlan({ ...plan(), tranches: [{ ...one, decision: { issuedOn: '2026-01-02' } }] }, decision);
    }).toThrow('decision-not-yet-issued');
  });

  it('has its tranches to itself, and a receipt names one that some plan has', () => {
    assertOwnTranches('plan-2026', new Map([['t-1', 'plan-2026']]));
    expect(() => {
      assertOwnTranches('plan-2026', new Map([['t-1', 'plan-2025']]));
    }).toThrow('tranche-of-another-plan');
    assertPlanned(null, false);
    assertPlanned('t-1', true);
    expect(() => {
      assertPlanned('t-1', false);
    }).toThrow('tranche-unknown');
  });
});

describe('the version in force', () => {
  const first = plan();
  const second = plan({
    version: 2,
    effectiveOn: '2026-06-01',
    recordedAt: '2026-06-02T00:00:00.000Z',
  });
  const backdated = plan({
    version: 3,
    effectiveOn: '2026-01-01',
    recordedAt: '2026-07-02T00:00:00.000Z',
  });
  const versions = [first, backdated, second];

  it.each([
    ['2025-12-31', null, null],
    ['2026-05-31', null, backdated],
    ['2026-05-31', '2026-07-01T00:00:00.000Z', first],
    ['2026-06-01', null, second],
    ['2026-06-01', '2026-06-01T23:59:59.999Z', first],
    ['2026-06-01', '2026-01-01T00:00:00.000Z', null],
  ])('on %s as known on %s', (asOf, knownOn, expected) => {
    expect(planInForce(versions, on(asOf, knownOn))).toBe(expected);
  });
});

describe('what a plan came to', () => {
  const positionOf = (receipts: readonly Receipt[], asOf: string, knownOn: string | null = null) =>
    planPosition(plan(), [plan()], receipts, on(asOf, knownOn));

  it('is received, remaining and late, in parts', () => {
    const receipts = [receipt(50n, '2026-03-15'), receipt(7n, '2026-05-01', { trancheId: null })];
    expect(positionOf(receipts, '2026-03-31')).toMatchObject({
      years: [{ planned: 100n, received: 50n, remaining: 50n }],
      tranches: [
        { trancheId: 't-1', planned: 60n, received: 50n, remaining: 10n, daysLate: 0 },
        { trancheId: 't-2', received: 0n, remaining: 40n, daysLate: 0 },
      ],
      late: 0n,
    });
    expect(positionOf(receipts, '2026-05-01')).toMatchObject({
      years: [{ received: 57n, remaining: 43n }],
      tranches: [{ remaining: 10n, daysLate: 31 }, { daysLate: 0 }],
      late: 10n,
    });
    const whole = [...receipts, receipt(12n, '2026-05-02')];
    expect(positionOf(whole, '2026-06-01')).toMatchObject({
      tranches: [{ received: 62n, remaining: 0n, daysLate: 0 }, {}],
      late: 0n,
    });
  });

  it('gives the tranche back from the day of a reversal on, as far as it was known', () => {
    const reversed = { effectiveOn: '2026-04-10', recordedAt: '2026-04-12T00:00:00.000Z' };
    const receipts = [receipt(60n, '2026-03-15', { reversed })];
    expect(positionOf(receipts, '2026-04-09').tranches[0]).toMatchObject({ received: 60n });
    expect(positionOf(receipts, '2026-04-10').tranches[0]).toMatchObject({ received: 0n, daysLate: 10 });
    const then = positionOf(receipts, '2026-04-10', '2026-04-11T00:00:00.000Z');
    expect(then.tranches[0]).toMatchObject({ received: 60n, daysLate: 0 });
    expect(positionOf(receipts, '2026-04-10', '2026-03-01T00:00:00.000Z').years[0]).toMatchObject({
      received: 0n,
    });
  });

  it('keeps in sight what came for a tranche that was dropped', () => {
    const revised = plan({
      version: 2,
      effectiveOn: '2026-04-01',
      recordedAt: '2026-04-01T00:00:00.000Z',
      tranches: [tranche('t-2', '2026-09-30', 100n)],
    });
    const of = (receipts: readonly Receipt[]) =>
      planPosition(revised, [plan(), revised], receipts, on('2026-05-01')).tranches;
    expect(of([])).toMatchObject([{ trancheId: 't-2', planned: 100n }]);
    expect(of([receipt(50n, '2026-03-15')])).toMatchObject([
      { trancheId: 't-2' },
      { trancheId: 't-1', planned: 0n, received: 50n, remaining: 0n, daysLate: 0 },
    ]);
  });
});
