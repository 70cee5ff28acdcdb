import { expect, it } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { gapOf } from './contract-target.ts';

it.each([
  ['15', 150n, 1000n, { isReached: true, missing: 0n }],
  ['15', 149n, 1000n, { isReached: false, missing: 1n }],
  // 15 % of 999 are 149.85: 150 reach it, and 149 lack one whole đồng.
  ['15', 150n, 999n, { isReached: true, missing: 0n }],
  ['15', 149n, 999n, { isReached: false, missing: 1n }],
  ['30', -20n, 100n, { isReached: false, missing: 50n }],
  ['0', 0n, 100n, { isReached: true, missing: 0n }],
  ['15', 10n, 0n, null],
  ['15', 10n, -5n, null],
])('at least %s %% of a whole: %s of %s', (atLeast, numerator, denominator, gap) => {
  expect(gapOf(parseRate(atLeast), { numerator, denominator })).toEqual(gap);
});
