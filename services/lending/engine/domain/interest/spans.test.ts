import { describe, expect, test } from 'vitest';
import { asOf, lent, paid, rate, text } from '#test/support/engine-terms.ts';
import type { Rounding } from '../terms/terms.ts';

describe('the derivation', () => {
  test('names the row of each night that bears interest; overdue nights after the last row have none', () => {
    const { derivation } = asOf('2026-04-20', { instalments: 2 }, [
      lent('2026-01-15', 2_000_000),
      paid('2026-02-15', 9000),
      paid('2026-04-10', 2_050_000),
    ]);
    const spans = derivation.map(({ n, kind, from, to, balance, interest }) => [
      ...[n, kind, text(from), text(to)],
      ...[balance, interest],
    ]);
    expect(spans).toEqual([
      // 2 000 000 × 6.6 % × 31 / 365 and 1 000 000 × 6.6 % × 28 / 365
      [1, 'in-term', '2026-01-15', '2026-02-15', 2_000_000, 11_211],
      [2, 'in-term', '2026-02-15', '2026-03-15', 1_000_000, 5063],
      // Row 1 and then all is overdue at 1.3 × 6.6 %: × 28 / 365 and × 26 / 365, until it is paid.
      [2, 'overdue', '2026-02-15', '2026-03-15', 1_000_000, 6582],
      [null, 'overdue', '2026-03-15', '2026-04-10', 2_000_000, 12_224],
    ]);
  });

  test('rounds the interest of a span as the terms do', () => {
    // A night at 3.65 % is a ten-thousandth: 0.5 and 1.5 đồng.
    const night = (amount: number, rounding: Rounding) =>
      asOf('2026-01-16', { rates: rate('3.65'), rounding }, [lent('2026-01-15', amount)]).derivation[0]
        ?.interest;
    expect([night(4999, 'half-up'), night(5000, 'half-up'), night(15_000, 'half-up')]).toEqual([0, 1, 2]);
    expect([night(5000, 'half-even'), night(15_000, 'half-even')]).toEqual([0, 2]);
  });
});
