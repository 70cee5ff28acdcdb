import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { fieldErrors } from '#shared/runtime/schema-issues.ts';
import {
  DaySchema,
  DecisionSchema,
  GivenVndSchema,
  InstantSchema,
  LegalSourceSchema,
  PositiveVndSchema,
  ShortTextSchema,
  SignedVndSchema,
  VndSchema,
  lineOf,
} from './common.ts';

const takes = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;
/** What is said of a value that does not do, in English. */
const said = (schema: z.core.$ZodType, value: unknown) =>
  fieldErrors('', z.safeParse(schema, value).error?.issues ?? []).map(({ detail }) => detail.en);
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
    ['what nobody sees', '\u200b\u2060\ufeff\u00ad'],
    ['more than 200 characters', 'x'.repeat(201)],
  ])('may not be %s', (_, text) => {
    expect(takes(ShortTextSchema, text)).toBe(false);
  });
});

describe('a text that is equal to another for who reads it', () => {
  it.each(['Nguye\u0302\u0303n Thị  Hoa', ' Nguyễn\u00a0Thị Hoa\u200b', '\ufeffNguyễn Thị Hoa'])(
    'is kept as %j is',
    (text) => {
      expect(z.parse(ShortTextSchema, text)).toBe('Nguyễn Thị Hoa');
    },
  );

  it('is as long as it is kept', () => {
    expect(takes(ShortTextSchema, ` ${'x'.repeat(200)} `)).toBe(true);
  });

  it('is told in the documents', () => {
    const { type, minLength, maxLength, pattern } = z.toJSONSchema(lineOf(200));
    expect({ type, minLength, maxLength }).toEqual({ type: 'string', minLength: 1, maxLength: 200 });
    const told = new RegExp(pattern ?? '', 'u');
    expect(['Hòa', ' Hòa '].every((text) => told.test(text))).toBe(true);
    expect(['', '\u200b', 'A\nB'].some((text) => told.test(text))).toBe(false);
  });
});

describe('a day', () => {
  it.each(['1900-01-01', '2026-02-28', '2199-12-31'])('may be %s', (day) => {
    expect(takes(DaySchema, day)).toBe(true);
  });

  it.each([
    ['0000-01-01', 'A day of the calendar from 1900-01-01 to 2199-12-31 expected'],
    ['1899-12-31', 'A day of the calendar from 1900-01-01 to 2199-12-31 expected'],
    ['2200-01-01', 'A day of the calendar from 1900-01-01 to 2199-12-31 expected'],
    ['2026-02-29', 'A day of the calendar from 1900-01-01 to 2199-12-31 expected'],
  ])('may not be %s, and is told why', (day, why) => {
    expect(said(DaySchema, day)).toEqual([why]);
  });

  it('of a paper is not before 1945', () => {
    const paper = { number: '1/SL', issuer: 'Chính phủ' };
    expect(takes(DecisionSchema, { ...paper, issuedOn: '1945-01-01' })).toBe(true);
    expect(said(DecisionSchema, { ...paper, issuedOn: '1944-12-31' })).toEqual([
      'No paper was issued before 1945-01-01',
    ]);
    expect(said(DecisionSchema, { ...paper, issuedOn: '0000-01-01' })).toContain(
      'A day of the calendar from 1900-01-01 to 2199-12-31 expected',
    );
  });
});

describe('an instant', () => {
  it('is taken in every form of RFC 3339 and kept in one', () => {
    for (const text of ['2026-11-24T09:30:00+07:00', '2026-11-24T02:30:00.000000Z', '2026-11-24t02:30:00z']) {
      expect(z.parse(InstantSchema, text)).toBe('2026-11-24T02:30:00.000Z');
    }
    expect(said(InstantSchema, '2016-12-31T23:59:60Z')).toEqual([
      expect.stringContaining('leap seconds') as string,
    ]);
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

  it.each(['not a day', '2026-02-30', '2026-13', '26', '0000', '1944-12', '2200'])(
    'is not issued on %s',
    (issuedOn) => {
      expect(takes(LegalSourceSchema, { ...source, issuedOn })).toBe(false);
    },
  );

  it.each(['2026-02-28', '2014-04', '2014'])('may be issued on %s', (issuedOn) => {
    expect(takes(LegalSourceSchema, { ...source, issuedOn })).toBe(true);
  });
});
