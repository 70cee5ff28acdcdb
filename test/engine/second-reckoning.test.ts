import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disagreements } from './compare.ts';
import { lifeOfLevelLoan, lifeOfLoan } from './lives.ts';
import type { LifeOfLoan } from './lives.ts';
import { runs } from './runs.ts';
import { shown } from './shown.ts';

/** Draws lives and fails on the first figure on which the two disagree. */
function agreeOn(lives: fc.Arbitrary<LifeOfLoan>, usual: number): void {
  const parameters = runs(usual);
  let refused = 0;
  fc.assert(
    fc.property(lives, (life) => {
      const found = disagreements(life);
      if (found === 'refused') refused += 1;
      else expect(found, shown(life)).toEqual([]);
    }),
    parameters,
  );
  // Lives are drawn to fit their terms; were most of them refused, nothing would be compared.
  expect(refused).toBeLessThan(parameters.numRuns / 10);
}

describe('the engine and the day-by-day reckoning', () => {
  test('agree on every figure of random lives', { timeout: 600_000 }, () => {
    agreeOn(lifeOfLoan, 1200);
  });

  test('agree on every figure of random lives with level instalments', { timeout: 600_000 }, () => {
    agreeOn(lifeOfLevelLoan, 500);
  });
});
