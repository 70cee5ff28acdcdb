import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disagreements } from './compare.ts';
import { lifeOfLoan } from './lives.ts';
import { shown } from './shown.ts';

/** `LIVES=100000` for a long search; the default keeps to a few seconds. */
const LIVES = Number(process.env['RECKONED'] ?? process.env['LIVES'] ?? 1500);

describe('the engine and the day-by-day reckoning', () => {
  test(`agree on every figure of ${String(LIVES)} random lives`, { timeout: 600_000 }, () => {
    let refused = 0;
    fc.assert(
      fc.property(lifeOfLoan, (life) => {
        const found = disagreements(life);
        if (found === 'refused') refused += 1;
        else expect(found, shown(life)).toEqual([]);
      }),
      { numRuns: LIVES, ...(process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }) },
    );
    // Lives are drawn to fit their terms; were most of them refused, nothing would be compared.
    expect(refused).toBeLessThan(LIVES / 20);
  });
});
