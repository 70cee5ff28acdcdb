import { expect, test } from 'vitest';
import { baseOf } from './reckon-indicator.ts';

test.each([
  ['growth-share', '2023-07-31', undefined, '2022-12-31'],
  ['growth-share', '2023-07-31', '2023-01-31', '2023-01-31'],
  ['cap-03', '2014-01-01', undefined, '2014-01-01'],
  ['growth-share', '1900-01-01', undefined, '1900-01-01'],
  ['cap-01', '2023-07-31', undefined, null],
] as const)('%s on %s, asked to compare with %s, is compared with %s', (indicator, asOf, given, base) => {
  expect(baseOf(indicator, asOf, given)).toBe(base);
});

test('a base after the day is refused', () => {
  expect(() => baseOf('growth-share', '2023-07-31', '2023-08-01')).toThrow(
    expect.objectContaining({ code: 'series-range-refused' }) as Error,
  );
});
