import { describe, expect, test } from 'vitest';
import { day, lent, months, paid, terms, text } from '#test/support/engine-terms.ts';
import type { Fact } from '../facts/facts.ts';
import { LoanAccount } from '../loan-account.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** 12 million on 15 January 2026, a million each month. */
function changeOn(on: string, facts: readonly Fact[] = [], change: Partial<LoanTerms> = {}) {
  const account = LoanAccount.open(terms(change), [lent('2026-01-15', 12_000_000), ...facts]);
  account.moveTo(day(on));
  const found = account.nextChange();
  return found && [text(found.on), found.class];
}

const frozen: Fact = { type: 'freeze', on: day('2026-02-01'), until: day('2026-06-30') };

describe('the class of a debt changes next', () => {
  test('on the day after the first due date that is not paid', () => {
    expect(changeOn('2026-01-15')).toEqual(['2026-02-16', 'overdue']);
    expect(changeOn('2026-02-15')).toEqual(['2026-02-16', 'overdue']);
    expect(changeOn('2026-02-15', [paid('2026-02-15', 1_067_266)])).toEqual(['2026-03-16', 'overdue']);
  });

  test('after maturity only, where debt turns overdue then', () => {
    expect(changeOn('2026-03-01', [], { overdueRegime: 'maturity-only' })).toEqual(['2027-01-16', 'overdue']);
  });

  test('after the last day of a freeze, to what it held', () => {
    expect(changeOn('2026-02-01', [frozen])).toEqual(['2026-07-01', 'overdue']);
    const yearly = { principalEvery: months(12), instalments: 1 };
    expect(changeOn('2026-02-01', [frozen], yearly)).toEqual(['2026-07-01', 'in-term']);
  });

  test('never while it is overdue and nothing is paid, nor when nothing is owed', () => {
    expect(changeOn('2026-05-01')).toBeNull();
    expect(changeOn('2026-01-20', [paid('2026-01-20', 20_000_000)])).toBeNull();
    expect(changeOn('2026-05-01', [{ type: 'write-off', on: day('2026-05-01') }])).toBeNull();
  });

  test('by asking which the account is not moved', () => {
    const account = LoanAccount.open(terms(), [lent('2026-01-15', 12_000_000)]);
    const before = account.position();
    account.nextChange();
    expect(account.position()).toEqual(before);
  });
});
