import { describe, expect, it } from 'vitest';
import { vnd } from '#shared/domain/vnd.ts';
import { movementsOf, referencesOf } from './quota-lines.ts';
import type { QuotaLine } from './quota-lines.ts';

const amount = vnd(5);

const A = { programmeId: 'p', areaId: 'a' };

const B = { programmeId: 'q', areaId: 'b' };

describe('the ids of a line', () => {
  it.each([
    ['allocate', 'in-force'],
    ['recall', 'begun'],
  ] as const)('that would %s must be %s', (kind, needs) => {
    expect(referencesOf({ line: 3, kind, ...A, amount })).toEqual([
      { kind: 'programme', id: 'p', pointer: '/lines/3/programmeId', line: 3, needs },
      { kind: 'area', id: 'a', pointer: '/lines/3/areaId', line: 3, needs },
    ]);
  });

  it('that moves must have begun where it takes, and be in force where it gives', () => {
    expect(referencesOf({ line: 0, kind: 'move', from: A, to: B, amount })).toEqual([
      { kind: 'programme', id: 'p', pointer: '/lines/0/from/programmeId', line: 0, needs: 'begun' },
      { kind: 'area', id: 'a', pointer: '/lines/0/from/areaId', line: 0, needs: 'begun' },
      { kind: 'programme', id: 'q', pointer: '/lines/0/to/programmeId', line: 0, needs: 'in-force' },
      { kind: 'area', id: 'b', pointer: '/lines/0/to/areaId', line: 0, needs: 'in-force' },
    ]);
  });
});

describe('movements', () => {
  it('are recalls, then allocations, each by place, then as they were sent', () => {
    const lines: QuotaLine[] = [
      { line: 0, kind: 'allocate', ...B, amount },
      { line: 1, kind: 'recall', ...B, amount },
      { line: 2, kind: 'move', from: A, to: B, amount },
      { line: 3, kind: 'allocate', ...A, amount },
      { line: 4, kind: 'recall', ...A, amount },
    ];
    const order = movementsOf(lines.toReversed()).map(({ line, kind, isMove, areaId }) => [
      line,
      kind,
      areaId,
      isMove,
    ]);
    expect(order).toEqual([
      [2, 'recall', 'a', true],
      [4, 'recall', 'a', false],
      [1, 'recall', 'b', false],
      [3, 'allocate', 'a', false],
      [0, 'allocate', 'b', false],
      [2, 'allocate', 'b', true],
    ]);
    expect(movementsOf(lines)).toEqual(movementsOf(lines.toReversed()));
  });
});
