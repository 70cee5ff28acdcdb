import type { NamedReference } from '#capital/references/domain/named-references.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** A programme in a commune, or in an area that holds a reserve: the province, a former district. */
export interface QuotaPlace {
  readonly programmeId: string;
  readonly areaId: string;
}

/** A line of a quota decision, with its number as it was sent; amounts in đồng. */
export type QuotaLine = { readonly line: number; readonly amount: Vnd } & (
  | ({ readonly kind: 'allocate' | 'recall' } & QuotaPlace)
  | { readonly kind: 'move'; readonly from: QuotaPlace; readonly to: QuotaPlace }
);

/** What a line does to one place; a move does two. */
export interface QuotaMovement extends QuotaPlace {
  readonly line: number;
  readonly kind: 'allocate' | 'recall';
  readonly isMove: boolean;
  readonly amount: Vnd;
}

export function placeName({ programmeId, areaId }: QuotaPlace): string {
  return `${areaId}#${programmeId}`;
}

/** The ids a line names: money goes only where both are in force, and is taken back also from what has ended. */
export function referencesOf(line: QuotaLine): NamedReference[] {
  const at = `/lines/${line.line}`;
  const ofPlace = ({ programmeId, areaId }: QuotaPlace, pointer: string, needs: NamedReference['needs']) => [
    {
      kind: 'programme' as const,
      id: programmeId,
      pointer: `${pointer}/programmeId`,
      line: line.line,
      needs,
    },
    { kind: 'area' as const, id: areaId, pointer: `${pointer}/areaId`, line: line.line, needs },
  ];
  switch (line.kind) {
    case 'allocate':
      return ofPlace(line, at, 'in-force');
    case 'recall':
      return ofPlace(line, at, 'begun');
    case 'move':
      return [...ofPlace(line.from, `${at}/from`, 'begun'), ...ofPlace(line.to, `${at}/to`, 'in-force')];
  }
}

/** Movements of lines in the order they are carried out: all recalls, then all allocations, each by place. */
export function movementsOf(lines: readonly QuotaLine[]): QuotaMovement[] {
  return lines.flatMap(movementsOfLine).sort(inOrder);
}

function movementsOfLine(given: QuotaLine): QuotaMovement[] {
  const { line, amount } = given;
  if (given.kind === 'move') {
    return [
      { line, kind: 'recall', isMove: true, ...given.from, amount },
      { line, kind: 'allocate', isMove: true, ...given.to, amount },
    ];
  }
  const { kind, programmeId, areaId } = given;
  return [{ line, kind, isMove: false, programmeId, areaId, amount }];
}

function inOrder(a: QuotaMovement, b: QuotaMovement): number {
  if (a.kind !== b.kind) return a.kind === 'recall' ? -1 : 1;
  const [one, other] = [placeName(a), placeName(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.line - b.line;
}

/** The lines movements came from, in the order they were sent; recalls come before allocations. */
export function linesOf(movements: readonly QuotaMovement[]): QuotaLine[] {
  const lines = new Map<number, QuotaLine>();
  const places = new Map<number, QuotaPlace>();
  for (const { line, kind, isMove, programmeId, areaId, amount } of movements) {
    const place = { programmeId, areaId };
    if (!isMove) {
      lines.set(line, { line, kind, ...place, amount });
      continue;
    }
    const from = places.get(line);
    if (from === undefined) places.set(line, place);
    else lines.set(line, { line, kind: 'move', from, to: place, amount });
  }
  return [...lines.values()].sort((a, b) => a.line - b.line);
}
