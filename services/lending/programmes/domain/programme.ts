import { principalTooSmall } from '#lending/engine/domain/refusals.ts';
import { assertRules } from '#lending/engine/domain/terms/loan-rules.ts';
import type { LoanRules } from '#lending/engine/domain/terms/loan-rules.ts';
import { isTooSmall } from '#lending/engine/domain/rows/bounds.ts';
import { PROGRAMME_ERRORS } from '#shared/contracts/lending/programmes/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { formatRate, multiplyRate, parseRate } from '#shared/domain/rate.ts';
import type { Rate } from '#shared/domain/rate.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

const refuse = errorsOf(PROGRAMME_ERRORS);

export interface Ceiling {
  readonly amount: string;
  readonly basis: string;
  readonly units?: number | undefined;
}

export interface ProgrammeVersion {
  readonly from: string;
  readonly to: string | null;
  readonly ratePerYear: string | null;
  readonly maxAmount: Ceiling | null;
  readonly maxTermMonths: number | null;
  readonly overdueFactor: string;
  readonly principalEveryMonths:
    readonly { readonly termUpToMonths: number | null; readonly everyMonths: number }[] | null;
  readonly calculation?: LoanRules | undefined;
}

/** A programme as the law has set it over time. */
export interface Programme<V extends ProgrammeVersion = ProgrammeVersion> {
  readonly status: 'open' | 'closed';
  readonly versions: readonly V[];
}

export function versionOn<V extends { readonly from: string; readonly to: string | null }>(
  versions: readonly V[],
  day: string,
): V | null {
  return versions.find(({ from, to }) => isWithin(day, from, to)) ?? null;
}

/**
 * Throws `programme-versions-overlap`, `rate-not-exact` or `terms-not-supported` (422), `terms-contradict` (400) for
 * rules of calculation that cannot hold together.
 */
export function assertSound(programme: Programme): void {
  const ordered = programme.versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, version] of ordered.entries()) {
    const next = ordered[index + 1];
    const endsInTime = version.to === null ? next === undefined : version.from <= version.to;
    if (!endsInTime || (next && version.to !== null && next.from <= version.to)) {
      throw refuse('programme-versions-overlap', {
        from: version.from,
        ...(version.to ? { to: version.to } : {}),
      });
    }
    if (version.calculation) assertRules(version.calculation);
    if (version.ratePerYear !== null) overdueRateOf(parseRate(version.ratePerYear), version.overdueFactor);
  }
}

function overdueRateOf(rate: Rate, factor: string): Rate {
  try {
    return multiplyRate(rate, factor);
  } catch {
    throw refuse('rate-not-exact', { ratePerYear: formatRate(rate), overdueFactor: factor });
  }
}

/**
 * The version under which a loan may be requested or approved on a day. A closed programme lends under no
 * version that is still open; a version that has ended is judged by its own days, so that an act recorded
 * late is treated as on its day. Throws `programme-not-open` (422).
 */
export function lendingVersion<V extends ProgrammeVersion>(programme: Programme<V>, day: BusinessDay): V {
  const version = versionOn(programme.versions, day);
  if (version === null || (programme.status === 'closed' && version.to === null)) {
    throw refuse('programme-not-open', { on: day });
  }
  return version;
}

/** Rates of a version. Throws `programme-terms-unknown` (422) when the law's rate is not recorded. */
export function ratesOf(version: ProgrammeVersion): {
  readonly ratePerYear: Rate;
  readonly overdueRatePerYear: Rate;
} {
  if (version.ratePerYear === null) throw refuse('programme-terms-unknown', { from: version.from });
  const rate = parseRate(version.ratePerYear);
  return { ratePerYear: rate, overdueRatePerYear: overdueRateOf(rate, version.overdueFactor) };
}

/** How a version has its loans calculated, to be fixed at approval. */
export function rulesOf({ calculation }: ProgrammeVersion): { readonly rules?: LoanRules } {
  return calculation === undefined ? {} : { rules: calculation };
}

/** Whose debt a ceiling counts, by its basis. Bases that are not here are no limit on a household. */
const SCOPE_OF_BASIS: Readonly<Record<string, 'household' | 'person'>> = {
  'per-household': 'household',
  'per-work-type': 'household',
  'per-person': 'person',
  'per-worker': 'person',
  'per-borrower': 'person',
};

export interface Commitment {
  readonly personId: string;
  readonly amount: Vnd;
}

/**
 * A ceiling caps what the borrower owes in the programme, not the sum of disbursements. Throws
 * `amount-over-ceiling` (422) with ceiling, outstanding, requested and allowed.
 */
export function assertUnderCeiling(
  version: ProgrammeVersion,
  borrower: { readonly personId: string; readonly amount: Vnd },
  committed: readonly Commitment[],
): void {
  const scope = version.maxAmount && SCOPE_OF_BASIS[version.maxAmount.basis];
  if (!version.maxAmount || scope === undefined) return;
  const ceiling = parseVnd(version.maxAmount.amount) * BigInt(version.maxAmount.units ?? 1);
  const outstanding = committed
    .filter(({ personId }) => scope === 'household' || personId === borrower.personId)
    .reduce((sum, { amount }) => sum + amount, 0n);
  if (outstanding + borrower.amount <= ceiling) return;
  throw refuse('amount-over-ceiling', {
    ceiling: ceiling.toString(),
    outstanding: outstanding.toString(),
    requested: borrower.amount.toString(),
    allowed: (ceiling > outstanding ? ceiling - outstanding : 0n).toString(),
  });
}

/** Throws `term-too-long` (422). */
export function assertTerm(version: ProgrammeVersion, termMonths: number): void {
  if (version.maxTermMonths !== null && termMonths > version.maxTermMonths) {
    throw refuse('term-too-long', { termMonths, maxTermMonths: version.maxTermMonths });
  }
}

/** Throws `instalments-too-far-apart` (422). */
export function assertSpacing(version: ProgrammeVersion, termMonths: number, everyMonths: number): void {
  const longest = longestSpacing(version, termMonths);
  if (everyMonths > longest) throw refuse('instalments-too-far-apart', { everyMonths, longest });
}

/** The most months that may lie between two instalments of a term. */
export function longestSpacing(version: ProgrammeVersion, termMonths: number): number {
  const rule = version.principalEveryMonths
    ?.toSorted((a, b) => (a.termUpToMonths ?? Infinity) - (b.termUpToMonths ?? Infinity))
    .find(({ termUpToMonths }) => termUpToMonths === null || termMonths <= termUpToMonths);
  return Math.min(rule?.everyMonths ?? termMonths, termMonths);
}

/**
 * Every instalment of a loan asks at least one đồng of principal. Throws `principal-too-small` (422) at the amount.
 */
export function assertInstalments(amount: Vnd, termMonths: number, everyMonths: number): void {
  const instalments = Math.ceil(termMonths / everyMonths);
  const isEqual = termMonths % everyMonths === 0;
  const share = isEqual ? Math.round(Number(amount) / instalments) : 0;
  if (isTooSmall(Number(amount), instalments, share)) {
    throw principalTooSmall(Number(amount), instalments, '/amount');
  }
}
