import { assertIssued } from '#capital/ledger/domain/source.ts';
import { FUND_ERRORS } from '#shared/contracts/capital/funds/errors.ts';
import { businessDay, daysBetween } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { sumVnd, vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

const refuse = errorsOf(FUND_ERRORS);

export interface PlannedTranche<D = unknown> {
  readonly trancheId: string;
  readonly dueOn: string;
  readonly amount: Vnd;
  readonly decision: D;
}

/** A plan as it was decided, đồng; it holds from its day on, until a later version does. */
export interface PlanVersion<D = unknown> {
  readonly planId: string;
  readonly version: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly years: readonly { readonly year: number; readonly amount: Vnd }[];
  readonly tranches: readonly PlannedTranche<D>[];
}

/** Money that came in, đồng, and when it was taken back. */
export interface Receipt {
  readonly effectiveOn: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly amount: Vnd;
  readonly trancheId: string | null;
  readonly reversed: { readonly effectiveOn: string; readonly recordedAt: string } | null;
}

/** A business day, and the instant what is asked was known; null: as known now. */
export interface Asked {
  readonly asOf: string;
  readonly knownOn: string | null;
}

/**
 * A plan names each year and tranche once, and its tranches stay within its years. Throws
 * `decision-not-yet-issued`, `named-twice`, `tranches-exceed-plan` (422).
 */
export function assertPlan(
  plan: Pick<PlanVersion<{ readonly issuedOn: string } | null>, 'years' | 'tranches' | 'effectiveOn'>,
  decision: { readonly issuedOn: string },
): void {
  assertIssued(plan.effectiveOn, decision.issuedOn);
  for (const tranche of plan.tranches) {
    if (tranche.decision) assertIssued(plan.effectiveOn, tranche.decision.issuedOn);
  }
  assertOnce(plan.years.map(({ year }) => year.toString()));
  assertOnce(plan.tranches.map(({ trancheId }) => trancheId));
  const planned = new Map(plan.years.map(({ year, amount }) => [year.toString(), amount]));
  const due = new Map<string, bigint>();
  for (const { dueOn, amount } of plan.tranches) {
    const year = yearOf(dueOn);
    due.set(year, (due.get(year) ?? 0n) + amount);
  }
  for (const [year, tranches] of due) {
    const amount = planned.get(year) ?? 0n;
    if (tranches > amount) {
      throw refuse('tranches-exceed-plan', {
        year,
        planned: amount,
        tranches,
        excess: tranches - amount,
      });
    }
  }
}

/** A tranche is of one plan for ever. Throws `tranche-of-another-plan` (409). */
export function assertOwnTranches(planId: string, planOf: ReadonlyMap<string, string>): void {
  for (const [trancheId, owner] of planOf) {
    if (owner !== planId) throw refuse('tranche-of-another-plan', { trancheId, planId: owner });
  }
}

/** A receipt names no tranche, or one that is planned. Throws `tranche-unknown` (422). */
export function assertPlanned(trancheId: string | null, isPlanned: boolean): void {
  if (trancheId !== null && !isPlanned) throw refuse('tranche-unknown', { trancheId });
}

function assertOnce(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw refuse('named-twice', { name: twice });
}

const yearOf = (day: string): string => day.slice(0, 4);

const isKnown = (instant: string, { knownOn }: Asked): boolean => knownOn === null || instant <= knownOn;

/** The version that holds on a day: the latest day, and of one day the latest recorded. */
export function planInForce<V extends PlanVersion>(versions: readonly V[], asked: Asked): V | null {
  let best: V | null = null;
  for (const version of versions) {
    if (version.effectiveOn > asked.asOf || !isKnown(version.recordedAt, asked)) continue;
    const isLater =
      best === null ||
      version.effectiveOn > best.effectiveOn ||
      (version.effectiveOn === best.effectiveOn && version.version > best.version);
    if (isLater) best = version;
  }
  return best;
}

export interface TranchePosition<D = unknown> {
  readonly trancheId: string;
  readonly dueOn: string;
  readonly decision: D;
  readonly planned: Vnd;
  readonly received: Vnd;
  readonly remaining: Vnd;
  readonly daysLate: number;
  readonly receipts: readonly Receipt[];
}

export interface PlanPosition<D = unknown> {
  readonly years: readonly {
    readonly year: number;
    readonly planned: Vnd;
    readonly received: Vnd;
    readonly remaining: Vnd;
  }[];
  readonly tranches: readonly TranchePosition<D>[];
  readonly late: Vnd;
}

/**
 * What a plan has come to on a day, đồng. A year counts every receipt that counts in it, a tranche those that
 * name it; a receipt that was taken back gives its tranche back from the day of the reversal on. Of a tranche
 * that a later version dropped nothing is planned, and what came for it stays in sight.
 */
export function planPosition<D>(
  inForce: PlanVersion<D>,
  versions: readonly PlanVersion<D>[],
  receipts: readonly Receipt[],
  asked: Asked,
): PlanPosition<D> {
  const there = receipts.filter((receipt) => isThere(receipt, asked));
  const years = inForce.years.map(({ year, amount }) => {
    const received = sum(there.filter(({ effectiveOn }) => yearOf(effectiveOn) === year.toString()));
    return { year, planned: amount, received, remaining: above(amount, received) };
  });
  const tranches = [...inForce.tranches, ...droppedFrom(inForce, versions, asked)]
    .map((tranche): TranchePosition<D> => {
      const named = there.filter(({ trancheId }) => trancheId === tranche.trancheId);
      const received = sum(named);
      const remaining = above(tranche.amount, received);
      const isLate = remaining > 0n && tranche.dueOn < asked.asOf;
      return {
        trancheId: tranche.trancheId,
        dueOn: tranche.dueOn,
        decision: tranche.decision,
        planned: tranche.amount,
        received,
        remaining,
        daysLate: isLate ? daysBetween(businessDay(tranche.dueOn), businessDay(asked.asOf)) : 0,
        receipts: named,
      };
    })
    .filter(({ planned, received }) => planned > 0n || received > 0n);
  const late = sumVnd(tranches.filter(({ daysLate }) => daysLate > 0).map(({ remaining }) => remaining));
  return { years, tranches, late };
}

function droppedFrom<D>(
  inForce: PlanVersion<D>,
  versions: readonly PlanVersion<D>[],
  asked: Asked,
): PlannedTranche<D>[] {
  const kept = new Set(inForce.tranches.map(({ trancheId }) => trancheId));
  const dropped = new Map<string, PlannedTranche<D>>();
  for (const { recordedAt, tranches } of versions) {
    if (!isKnown(recordedAt, asked)) continue;
    for (const tranche of tranches) {
      if (!kept.has(tranche.trancheId)) dropped.set(tranche.trancheId, { ...tranche, amount: ZERO_VND });
    }
  }
  return [...dropped.values()];
}

function isThere({ effectiveOn, recordedAt, reversed }: Receipt, asked: Asked): boolean {
  if (effectiveOn > asked.asOf || !isKnown(recordedAt, asked)) return false;
  return reversed === null || reversed.effectiveOn > asked.asOf || !isKnown(reversed.recordedAt, asked);
}

const sum = (receipts: readonly Receipt[]): Vnd => sumVnd(receipts.map(({ amount }) => amount));

const above = (planned: Vnd, received: Vnd): Vnd => (planned > received ? vnd(planned - received) : ZERO_VND);
