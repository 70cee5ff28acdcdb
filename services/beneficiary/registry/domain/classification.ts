import type { UrbanRural } from '#beneficiary/areas/domain/area.ts';
import { categoryBy, isStandardInForce } from '#beneficiary/standards/domain/poverty-standard.ts';
import type { PovertyStandard, StandardScope } from '#beneficiary/standards/domain/poverty-standard.ts';
import { REGISTRY_ERRORS } from '#shared/contracts/beneficiary/registry/errors.ts';
import { STANDARD_ERRORS } from '#shared/contracts/beneficiary/standards/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

const refuse = errorsOf({ ...REGISTRY_ERRORS, ...STANDARD_ERRORS });

/** Removal from the list: Decision 28/2015/QĐ-TTg counts the months of a newly escaped household from it. */
export const ESCAPED = 'escaped-poverty';

/** The categories that are the list; a household that moves from one to the other is still on it. */
const LISTED: readonly string[] = ['poor', 'near-poor'];

export interface ClassDecision {
  readonly number: string;
  readonly issuedOn: string;
  readonly issuer: string;
}

export interface Classification {
  readonly standardId: string;
  readonly standardRevision: number;
  readonly scope: StandardScope;
  readonly category: string;
  readonly from: BusinessDay;
  /** Last day the class can hold; null when nothing ends it but the next class. */
  readonly until: BusinessDay | null;
  readonly incomePerPerson: Vnd;
  readonly lacking: number;
  readonly decision: ClassDecision;
}

export type ClassificationClaim = Pick<
  Classification,
  'category' | 'from' | 'incomePerPerson' | 'lacking' | 'decision'
>;

/**
 * Checks a class the commune recognises against the standard it names. Throws `standard-not-in-force`,
 * `category-not-by-standard` (with the category the standard gives) or `not-on-the-list`.
 * `lastCategory` is the household's last class at the level of the standard.
 */
export function classify(
  standard: PovertyStandard,
  area: UrbanRural,
  lastCategory: string | null,
  claim: ClassificationClaim,
): Classification {
  if (!isStandardInForce(standard, claim.from)) {
    throw refuse('standard-not-in-force', {
      standardId: standard.standardId,
      from: standard.from,
      ...(standard.to === null ? {} : { to: standard.to }),
    });
  }
  const { incomePerPerson, lacking } = claim;
  const computed = categoryBy(standard, { area, incomePerPerson, lacking });
  const escapes = claim.category === ESCAPED;
  const fits = escapes ? !isListed(computed) : claim.category === computed;
  if (!fits) {
    throw refuse('category-not-by-standard', { stated: claim.category, computed: computed ?? 'none', area });
  }
  if (escapes && !isListed(lastCategory)) {
    throw refuse('not-on-the-list', { scope: standard.scope, lastCategory: lastCategory ?? 'none' });
  }
  return {
    ...claim,
    standardId: standard.standardId,
    standardRevision: standard.revision,
    scope: standard.scope,
    // A class ends with its standard; an escape is an event, and programmes set how long it counts.
    until: escapes ? null : standard.to,
  };
}

function isListed(category: string | null): boolean {
  return category !== null && LISTED.includes(category);
}

/** Of a history in any order, the class in force on a day at each level: the newest one, while it lasts. */
export function classesInForce<C extends Pick<Classification, 'scope' | 'from' | 'until'>>(
  history: readonly C[],
  day: BusinessDay,
): C[] {
  const newest = new Map<StandardScope, C>();
  for (const one of history) {
    const known = newest.get(one.scope);
    // Of two of the same day the later recorded one counts; the history comes in the order of recording.
    if (one.from <= day && (known === undefined || known.from <= one.from)) newest.set(one.scope, one);
  }
  return [...newest.values()].filter(({ until }) => until === null || day <= until);
}

/** A recorded class together with the id of the fact that proves it. */
export type ProvenClass = Classification & { readonly evidence: string };
