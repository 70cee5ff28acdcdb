import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disagreements } from './compare.ts';
import { lifeOfLoan } from './lives.ts';
import { runs } from './runs.ts';
import { shown } from './shown.ts';

const RUNS = runs(1500);

describe('the engine and the day-by-day reckoning', () => {
  test(`agree on every figure of ${String(RUNS.numRuns)} random lives`, { timeout: 600_000 }, () => {
    let refused = 0;
    fc.assert(
      fc.property(lifeOfLoan, (life) => {
        const found = disagreements(life);
        if (found === 'refused') refused += 1;
        else expect(found, shown(life)).toEqual([]);
      }),
      RUNS,
    );
    // Lives are drawn to fit their terms; were most of them refused, nothing would be compared.
    expect(refused).toBeLessThan(RUNS.numRuns / 20);
  });
});
