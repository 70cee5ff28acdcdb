import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isMarked, NO_MARKS, withMark } from './repayment-marks.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{2,47}$/), { maxLength: 40 });

describe('the marks of repayments', () => {
  test.prop([ids])('know the last sixteen, in a string that does not grow', (given) => {
    const marks = given.reduce(withMark, NO_MARKS);
    for (const id of given.slice(-16)) expect(isMarked(marks, id)).toBe(true);
    expect(marks.length).toBeLessThanOrEqual(16 * 7);
  });

  test.prop([ids])('do not know what was never paid', (given) => {
    const [first = 'pay-1', ...others] = given;
    expect(isMarked(others.reduce(withMark, NO_MARKS), first)).toBe(false);
  });

  it('are no more fooled by a mark that lies across two others', () => {
    const marks = withMark(withMark(NO_MARKS, 'pay-1'), 'pay-2');
    expect(marks).toHaveLength(14);
    expect(isMarked(marks, 'pay-3')).toBe(false);
  });

  it('forget the seventeenth back', () => {
    const many = Array.from({ length: 17 }, (_, index) => `pay-${index}`);
    expect(isMarked(many.reduce(withMark, NO_MARKS), 'pay-0')).toBe(false);
  });
});
