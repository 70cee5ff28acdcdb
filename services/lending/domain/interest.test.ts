import { describe, expect, test } from 'vitest';
import { addDays, businessDay } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { accrue, interestDue, overduePrincipal, payInterest } from './interest.ts';
import type { Book, Terms } from './loan.ts';

const terms: Terms = {
  sourceId: 'src-1',
  amount: vnd(50_000_000),
  rate: parseRate('6.6'),
  overdueRate: parseRate('8.58'),
  termMonths: 36,
  principalEveryMonths: 12,
  approvedBy: 'director',
};

function bookFrom(day: string, given: Partial<Book> = {}): Book {
  return {
    disbursedOn: businessDay(day),
    accruedTo: businessDay(day),
    outstanding: terms.amount,
    interestPaid: vnd(0),
    inTermInterest: 0n,
    overdueInterest: 0n,
    freeze: null,
    ...given,
  };
}

const dueOn = (book: Book, day: string) => interestDue(accrue({ terms, book }, businessDay(day))).total;

describe('interest', () => {
  test('is principal × rate × days / 365, first day in, last day out', () => {
    // 50 000 000 × 6.6 % × 30 / 365 = 271 232.87…
    expect(dueOn(bookFrom('2026-04-01'), '2026-05-01')).toBe(271_233n);
  });

  test('of a year is the yearly rate, of a leap year one day more', () => {
    expect(dueOn(bookFrom('2025-01-01'), '2026-01-01')).toBe(3_300_000n);
    expect(dueOn(bookFrom('2023-03-01'), '2024-03-01')).toBe(3_309_041n);
  });

  test('is nothing on the day of disbursement', () => {
    expect(dueOn(bookFrom('2026-04-01'), '2026-04-01')).toBe(0n);
  });

  test('stands still from the first to the last day of a freeze', () => {
    const freeze = { from: businessDay('2026-04-01'), until: businessDay('2026-04-30'), decisionNumber: '1' };
    const book = bookFrom('2026-04-01', { freeze });
    expect(dueOn(book, '2026-05-01')).toBe(0n);
    expect(dueOn(book, '2026-05-02')).toBe(9_041n);
  });

  test('does not change when counted in any two parts', () => {
    const book = bookFrom('2026-04-01');
    const whole = accrue({ terms, book }, businessDay('2030-01-01'));
    for (let split = 0; split < 1300; split += 37) {
      const part = accrue({ terms, book }, addDays(businessDay('2026-04-01'), split));
      const both = accrue({ terms, book: part }, businessDay('2030-01-01'));
      expect([both.inTermInterest, both.overdueInterest]).toEqual([
        whole.inTermInterest,
        whole.overdueInterest,
      ]);
    }
  });
});

describe('overdue principal', () => {
  const on = (disbursedOn: string, day: string) =>
    overduePrincipal({ terms, book: bookFrom(disbursedOn) }, businessDay(day));

  test('of a loan signed from 2026-03-01 is each missed instalment, from the day after it is due', () => {
    expect(on('2026-03-02', '2027-03-02')).toBe(0n);
    expect(on('2026-03-02', '2027-03-03')).toBe(16_666_666n);
    expect(on('2026-03-02', '2028-03-03')).toBe(33_333_332n);
    expect(on('2026-03-02', '2029-03-03')).toBe(50_000_000n);
  });

  test('of an older loan waits for maturity', () => {
    expect(on('2026-02-27', '2029-02-27')).toBe(0n);
    expect(on('2026-02-27', '2029-02-28')).toBe(50_000_000n);
  });

  test('bears the overdue rate and the rest bears the rate', () => {
    const book = accrue({ terms, book: bookFrom('2026-03-02') }, businessDay('2027-03-03'));
    const paid = payInterest(book, interestDue(book).total);
    const later = accrue({ terms, book: paid }, businessDay('2028-03-01'));
    // 364 nights: 16 666 666 at 8.58 %, 33 333 334 at 6.6 %.
    expect(interestDue(later)).toEqual({ total: 3_620_055n, overdue: 1_426_082n });
  });
});

describe('paying interest', () => {
  const book = accrue({ terms, book: bookFrom('2026-03-02') }, businessDay('2027-06-02'));

  test('in part takes exactly that part', () => {
    const { total } = interestDue(book);
    const part = payInterest(book, vnd(1_000_000));
    expect(interestDue(part).total).toBe(total - 1_000_000n);
    expect(part.interestPaid).toBe(1_000_000n);
  });

  test('takes overdue interest first', () => {
    const { overdue } = interestDue(book);
    expect(interestDue(payInterest(book, vnd(overdue))).overdue).toBe(0n);
  });

  test('in full leaves nothing, the rounding included', () => {
    const paid = payInterest(book, interestDue(book).total);
    expect([paid.inTermInterest, paid.overdueInterest]).toEqual([0n, 0n]);
  });
});
