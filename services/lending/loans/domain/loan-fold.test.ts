import { describe, expect, test } from 'vitest';
import { addDays, businessDay, dayNumber } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { LOAN_STATUSES } from '#shared/domain/words/loan-status.ts';
import type { LoanStatus } from '#shared/domain/words/loan-status.ts';
import { assertMayFreeze } from './freeze.ts';
import type { LoanFact } from './loan-facts.ts';
import { applyFact, foldFacts } from './loan-fold.ts';
import { LOAN_TRANSITIONS } from './loan-transitions.ts';
import type { LoanVerb } from './loan-transitions.ts';
import type { Loan } from './loan.ts';
import { positionOn, scheduleOn } from './position.ts';
import { repay } from './repayment.ts';
import { writeLoanOff } from './write-off.ts';

const on = businessDay('2026-04-01');

const told = { on, by: 'someone' };

const APPLIED: LoanFact = {
  kind: 'applied',
  on,
  by: 'applicant',
  loanId: 'loan-1',
  householdId: 'hh-1',
  personId: 'p-1',
  programmeId: 'poor-household',
  communeId: '06652-2025',
  groupId: 'group-1',
  organisationId: 'women-union',
  amount: vnd(50_000_000),
  termMonths: 36,
  purpose: 'Nuôi bò',
};

const terms = {
  sourceId: 'src-1',
  amount: vnd(50_000_000),
  ratePerYear: parseRate('6.6'),
  overdueRatePerYear: parseRate('8.58'),
  termMonths: 36,
  principalEveryMonths: 12,
};

const repaid = (principal: number): LoanFact => ({
  kind: 'repaid',
  ...told,
  repaymentId: 'rep-1',
  method: 'cash',
  principal: vnd(principal),
  interest: vnd(0),
});

/** One fact for every verb of the transition table. */
const FACT_OF: Readonly<Record<LoanVerb, LoanFact>> = {
  list: { kind: 'listed', on, by: 'lister', listId: 'list-1' },
  confirm: { kind: 'confirmed', on, by: 'chair' },
  refuse: { kind: 'refused', ...told, reason: 'không cư trú' },
  qualify: { kind: 'screened', ...told, eligible: true, capitalKinds: ['entrusted'] },
  disqualify: { kind: 'screened', ...told, eligible: false, capitalKinds: [] },
  approve: { kind: 'approved', on, by: 'director', terms },
  reject: { kind: 'rejected', ...told, reason: 'phương án chưa khả thi' },
  reserve: { kind: 'capital-reserved', ...told, capitalVersion: 1 },
  release: { kind: 'capital-released', ...told, capitalVersion: 2 },
  decline: { kind: 'capital-declined', ...told, missing: vnd(1), decline: null, capitalVersion: 1 },
  requestCapital: { kind: 'capital-requested', ...told, sourceId: 'src-2' },
  cancel: { kind: 'cancelled', ...told, reason: 'hộ rút' },
  disburse: { kind: 'disbursed', ...told },
  repay: repaid(1_000_000),
  settle: repaid(50_000_000),
  freeze: {
    kind: 'frozen',
    ...told,
    until: businessDay('2029-04-01'),
    decision: { number: '77', issuedOn: on, issuer: 'x' },
  },
  change: {
    kind: 'changed',
    ...told,
    change: { type: 'disbursement', on: dayNumber(on), amount: 1_000_000 },
  },
  recover: {
    kind: 'changed',
    ...told,
    change: { type: 'recovery', id: 'rec-1', on: dayNumber(on), amount: 1_000_000 },
  },
  writeOff: {
    kind: 'written-off',
    ...told,
    principal: vnd(50_000_000),
    interest: vnd(0),
    reason: 'chết, không còn người thừa kế',
    decision: { number: '78', issuedOn: on, issuer: 'x' },
  },
};

const WAY_TO: Readonly<Record<LoanStatus, readonly LoanVerb[]>> = {
  applied: [],
  listed: ['list'],
  confirmed: ['list', 'confirm'],
  'refused-by-commune': ['list', 'refuse'],
  eligible: ['list', 'confirm', 'qualify'],
  ineligible: ['list', 'confirm', 'disqualify'],
  approved: ['list', 'confirm', 'qualify', 'approve'],
  rejected: ['list', 'confirm', 'qualify', 'reject'],
  'awaiting-capital': ['list', 'confirm', 'qualify', 'approve', 'decline'],
  reserved: ['list', 'confirm', 'qualify', 'approve', 'reserve'],
  cancelled: ['cancel'],
  active: ['list', 'confirm', 'qualify', 'approve', 'reserve', 'disburse'],
  settled: ['list', 'confirm', 'qualify', 'approve', 'reserve', 'disburse', 'settle'],
  'written-off': ['list', 'confirm', 'qualify', 'approve', 'reserve', 'disburse', 'writeOff'],
};

function loanIn(status: LoanStatus): Loan {
  const loan = foldFacts([APPLIED, ...WAY_TO[status].map((verb) => FACT_OF[verb])]);
  if (loan === null) throw new Error('no loan');
  return loan;
}

const VERBS = Object.keys(LOAN_TRANSITIONS) as LoanVerb[];

