import { canonical } from '#shared/domain/canonical.ts';
import { CONTRACT_ERRORS } from '#shared/contracts/capital/contracts/errors.ts';
import { addDays, businessDay, isWithin } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Rate } from '#shared/domain/rate.ts';

const refuse = errorsOf(CONTRACT_ERRORS);

/** What holds from a day to a day, both included; null: until further notice. */
export interface Dated {
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

/** The legal rule behind a term, when it is not the contract itself. */
interface LegalSource {
  readonly instrument: string;
  readonly issuedOn: string | null;
  readonly effectiveOn: string | null;
  readonly confidence: 'verified' | 'verified-secondary' | 'memory';
}

type Parameter<N extends string, T> = Dated & {
  readonly name: N;
  readonly source?: LegalSource | undefined;
} & T;

interface BasedRate {
  /** Per cent a year of the performing balance, or per cent of the interest, as `base` says. */
  readonly rate: Rate;
  readonly base?: 'performing-balance' | 'interest-collected' | undefined;
}

/** A dated term of the split of interest; rates are per cent. */
export type ContractParameter =
  | Parameter<'risk-provision-rate', BasedRate>
  | Parameter<'management-fee-rate', BasedRate>
  | Parameter<'management-fee-cap', { readonly rate: Rate }>
  | Parameter<
      'steering-activities-share',
      {
        readonly rate: Rate;
        readonly base?: 'interest-collected' | 'interest-after-provision-and-fee' | undefined;
      }
    >
  | Parameter<
      'rest-of-interest',
      { readonly supplements: 'entrusted-capital' | 'risk-provision' | 'steering-activities' }
    >;

/** Least share of the local budget, per cent. */
export type ContractTarget = Parameter<'share-of-capital' | 'share-of-growth', { readonly atLeast: Rate }>;

interface Decision {
  readonly number: string;
  readonly issuedOn: string;
  readonly issuer: string;
}

export interface Annex {
  readonly number: string;
  readonly decision: Decision;
}

interface ContractDocument {
  readonly title: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly keptAt: string;
  readonly sha256?: string | undefined;
}

/** All that a change may replace. */
export interface ContractTerms {
  readonly parties: string[];
  readonly parameters: ContractParameter[];
  readonly targets: ContractTarget[];
  readonly documents: ContractDocument[];
}

/** One version of a contract, whole. It counts from its day on and takes the place of all before it there. */
export interface ContractVersion extends ContractTerms {
  readonly version: number;
  readonly effectiveOn: string;
  readonly number: string;
  readonly signedOn: string;
  readonly decision: Decision;
  readonly annex: Annex | null;
  readonly changeId: string | null;
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly recordedAt: string;
}

/** Where a contract stands: it moves with every proposal and decision. */
export interface Contract {
  readonly sourceId: string;
  readonly version: number;
  /** Number of the newest version of what it says. */
  readonly newest: number;
  /** The change that awaits its decision: one at a time. */
  readonly pending: string | null;
}

/** The version in force on a day as known on an instant: the newest that counts by then; null before the contract. */
export function versionInForce(
  versions: readonly ContractVersion[],
  day: string,
  knownOn: string | null,
): ContractVersion | null {
  let found: ContractVersion | null = null;
  for (const version of versions) {
    const counts = version.effectiveOn <= day && (knownOn === null || version.recordedAt <= knownOn);
    if (counts && version.version > (found?.version ?? 0)) found = version;
  }
  return found;
}

export function holdingOn<D extends Dated>(dated: readonly D[], day: string): D[] {
  return dated.filter(({ from, to }) => isWithin(day, from, to));
}

/** Terms of one name follow one another. Throws `contract-term-dates-refused`, `contract-terms-overlap` (422). */
export function assertDated({ parameters, targets }: Pick<ContractTerms, 'parameters' | 'targets'>): void {
  const last = new Map<string, Dated>();
  for (const term of inTime<Dated>([...parameters, ...targets])) {
    const { name, from, to } = term;
    if (to !== null && to < from) throw refuse('contract-term-dates-refused', { name, from, to });
    const before = last.get(name);
    if (before !== undefined && (before.to === null || before.to >= from)) {
      throw refuse('contract-terms-overlap', { name, from, since: before.from, until: before.to ?? '' });
    }
    last.set(name, term);
  }
}

/** Throws `contract-change-reaches-back` (422) when terms say something else of days before the change counts. */
export function assertOnlyFrom(before: ContractVersion, after: ContractTerms, effectiveOn: string): void {
  const said = (terms: Pick<ContractTerms, 'parameters' | 'targets'>): string =>
    canonical([upTo(terms.parameters, effectiveOn), upTo(terms.targets, effectiveOn)]);
  if (said(before) !== said(after)) throw refuse('contract-change-reaches-back', { effectiveOn });
}

/** What dated terms say of the days before one, whatever they say from it on. */
function upTo(terms: readonly Dated[], day: string): Dated[] {
  const eve = addDays(businessDay(day), -1);
  return inTime(terms.filter(({ from }) => from < day)).map((term) => ({
    ...term,
    to: term.to === null || term.to > eve ? eve : term.to,
  }));
}

function inTime<D extends Dated>(terms: readonly D[]): D[] {
  const key = ({ name, from }: Dated): string => `${name} ${from}`;
  return [...terms].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
