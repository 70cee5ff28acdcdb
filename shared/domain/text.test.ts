import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { asWritten, isLine, PLAIN_LINE_PATTERN } from './text.ts';

describe('a text as it is kept', () => {
  test.each([
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['  Hoàng   Thị\u00a0\u2009Lan ', 'Hoàng Thị Lan'],
    ['\ufeffHòa\u200b\u2060', 'Hòa'],
    ['Quảng\u00adNinh', 'QuảngNinh'],
    [' \u200b \ufeff', ''],
    ['\u3164\u115f', ''],
    ['\u200e\u200fA\u200d', 'A'],
    ['A\u202eB', 'A\u202eB'],
    ['A\tB\n', 'A\tB\n'],
    ['🐓', '🐓'],
  ])('of %j is %j', (text, kept) => {
    expect(asWritten(text)).toBe(kept);
    expect(asWritten(kept)).toBe(kept);
  });
});

describe('a line', () => {
  test.each(['Hòa', '12/NQ-HĐND', '–', '₫', '🐓', '5'])('may be %s', (text) => {
    expect(isLine(text)).toBe(true);
  });

  test.each([
    '',
    ' ',
    '\u200b',
    '\u2060\ufeff',
    '\u00ad',
    '\u2800',
    '\u0301',
    'A\u0000',
    'A\tB',
    'A\nB',
    'A\u2028B',
    'A\u202eB',
    'A\u2066',
    'A\ud800',
  ])('may not be %j', (text) => {
    expect(isLine(text)).toBe(false);
  });
});

describe('a line as documents tell it', () => {
  const engines = [new RegExp(PLAIN_LINE_PATTERN), new RegExp(PLAIN_LINE_PATTERN, 'u')];
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

  property.prop([anyText])('is every line that is taken', (text) => {
    fc.pre(isLine(asWritten(text)));
    for (const engine of engines) expect(engine.test(text)).toBe(true);
  });

  test.each(['', ' ', '\u200b', '\u2060\ufeff', '\u2800', 'A\u0000', 'A\tB', 'A\nB', 'A\u202eB', 'A\u2066'])(
    'is not %j',
    (text) => {
      for (const engine of engines) expect(engine.test(text)).toBe(false);
    },
  );
});
