import { describe, expect, it } from 'vitest';
import { strangersAmong, strangersRefused, whenDecided } from './named-references.ts';
import type { NamedReference } from './named-references.ts';
import { newerOf, referenceName, standingOn } from './reference.ts';
import type { Reference } from './reference.ts';

const reference = (given: Partial<Reference> = {}): Reference => ({
  kind: 'programme',
  id: 'job-creation',
  revision: 1,
  periods: [{ from: '2020-01-01', to: null }],
  isClosed: false,
  ...given,
});

describe('what is known of an id on a day', () => {
  const two = reference({
    periods: [
      { from: '2025-07-01', to: '2026-06-30' },
      { from: '2020-01-01', to: '2024-12-31' },
    ],
  });

  it.each([
    ['2019-12-31', { kind: 'not-begun', from: '2020-01-01' }],
    ['2020-01-01', { kind: 'in-force' }],
    ['2024-12-31', { kind: 'in-force' }],
    ['2025-01-01', { kind: 'ended', on: '2024-12-31' }],
    ['2025-07-01', { kind: 'in-force' }],
    ['2026-07-01', { kind: 'ended', on: '2026-06-30' }],
  ])('of two times on %s', (day, standing) => {
    expect(standingOn(two, day)).toEqual(standing);
  });

  it('without a first day it was always there, and without a last one it is there still', () => {
    const always = reference({ kind: 'area', periods: [{ from: null, to: null }] });
    expect(standingOn(always, '1945-09-02')).toEqual({ kind: 'in-force' });
    expect(standingOn(always, '2199-12-31')).toEqual({ kind: 'in-force' });
  });

  it('closed it has ended on a day nobody told, but what ended before is judged by its own days', () => {
    const closed = reference({
      isClosed: true,
      periods: [
        { from: '2020-01-01', to: '2024-12-31' },
        { from: '2025-01-01', to: null },
      ],
    });
    expect(standingOn(closed, '2024-06-01')).toEqual({ kind: 'in-force' });
    expect(standingOn(closed, '2026-06-01')).toEqual({ kind: 'ended', on: null });
  });

  it('is nothing before it was told of', () => {
    expect(standingOn(null, '2026-06-01')).toEqual({ kind: 'unknown' });
    expect(standingOn(reference({ periods: [] }), '2026-06-01')).toEqual({ kind: 'not-begun', from: null });
  });

  it('is what the newest revision says, in whatever order revisions come', () => {
    const [first, second] = [reference({ revision: 1 }), reference({ revision: 2 })];
    expect(newerOf(null, first)).toBe(first);
    expect(newerOf(first, second)).toBe(second);
    expect(newerOf(second, first)).toBeNull();
    expect(newerOf(second, second)).toBeNull();
  });
});

describe('ids that do not do', () => {
  const ended = reference({ kind: 'area', id: '193-0000', periods: [{ from: null, to: '2025-06-30' }] });
  const coming = reference({ id: 'coming', periods: [{ from: '2027-01-01', to: null }] });
  const closed = reference({ id: 'closed', isClosed: true });
  const known = new Map([ended, coming, closed].map((one) => [referenceName(one), one]));
  const named = (
    { kind, id }: Pick<Reference, 'kind' | 'id'>,
    needs: NamedReference['needs'],
    line: number | null = 3,
  ): NamedReference => ({ kind, id, pointer: '/lines/3/id', line, needs });
  const judge = (...all: NamedReference[]) => strangersAmong(all, known, '2026-06-15');
  const missing = { kind: 'area', id: '00001-2025' } as const;

  it('are those not in force where money is to go, and fewer where it only comes from', () => {
    const all = [ended, coming, closed, missing];
    const strange = (needs: NamedReference['needs']) =>
      all.filter((one) => judge(named(one, needs)).length > 0).map(({ id }) => id);
    expect(strange('in-force')).toEqual(['193-0000', 'coming', 'closed', '00001-2025']);
    expect(strange('begun')).toEqual(['coming', '00001-2025']);
    expect(strange('known')).toEqual(['00001-2025']);
  });

  it('are told with their line, the day, and what to do, in both languages', () => {
    const texts = judge(...[ended, coming, closed, missing].map((one) => named(one, 'in-force'))).map(
      ({ field }) => field.detail,
    );
    expect(texts).toEqual([
      {
        vi: 'Dòng 4: địa bàn 193-0000 đã kết thúc ngày 2025-06-30, không còn hiệu lực vào ngày 2026-06-15',
        en: 'Line 4: area 193-0000 ended on 2025-06-30 and is not in force on 2026-06-15',
      },
      {
        vi: 'Dòng 4: chương trình coming bắt đầu từ ngày 2027-01-01, chưa có hiệu lực vào ngày 2026-06-15',
        en: 'Line 4: programme coming begins on 2027-01-01 and is not in force on 2026-06-15',
      },
      {
        vi: 'Dòng 4: chương trình closed đã đóng, không nhận vốn vào ngày 2026-06-15',
        en: 'Line 4: programme closed is closed and takes no capital on 2026-06-15',
      },
      {
        vi: 'Dòng 4: địa bàn 00001-2025 phân hệ vốn chưa biết: mã sai, hoặc mới được ghi nhận và chưa tới đây; kiểm tra mã, gửi lại sau giây lát',
        en: 'Line 4: area 00001-2025 is not known to the capital service: the id is wrong, or it was recorded just now and has not arrived yet; check it, send again shortly',
      },
    ]);
    const [withoutLine] = judge(named(closed, 'in-force', null));
    expect(withoutLine?.field.detail.en).toBe(
      'programme closed is closed and takes no capital on 2026-06-15',
    );
  });

  it('are refused by the first meaning there is, with every field', () => {
    const strangers = judge(named(ended, 'in-force'), named(missing, 'in-force'));
    expect(strangersRefused(strangers)).toMatchObject({
      code: 'reference-unknown',
      facts: { references: 2 },
      fields: strangers.map(({ field }) => field),
    });
    expect(strangersRefused(judge(named(ended, 'in-force')))).toMatchObject({
      code: 'reference-not-in-force',
    });
    expect(strangersRefused(whenDecided(strangers))).toMatchObject({ code: 'reference-not-in-force' });
  });
});
