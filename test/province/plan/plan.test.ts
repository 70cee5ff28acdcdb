import { describe, expect, test } from 'vitest';
import { isWithin } from '#shared/domain/business-day.ts';
import { readPovertyStandards, readProgrammes } from '#shared/reference/reference-data.ts';
import { lawOf } from './law.ts';
import { planProvince } from './plan.ts';
import { repaymentsOf } from './schedule.ts';
import { lastDayOf } from './sources.ts';
import type { Plan, PlannedLoan } from './types.ts';

const LAST_DAY = '2026-11-24';
const plan = planProvince(LAST_DAY);
const loans = plan.lists.flatMap((list) => list.loans);
const persons = plan.households.flatMap((household) => household.persons);
const law = lawOf(readProgrammes(), readPovertyStandards());

const asText = (of: Plan): string =>
  JSON.stringify(of, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
const distinct = (ids: readonly string[]): number => new Set(ids).size;
const ended = (...ends: PlannedLoan['ends'][]): PlannedLoan[] =>
  loans.filter((loan) => ends.includes(loan.ends));

describe('the fictional province', () => {
  test('is the same for the same day and another for another day', () => {
    expect(asText(planProvince(LAST_DAY))).toBe(asText(plan));
    expect(asText(planProvince('2026-11-25'))).not.toBe(asText(plan));
  });

  test('has the size of a demonstration: 54 units, a thousand households, three hundred loans', () => {
    expect(distinct(plan.households.map((household) => household.communeId))).toBe(54);
    expect(plan.households.length).toBeGreaterThan(950);
    expect(plan.households.length).toBeLessThan(1100);
    expect(plan.groups).toHaveLength(108);
    expect(distinct(plan.groups.map((group) => group.organisationId))).toBe(4);
    expect(loans.length).toBeGreaterThan(280);
    expect(loans.length).toBeLessThan(340);
  });

  test('names everything once, in ids a command can carry as its key', () => {
    for (const ids of [
      plan.households.map((household) => household.householdId),
      persons.map((person) => person.personId),
      persons.map((person) => person.nationalId),
      loans.map((loan) => loan.loanId),
      loans.flatMap((loan) => loan.repayments.map((repayment) => repayment.repaymentId)),
    ]) {
      expect(distinct(ids)).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{2,47}$/);
    }
  });

  test('gives every person a card number of valid structure', () => {
    for (const { nationalId, birthDate, sex } of persons) {
      const century = birthDate.startsWith('19') ? 0 : 2;
      expect(nationalId).toMatch(/^022\d{9}$/);
      expect(Number(nationalId[3])).toBe(century + (sex === 'male' ? 0 : 1));
      expect(nationalId.slice(4, 6)).toBe(birthDate.slice(2, 4));
    }
  });

  test('tells each loan in the order of its days, none after the last day', () => {
    for (const loan of loans) {
      const group = plan.groups.find((one) => one.groupId === loan.groupId);
      const days = [
        plan.firstDay,
        group?.formedOn ?? '',
        loan.appliedOn,
        loan.listedOn,
        loan.confirmedOn,
        loan.approvedOn,
        loan.disbursedOn,
        ...loan.repayments.map((repayment) => repayment.on),
        ...(loan.freeze ? [loan.freeze.on] : []),
        LAST_DAY,
      ];
      expect(days.toSorted(), loan.loanId).toEqual(days);
    }
  });

  test('keeps the law of the day: terms in force, ceilings, longest terms, the class of the borrower', () => {
    for (const loan of loans) {
      const terms = law.termsOn(loan.programmeId, loan.approvedOn);
      expect(terms?.ratePerYear, loan.loanId).toBeTypeOf('string');
      const { maxAmount = null, maxTermMonths = null } = terms ?? {};
      if (maxAmount)
        expect(loan.amount).toBeLessThanOrEqual(BigInt(maxAmount.amount) * BigInt(maxAmount.units ?? 1));
      if (maxTermMonths !== null) expect(loan.termMonths).toBeLessThanOrEqual(maxTermMonths);
      const { classes = [] } =
        plan.households.find((household) => household.householdId === loan.householdId) ?? {};
      const onTheDay = classes.filter((one) => one.on <= loan.confirmedOn).at(-1)?.category;
      if (loan.ends === 'ineligible') continue;
      if (loan.programmeId === 'newly-escaped-poverty') expect(onTheDay).toBe('escaped-poverty');
      if (loan.programmeId === 'qn-provincial-standard-poor') expect(onTheDay).toBe('near-poor');
    }
    for (const planned of plan.households.flatMap((household) => household.classes)) {
      const standard = readPovertyStandards().find((one) => one.standardId === planned.standardId);
      expect(standard && isWithin(planned.on, standard.from, standard.to)).toBe(true);
    }
  });

  test('has work for everyone today, and a few of everything that can go wrong', () => {
    for (const end of ['applied', 'listed', 'eligible', 'reserved', 'awaiting-capital'] as const) {
      expect(ended(end).length, end).toBeGreaterThan(2);
    }
    for (const end of ['refused-by-commune', 'ineligible', 'rejected', 'settled'] as const) {
      expect(ended(end).length, end).toBeGreaterThan(0);
    }
    expect(loans.filter((loan) => loan.freeze !== null)).toHaveLength(4);
    const stopped = ended('active').filter(
      (loan) => loan.freeze === null && (loan.repayments.at(-1)?.on ?? loan.disbursedOn) < '2026-10-01',
    );
    expect(stopped.length).toBeGreaterThan(3);
  });

  test('lends mostly for jobs, and only what its sources were given', () => {
    const jobs = loans.filter((loan) => loan.programmeId === 'job-creation').length;
    expect(jobs / loans.length).toBeGreaterThan(0.4);
    for (const source of plan.sources) {
      const [first] = source.receipts;
      const allocated = source.quotas.reduce((sum, quota) => sum + quota.amount, 0n);
      expect(first?.amount).toBeGreaterThanOrEqual(allocated);
      expect(lastDayOf(source.sourceId)).toBe(LAST_DAY);
    }
    for (const loan of ended('awaiting-capital')) {
      const quota = plan.sources
        .find((source) => source.fund === loan.fund)
        ?.quotas.find((one) => one.communeId === loan.communeId && one.programmeId === loan.programmeId);
      const taken = ended('active', 'settled', 'reserved')
        .filter(
          (one) =>
            one.communeId === loan.communeId &&
            one.programmeId === loan.programmeId &&
            one.fund === loan.fund,
        )
        .reduce((sum, one) => sum + one.amount, 0n);
      expect((quota?.amount ?? 0n) - taken).toBeLessThan(loan.amount);
    }
  });

  test.each(['2025-12-15', '2027-03-05', '2028-09-01'])('can be planned to any day: %s', (day) => {
    const other = planProvince(day);
    expect(other.lists.flatMap((list) => list.loans).length).toBeGreaterThan(280);
    expect(other.households.flatMap((household) => household.classes).length).toBeGreaterThan(50);
  });
});

test('monthly payments cover the interest and every instalment that falls due', () => {
  const loan = {
    loanId: 'loan-1',
    amount: 60_000_000n,
    ratePerYear: '8.382',
    termMonths: 12,
    principalEveryMonths: 6,
    disbursedOn: '2026-01-05',
  };
  const repayments = repaymentsOf(loan, { until: '2026-11-24', settlesOn: null });
  // 60 000 000 × 8.382 % × 31 / 365 = 427 137, rounded up to whole thousands of cash.
  expect(repayments[0]).toEqual({ repaymentId: 'loan-1-r01', on: '2026-02-05', amount: '428000' });
  expect(repayments).toHaveLength(10);
  const total = repayments.reduce((sum, { amount }) => sum + BigInt(amount ?? 0), 0n);
  expect(total).toBeGreaterThan(30_000_000n);
  expect(repaymentsOf(loan, { until: '2027-06-01', settlesOn: null }).at(-1)).toEqual({
    repaymentId: 'loan-1-r12',
    on: '2027-01-05',
    amount: null,
  });
});
