import { expect, test } from 'vitest';
import { shownBy, shownByNumber } from './number-format.ts';

test.each([
  ['General', 'plain'],
  ['0', 'plain'],
  ['@', 'plain'],
  ['#,##0', 'plain'],
  ['#,##0.00', 'plain'],
  ['0.00E+00', 'plain'],
  [String.raw`#,##0\ \d`, 'plain'],
  [String.raw`#,##0\ "₫"`, 'plain'],
  ['#,##0" đồng"', 'plain'],
  ['#,##0 [$VND]', 'plain'],
  [String.raw`#,##0\ [$₫-42A];[Red]\-#,##0\ [$₫-42A]`, 'plain'],
  [String.raw`_-* #,##0\ _₫_-;\-* #,##0\ _₫_-;_-* "-"\ _₫_-;_-@_-`, 'plain'],
  ['#,##0_);(#,##0)', 'plain'],
  ['[Red]#,##0;[Blue]-#,##0;"không có"', 'plain'],
  ['d/m/yyyy', 'date'],
  ['[$-42A]dd/mm/yyyy;@', 'date'],
  ['yyyy\\-mm\\-dd', 'date'],
  ['hh:mm AM/PM', 'date'],
  ['[h]:mm', 'date'],
  ['[ss]', 'date'],
  ['"ngày" d', 'date'],
  ['0%', 'unit'],
  [String.raw`0\%`, 'unit'],
  ['# ?/?', 'unit'],
  ['#,##0,', 'unit'],
  ['#,##0,," triệu"', 'unit'],
  ['#,##0" triệu"', 'unit'],
  ['General" tr"', 'unit'],
  ['[$USD] #,##0', 'unit'],
  ['[>=1000000]#,##0;#,##0,"k"', 'unit'],
  ['['.repeat(1_000_000), 'unit'],
] as const)('a number in the format %.60s is shown as %s', (format, shown) => {
  expect(shownBy(format)).toBe(shown);
});

test.each([
  [0, 'plain'],
  [3, 'plain'],
  [9, 'unit'],
  [14, 'date'],
  [22, 'date'],
  [41, 'plain'],
  [47, 'date'],
  [49, 'plain'],
  [164, 'plain'],
] as const)('a number in format number %i of the program is shown as %s', (id, shown) => {
  expect(shownByNumber(id)).toBe(shown);
});