describe('the transition table', () => {
  test.each(LOAN_STATUSES.flatMap((status) => VERBS.map((verb) => [status, verb] as const)))(
    'from %s by %s',
    (status, verb) => {
      const loan = loanIn(status);
      expect(loan.status).toBe(status);
      const { from, to } = LOAN_TRANSITIONS[verb];
      const move = () => foldFacts([APPLIED, ...WAY_TO[status].map((each) => FACT_OF[each]), FACT_OF[verb]]);
      if ((from as readonly string[]).includes(status)) {
        expect(move()).toMatchObject({ status: to, version: loan.version + 1 });
      } else {
        const isOver =
          (from as readonly string[]).includes('active') && /^(settled|written-off)$/.test(status);
        expect(move).toThrow(isOver ? `loan-${status}` : 'loan-status-not-allowed');
      }
    },
  );
});

describe('a loan', () => {
  test('remembers who acted on it until the approval', () => {
    expect(loanIn('confirmed').actors).toEqual(['applicant', 'lister', 'chair']);
    expect(loanIn('approved')).toMatchObject({ terms: { approvedBy: 'director' } });
  });

  test('counts its requests for capital and forgets what was missing', () => {
    const again = applyFact(loanIn('awaiting-capital'), FACT_OF.requestCapital);
    expect(again).toMatchObject({ status: 'approved', requestNumber: 2, terms: { sourceId: 'src-2' } });
    expect(again).not.toHaveProperty('missing');
  });

  test('cannot be repaid beyond its principal', () => {
    expect(() => applyFact(loanIn('active'), repaid(50_000_001))).toThrow(RangeError);
  });

  test('has no history without a request', () => {
    expect(() => foldFacts([FACT_OF.list])).toThrow(TypeError);
    expect(foldFacts([])).toBeNull();
  });
});

describe('a write-off', () => {
  const active = foldFacts([APPLIED, ...WAY_TO.active.map((verb) => FACT_OF[verb])]);
  if (active?.status !== 'active') throw new Error('not active');
  const later = businessDay('2028-04-01');
  const decided = {
    ...told,
    on: later,
    reason: 'chết',
    decision: { number: '78', issuedOn: on, issuer: 'x' },
  };
  const { fact } = writeLoanOff(active, decided);
  const owed = { principal: fact.principal, interest: fact.interest };

  test('takes all that is owed off the books, and nothing accrues any more', () => {
    const loan = applyFact(active, fact);
    if (loan.status !== 'written-off') throw new Error(loan.status);
    const day = businessDay('2030-01-01');
    expect(owed.interest).toBeGreaterThan(0n);
    expect(positionOn(loan, day)).toMatchObject({
      class: 'written-off',
      outstanding: 0n,
      overduePrincipal: 0n,
      payoff: 0n,
      principalPaid: 0n,
      nextDue: null,
    });
    expect(loan.writtenOff).toEqual({ on: later, ...owed, decisionNumber: '78', recovered: null });
  });

  test('leaves the instalments as they were paid, the rest of each written off', () => {
    const receipt = { ...told, repaymentId: 'rep-1', method: 'cash', amount: vnd(20_000_000) } as const;
    const { fact: repayment, after: partly } = repay(active, receipt);
    if (partly.status !== 'active') throw new Error(partly.status);
    const { after: loan } = writeLoanOff(partly, decided);
    const rows = scheduleOn(loan, businessDay('2030-01-01'));
    const sum = (of: (row: (typeof rows)[number]) => bigint) =>
      rows.reduce((total, row) => total + of(row), 0n);
    expect(sum(({ principal }) => principal)).toBe(50_000_000n);
    expect(sum(({ principal, paid }) => principal - paid)).toBe(loan.writtenOff.principal);
    expect(rows.map(({ status }) => status)).toEqual(['paid', 'written-off', 'written-off']);
    expect(positionOn(loan, later).principalPaid).toBe(repayment.principal);
  });

  test('of another sum than is owed could not have happened', () => {
    expect(() => applyFact(active, { ...fact, principal: vnd(1) })).toThrow(RangeError);
  });
});

describe('a freeze', () => {
  const loan = loanIn('active');
  if (loan.status !== 'active') throw new Error('not active');

  test('lasts from one day to five years', () => {
    const check = (until: string) => () => {
      assertMayFreeze(loan, on, businessDay(until));
    };
    expect(check('2026-04-01')).not.toThrow();
    expect(check('2031-04-01')).not.toThrow();
    expect(check('2026-03-31')).toThrow('freeze-not-allowed');
    expect(check('2031-04-02')).toThrow('freeze-not-allowed');
  });

  test('hides overdue debt while it lasts, and may be followed by another', () => {
    const frozen = applyFact(loan, FACT_OF.freeze);
    if (frozen.status !== 'active') throw new Error('not active');
    const last = businessDay('2029-04-01');
    expect(positionOn(frozen, last)).toMatchObject({ class: 'frozen', interestDue: 0n });
    expect(positionOn(frozen, addDays(last, 1))).toMatchObject({ class: 'overdue', daysOverdue: 732 });
    expect(() => {
      assertMayFreeze(frozen, last, last);
    }).toThrow('loan-already-frozen');
    expect(() => {
      assertMayFreeze(frozen, addDays(last, 1), businessDay('2030-01-01'));
    }).not.toThrow();
  });
});
