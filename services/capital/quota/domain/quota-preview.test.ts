import { describe, expect, it } from 'vitest';
import { vnd } from '#shared/domain/vnd.ts';
import { linesOf, movementsOf } from './quota-lines.ts';
import type { QuotaLine, QuotaPlace } from './quota-lines.ts';
import { NOTHING_HELD, previewDecision } from './quota-preview.ts';
import { dayViolations } from './quota-violations.ts';

const PROGRAMME = 'job-creation';

const at = (areaId: string): QuotaPlace => ({ programmeId: PROGRAMME, areaId });

const A = at('06652-2025');

const B = at('06655-2025');

const RESERVE = at('22');

type Sent =
  readonly ['allocate' | 'recall', QuotaPlace, number] | readonly ['move', QuotaPlace, QuotaPlace, number];

const linesFrom = (...sent: readonly Sent[]): QuotaLine[] =>
  sent.map((line, index): QuotaLine =>
    line[0] === 'move'
      ? { line: index, kind: 'move', from: line[1], to: line[2], amount: vnd(line[3]) }
      : { line: index, kind: line[0], ...line[1], amount: vnd(line[2]) },
  );

/** 100 unallocated; A holds 80, of which 50 are available. */
const preview = (...sent: readonly Sent[]) =>
  previewDecision(
    vnd(100),
    ({ areaId }) => (areaId === A.areaId ? { quota: vnd(80), available: vnd(50) } : NOTHING_HELD),
    linesFrom(...sent),
  );

const pointers = (...sent: readonly Sent[]) => preview(...sent).refused.map(({ pointer }) => pointer);

describe('a decision within its limits', () => {
  it('recalls first, then allocates, and shows each place before and after', () => {
    const { rows, sums, refused } = preview(
      ['allocate', B, 120],
      ['recall', A, 30],
      ['move', A, RESERVE, 20],
    );
    expect(refused).toEqual([]);
    expect(sums).toEqual({
      lines: 3,
      allocated: 140n,
      recalled: 50n,
      unallocatedBefore: 100n,
      unallocatedAfter: 10n,
    });
    expect(rows.map(({ line, kind, areaId, before, after }) => [line, kind, areaId, before, after])).toEqual([
      [1, 'recall', A.areaId, { quota: 80n, available: 50n }, { quota: 50n, available: 20n }],
      [2, 'recall', A.areaId, { quota: 50n, available: 20n }, { quota: 30n, available: 0n }],
      [0, 'allocate', B.areaId, NOTHING_HELD, { quota: 120n, available: 120n }],
      [2, 'allocate', '22', NOTHING_HELD, { quota: 20n, available: 20n }],
    ]);
  });

  it('may move out of one place to several, and on from where it came', () => {
    expect(pointers(['move', A, B, 20], ['move', A, RESERVE, 30], ['recall', B, 1])).toEqual([
      '/lines/2/amount',
    ]);
  });

  it('gives its lines again from its movements', () => {
    const lines = linesFrom(['allocate', B, 1], ['move', A, RESERVE, 2], ['recall', A, 3], ['move', A, B, 4]);
    expect(linesOf(movementsOf(lines))).toEqual(lines);
  });
});

describe('a limit', () => {
  it('of what is available counts earlier lines, and no line of the same decision gives to it', () => {
    const { refused, sums } = preview(['allocate', A, 60], ['recall', A, 30], ['move', A, B, 21]);
    expect(refused).toEqual([
      {
        pointer: '/lines/2/amount',
        detail: {
          vi: 'Dòng 3: thu hồi 21 đồng nhưng chỉ còn khả dụng 20 đồng, thiếu 1 đồng',
          en: 'Line 3: recalls 21 đồng of 20 available, 1 too many',
        },
      },
    ]);
    expect(sums).toMatchObject({ lines: 2, allocated: 60n, recalled: 30n });
  });

  it('of what is unallocated counts recalls, but not what is moved', () => {
    expect(pointers(['allocate', B, 130], ['recall', A, 30])).toEqual([]);
    const { refused } = preview(['allocate', B, 131], ['move', A, RESERVE, 30]);
    expect(refused).toMatchObject([
      {
        pointer: '/lines/0/amount',
        detail: { en: 'Line 1: allocates 131 đồng where the source has 100 left to allocate, 31 too many' },
      },
    ]);
  });

  it('of lines: none says again what another said, or moves to where it came from', () => {
    expect(
      pointers(
        ['allocate', B, 1],
        ['recall', A, 1],
        ['allocate', B, 2],
        ['move', A, A, 1],
        ['move', A, B, 1],
        ['move', A, B, 1],
        ['recall', A, 2],
      ),
    ).toEqual(['/lines/2', '/lines/3/to', '/lines/5', '/lines/6']);
    const [again, inPlace] = preview(['recall', A, 1], ['recall', A, 2], ['move', A, A, 1]).refused;
    expect(again?.detail.en).toBe('Line 2: same kind, programme and area as line 1');
    expect(inPlace?.detail.en).toBe('Line 3: moves to where it comes from');
  });

  it('that is violated is named with all others, and what keeps to it is left', () => {
    const { refused, refusedLines, rows } = preview(
      ['recall', A, 51],
      ['allocate', B, 101],
      ['allocate', RESERVE, 100],
      ['allocate', A, 1],
      ['recall', B, 1],
      ['move', B, B, 1],
    );
    expect(refused.map(({ pointer }) => pointer)).toEqual([
      '/lines/0/amount',
      '/lines/1/amount',
      '/lines/3/amount',
      '/lines/4/amount',
      '/lines/5/to',
    ]);
    expect(refusedLines).toBe(5);
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });

  it('counts no line that names a stranger, and names them among the others by their lines', () => {
    const field = { pointer: '/lines/1/areaId', detail: { vi: 'x', en: 'x' } };
    const { refused, refusedLines, rows } = previewDecision(
      vnd(100),
      () => NOTHING_HELD,
      linesFrom(['allocate', A, 101], ['allocate', B, 60], ['allocate', RESERVE, 100], ['recall', A, 1]),
      [{ code: 'reference-unknown', line: 1, field }],
    );
    expect(refused.map(({ pointer }) => pointer)).toEqual([
      '/lines/0/amount',
      '/lines/1/areaId',
      '/lines/3/amount',
    ]);
    expect(refusedLines).toBe(3);
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });

  it('of days: not before the paper, not before the last entry of the source', () => {
    const day = { effectiveOn: '2026-01-10', issuedOn: '2026-01-10' };
    expect(dayViolations('2026-01-10', day)).toEqual([]);
    const both = dayViolations('2026-01-11', { ...day, issuedOn: '2026-01-12' });
    expect(both.map(({ pointer, detail }) => [pointer, detail.en])).toEqual([
      ['/decision/issuedOn', 'The effective day 2026-01-10 is before the decision is issued, 2026-01-12'],
      ['/effectiveOn', 'The effective day 2026-01-10 is before the last entry of the source, 2026-01-11'],
    ]);
  });
});
