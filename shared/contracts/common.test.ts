import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  DecisionSchema,
  GivenVndSchema,
  LegalSourceSchema,
  PositiveVndSchema,
  ShortTextSchema,
  SignedVndSchema,
  VndSchema,
} from './common.ts';

const takes = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;
const LONGEST = '9'.repeat(16);

describe('an amount', () => {
  it.each([PositiveVndSchema, GivenVndSchema])('that is sent has at most 16 digits', (schema) => {
    expect(takes(schema, LONGEST)).toBe(true);
    expect(takes(schema, `1${LONGEST}`)).toBe(false);
    for (const text of ['007', '-1', '+1', '1.5', '1e3', ' 5', '５', ''])
      expect(takes(schema, text)).toBe(false);
  });

  it.each([VndSchema, SignedVndSchema])('that is shown may be a sum of such amounts', (schema) => {
    expect(takes(schema, (BigInt(LONGEST) * 1_000_000n).toString())).toBe(true);
  });
});

describe('a line of text', () => {
  it.each(['Nguyễn Thị Hoa', 'Hòa', '12/NQ-HĐND', "Thôn 'Đồng' – 3", '🐓'])('may be %s', (text) => {
    expect(takes(ShortTextSchema, text)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['blanks only', ' \u00a0 '],
    ['a zero character', 'A\u0000B'],
    ['a line break', 'A\nB'],
    ['half a surrogate pair', 'A\ud800'],
    ['a mark that turns the direction', 'A\u202eB'],
    ['more than 200 characters', 'x'.repeat(201)],
  ])('may not be %s', (_, text) => {
    expect(takes(ShortTextSchema, text)).toBe(false);
  });
});

describe('the paper behind an act', () => {
  const decision = { number: '12/NQ-HĐND', issuedOn: '2026-01-10', issuer: 'HĐND tỉnh' };
  const source = { instrument: 'Nghị định', issuedOn: '2014-04', effectiveOn: null, confidence: 'memory' };

  it('takes no field of another name', () => {
    expect([takes(DecisionSchema, decision), takes(LegalSourceSchema, source)]).toEqual([true, true]);
    expect(takes(DecisionSchema, { ...decision, issuedBy: 'x' })).toBe(false);
    expect(takes(LegalSourceSchema, { ...source, issuedAt: 'x' })).toBe(false);
  });

  it.each(['not a day', '2026-02-30', '2026-13', '26'])('is not issued on %s', (issuedOn) => {
    expect(takes(LegalSourceSchema, { ...source, issuedOn })).toBe(false);
  });

  it.each(['2026-02-28', '2014-04', '2014'])('may be issued on %s', (issuedOn) => {
    expect(takes(LegalSourceSchema, { ...source, issuedOn })).toBe(true);
  });
});
