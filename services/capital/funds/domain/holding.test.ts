import { expect, it } from 'vitest';
import { holderOn, holdsOn } from './holding.ts';

const holding = {
  sourceId: 'src-hl',
  holderSourceId: 'src-province',
  from: '2025-07-01',
  recordedAt: '2025-07-10T02:00:00.000Z',
  ended: { on: '2025-09-01', recordedAt: '2025-09-05T02:00:00.000Z' },
};

it.each([
  ['2025-06-30', null, false],
  ['2025-07-01', null, true],
  ['2025-08-31', null, true],
  ['2025-09-01', null, false],
  ['2025-07-01', '2025-07-10T01:59:59.999Z', false],
  ['2025-07-01', '2025-07-10T02:00:00.000Z', true],
  // The reversal was not known yet.
  ['2025-09-01', '2025-09-05T01:59:59.999Z', true],
  ['2025-09-01', '2025-09-05T02:00:00.000Z', false],
])('on %s, known on %s: %s', (asOf, knownOn, holds) => {
  expect(holdsOn(holding, asOf, knownOn)).toBe(holds);
  expect(holderOn([holding], asOf, knownOn)).toBe(holds ? holding : null);
});

it('goes on while nobody reversed it', () => {
  expect(holdsOn({ ...holding, ended: null }, '2030-01-01', null)).toBe(true);
});
