import type { Stranger } from '#capital/references/domain/named-references.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { movementsOf, placeName } from './quota-lines.ts';
import type { QuotaLine, QuotaMovement, QuotaPlace } from './quota-lines.ts';
import { allocationExceeds, recallExceeds, repeatsLine, samePlace } from './quota-violations.ts';

/** What a place holds, đồng. */
export interface Held {
  readonly quota: Vnd;
  readonly available: Vnd;
}

export interface QuotaRow extends QuotaMovement {
  readonly before: Held;
  readonly after: Held;
}

export interface QuotaSums {
  readonly lines: number;
  /** Moves count in both. */
  readonly allocated: Vnd;
  readonly recalled: Vnd;
  /** What may still be given out of the source. */
  readonly unallocatedBefore: Vnd;
  readonly unallocatedAfter: Vnd;
}

/** What a decision would do as far as its lines keep to the limits, and every limit that is violated. */
export interface QuotaPreview {
  readonly rows: readonly QuotaRow[];
  readonly sums: QuotaSums;
  readonly refusedLines: number;
  readonly refused: readonly FieldError[];
}

export type HeldBy = (place: QuotaPlace) => Held;

export const NOTHING_HELD: Held = { quota: ZERO_VND, available: ZERO_VND };

/**
 * Previews a decision: recalls count first and give back to the source; then it allocates in the order of its
 * lines. A line that names a stranger, or is beyond a limit, is left out of what follows, so that one mistake is
 * named once. `unallocated` is what may be given out of the source, đồng.
 */
export function previewDecision(
  unallocated: Vnd,
  heldBy: HeldBy,
  lines: readonly QuotaLine[],
  strangers: readonly Stranger[] = [],
): QuotaPreview {
  const strange = new Set(strangers.map(({ line }) => line));
  const refused = new Map<number, FieldError>();
  const without = (refusalOf: (line: QuotaLine) => FieldError | null) => (line: QuotaLine) => {
    const refusal = refusalOf(line);
    if (refusal !== null) refused.set(line.line, refusal);
    return refusal === null;
  };
  const taken = new Map<string, bigint>();
  const wellNamed = lines.filter(({ line }) => !strange.has(line)).filter(without(misformed()));
  const afterRecalls = wellNamed.filter(
    without((line) => {
      if (line.kind === 'allocate') return null;
      const place = line.kind === 'move' ? line.from : line;
      const before = taken.get(placeName(place)) ?? 0n;
      const available = heldBy(place).available - before;
      if (line.amount > available) return recallExceeds(line, available);
      taken.set(placeName(place), before + line.amount);
      return null;
    }),
  );
  let left: bigint = unallocated;
  for (const { kind, amount } of afterRecalls) if (kind === 'recall') left += amount;
  const accepted = afterRecalls.filter(
    without((line) => {
      if (line.kind !== 'allocate') return null;
      if (line.amount > left) return allocationExceeds(line, left);
      left -= line.amount;
      return null;
    }),
  );
  const rows = rowsOf(movementsOf(accepted), heldBy);
  return {
    rows,
    sums: {
      lines: accepted.length,
      allocated: sumOf(rows, 'allocate'),
      recalled: sumOf(rows, 'recall'),
      unallocatedBefore: unallocated,
      unallocatedAfter: left as Vnd,
    },
    refusedLines: strange.size + refused.size,
    refused: [...strangers.map(({ line, field }) => [line ?? 0, field] as const), ...refused]
      .sort(([a], [b]) => a - b)
      .map(([, field]) => field),
  };
}

/** Lines that name one place twice, or say again what another line says. */
function misformed(): (line: QuotaLine) => FieldError | null {
  const said = new Map<string, number>();
  return (line) => {
    if (line.kind === 'move' && placeName(line.from) === placeName(line.to)) return samePlace(line);
    const name =
      line.kind === 'move'
        ? `move#${placeName(line.from)}#${placeName(line.to)}`
        : `${line.kind}#${placeName(line)}`;
    const first = said.get(name);
    if (first !== undefined) return repeatsLine(line, first);
    said.set(name, line.line);
    return null;
  };
}

function rowsOf(movements: readonly QuotaMovement[], heldBy: HeldBy): QuotaRow[] {
  const held = new Map<string, Held>();
  return movements.map((movement) => {
    const name = placeName(movement);
    const before = held.get(name) ?? heldBy(movement);
    const change = movement.kind === 'allocate' ? movement.amount : 0n - movement.amount;
    const after = {
      quota: (before.quota + change) as Vnd,
      available: (before.available + change) as Vnd,
    };
    held.set(name, after);
    return { ...movement, before, after };
  });
}

function sumOf(movements: readonly QuotaMovement[], kind: QuotaMovement['kind']): Vnd {
  let sum = 0n;
  for (const movement of movements) if (movement.kind === kind) sum += movement.amount;
  return sum as Vnd;
}
