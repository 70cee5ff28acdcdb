import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { LoanFact } from '#lending/loans/domain/loan-facts.ts';
import { applyFact } from '#lending/loans/domain/loan-fold.ts';
import { accountOf } from '#lending/loans/domain/loan-account.ts';
import { isRunning } from '#lending/loans/domain/loan.ts';
import type { Loan, RunningLoan } from '#lending/loans/domain/loan.ts';
import { disbursableAccount, instalmentsOf } from '#lending/loans/domain/schedule.ts';
import { writeLoanOff } from '#lending/loans/domain/write-off.ts';
import { factItem } from '#shared/data/outbox.ts';
import { addDays } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { CAPITAL_KINDS } from '#shared/domain/words/capital-kind.ts';
import { DECLINE_REASONS } from '#shared/domain/words/decline-reason.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { testAct } from '#test/support/acts.ts';
import { anyActs, anyDisbursal, anyTerms, disbursedFacts, play } from '#test/support/loan-lives.ts';
import { factOfLoan } from './loan-facts.ts';

/** Types of the events a history makes, each of which the outbox took. */
function publish(facts: readonly LoanFact[]): string[] {
  let loan: Loan | null = null;
  const types: string[] = [];
  for (const fact of facts) {
    loan = applyFact(loan, fact);
    const instalments = fact.kind === 'disbursed' ? instalmentsOf(accountOf(runningOf(loan))) : undefined;
    const item = factItem(testAct(), factOfLoan({ after: loan, fact, instalments }));
    types.push((item['event'] as { readonly type: string }).type);
  }
  return types;
}

function runningOf(loan: Loan): RunningLoan {
  if (!isRunning(loan)) throw new TypeError(`${loan.loanId} does not run`);
  return loan;
}

function isDisbursable(...[terms, on]: Parameters<typeof disbursableAccount>): boolean {
  try {
    disbursableAccount(terms, on);
    return true;
  } catch {
    return false;
  }
}

const decision = (issuedOn: BusinessDay) => ({ number: '1', issuedOn, issuer: 'x' });

const anyLent = fc
  .tuple(anyTerms, anyDisbursal)
  .filter(([terms, on]) => isDisbursable({ ...terms, approvedBy: 'd' }, on));

/** What may happen to a request before money is handed out, and where it ends when it ends there. */
const anyWay = fc.record({
  declines: fc.array(
    fc.record({
      missing: fc.bigInt({ min: 0n, max: 10n ** 29n }),
      decline: fc.option(
        fc.record({
          reason: fc.constantFrom(...DECLINE_REASONS),
          sourceKind: fc.option(fc.constantFrom(...CAPITAL_KINDS)),
        }),
      ),
      expired: fc.boolean(),
    }),
    {
      maxLength: 3,
    },
  ),
  end: fc.constantFrom('refused', 'ineligible', 'rejected', 'cancelled', 'disbursed'),
});

/** A life up to its end or to the disbursement. */
function beginning(
  lent: typeof anyLent extends fc.Arbitrary<infer T> ? T : never,
  { declines, end }: typeof anyWay extends fc.Arbitrary<infer T> ? T : never,
): LoanFact[] {
  const [terms, on] = lent;
  const told = { on, by: 'somebody' };
  const [applied, listed, confirmed, screened, approved, reserved, disbursed] = disbursedFacts(terms, on);
  const asked = declines.flatMap(({ missing, decline, expired }, index): LoanFact[] => [
    { kind: 'capital-declined', ...told, capitalVersion: 2 * index + 1, missing: missing as Vnd, decline },
    ...(expired
      ? ([{ kind: 'capital-released', ...told, capitalVersion: 2 * index + 2 }] satisfies LoanFact[])
      : []),
    { kind: 'capital-requested', ...told, sourceId: 'src-2' },
  ]);
  const reason = 'Không đủ điều kiện';
  const ways: Record<typeof end, readonly (LoanFact | undefined)[]> = {
    refused: [applied, listed, { kind: 'refused', ...told, reason }],
    ineligible: [
      applied,
      listed,
      confirmed,
      { kind: 'screened', ...told, eligible: false, capitalKinds: [] },
    ],
    rejected: [applied, listed, confirmed, screened, { kind: 'rejected', ...told, reason }],
    cancelled: [
      applied,
      listed,
      confirmed,
      screened,
      approved,
      ...asked,
      { kind: 'cancelled', ...told, reason },
    ],
    disbursed: [applied, listed, confirmed, screened, approved, ...asked, reserved, disbursed],
  };
  return ways[end].filter((fact) => fact !== undefined);
}

describe('every event of a life is taken by its own contract', () => {
  test.prop([anyLent, anyWay])('before money is handed out', (lent, way) => {
    const facts = beginning(lent, way);
    expect(publish(facts)).toHaveLength(facts.length);
  });

  test.prop([anyLent, anyActs])('while it runs and when it is settled', ([terms, on], acts) => {
    const { facts } = play(terms, on, acts);
    expect(publish(facts)).toHaveLength(facts.length);
  });

  test.prop([anyLent, anyActs, fc.integer({ min: 0, max: 2000 })])(
    'when what is owed is written off',
    ([terms, on], acts, wait) => {
      const { facts, loan, day } = play(terms, on, acts);
      fc.pre(loan?.status === 'active');
      const last = addDays(day, wait);
      const reason = 'Người vay mất, không còn người thừa kế';
      const decided = { on: last, by: 'director', reason, decision: decision(last) };
      const { fact: end } = writeLoanOff(loan, decided);
      expect(publish([...facts, end]).at(-1)).toBe('LoanWrittenOff');
    },
  );
});
