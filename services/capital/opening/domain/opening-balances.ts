import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { assertIssued, postToSource } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { NamedReference } from '#capital/references/domain/named-references.ts';
import { FUND_ERRORS } from '#shared/contracts/capital/funds/errors.ts';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { OPENING_ERRORS } from '#shared/contracts/capital/opening/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import { decide, statusOf } from '#shared/domain/proposal.ts';
import type { Decided, Proposal } from '#shared/domain/proposal.ts';
import { mayMove } from '#shared/domain/transitions.ts';
import type { OpeningStatus } from '#shared/domain/words/opening-status.ts';
import { sumVnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { OPENING_TRANSITIONS } from './opening-transitions.ts';

const refuse = errorsOf(OPENING_ERRORS);

const refuseFund = errorsOf(FUND_ERRORS);

const refuseByLedger = errorsOf(LEDGER_ERRORS);

/** Lines recorded in one transaction: each writes a leaf, its entry, and a call to those who wait there. */
export const LINES_AT_ONCE = 30;

/** What one programme in one commune held at the end of the cut-over day, đồng. */
export interface OpeningLine {
  readonly programmeId: string;
  readonly communeId: string;
  readonly outstanding: Vnd;
  readonly available: Vnd;
}

/** Unallocated cash and provision are the source’s own; the fund is outstanding + available + unallocated. */
export interface ControlTotals {
  readonly outstanding: Vnd;
  readonly available: Vnd;
  readonly unallocated: Vnd;
  readonly provision: Vnd;
  readonly fund: Vnd;
}

export interface OpeningBalances extends Proposal {
  readonly sourceId: string;
  readonly openingId: string;
  readonly version: number;
  readonly cutOverOn: string;
  readonly decision: { readonly number: string; readonly issuedOn: string; readonly issuer: string };
  readonly document: string | null;
  readonly controlTotals: ControlTotals;
  readonly lines: number;
  /** Lines whose balances are in the ledger; the next to record is the one after them. */
  readonly recorded: number;
  /** The newest proposal to take them back; null while there was none. */
  readonly reversal: OpeningReversal | null;
}

/** Opening balances taken back, as one person proposes it and another decides. */
export interface OpeningReversal extends Proposal {
  readonly reason: string;
  /** Day its entries count for: that of its approval; null until then. */
  readonly effectiveOn: string | null;
  /** Lines that no longer had what they brought when their turn came; then everything is put back. */
  readonly failedLines: readonly number[];
}

export function openingStatus(opening: OpeningBalances): OpeningStatus {
  const status = statusOf(opening);
  if (status !== 'approved') return status;
  const { reversal, recorded, lines } = opening;
  if (reversal?.effectiveOn && reversal.failedLines.length === 0) {
    return recorded > 0 ? 'taking-back' : 'reversed';
  }
  if (recorded < lines) return 'taking-in';
  return reversal?.decided === null ? 'reversal-pending' : 'approved';
}

/** Day on which lines count that are recorded now: the cut-over, or the reversal after which they are put back. */
export function dayOfLines({ cutOverOn, reversal }: OpeningBalances): string {
  return reversal?.effectiveOn ?? cutOverOn;
}

/**
 * Proposes opening balances for a source of which nothing stands. Throws `source-has-entries`,
 * `effective-day-before-last-entry`, `effective-day-before-opening`, `decision-not-yet-issued`, `opening-lines-refused`, `control-totals-differ` (422).
 */
export function proposeOpening(
  source: CapitalSource,
  given: Omit<OpeningBalances, 'sourceId' | 'version' | 'lines' | 'recorded' | 'decided' | 'reversal'>,
  lines: readonly OpeningLine[],
  today: string,
): OpeningBalances {
  assertNothingStands(source, given.cutOverOn);
  if (given.cutOverOn < source.openedOn) {
    throw refuseFund('effective-day-before-opening', {
      effectiveOn: given.cutOverOn,
      openedOn: source.openedOn,
    });
  }
  // Balances are established after the day they are of, so the paper may be younger than the day.
  assertIssued(today, given.decision.issuedOn);
  assertLines(lines);
  assertTotals(given.controlTotals, lines);
  return {
    ...given,
    sourceId: source.sourceId,
    version: 1,
    lines: lines.length,
    recorded: 0,
    decided: null,
    reversal: null,
  };
}

/** Approves, rejects or withdraws. Throws as `decide` does. */
export function decideOpening(opening: OpeningBalances, decided: Decided): OpeningBalances {
  return { ...decide(opening, decided), version: opening.version + 1 };
}

/**
 * Nothing was ever posted to the source, or all of it was taken back before the day. Throws `source-has-entries`,
 * `effective-day-before-last-entry` (422).
 */
export function assertNothingStands(source: CapitalSource, cutOverOn: string): void {
  const { sourceId, version, lastEntryOn, balances, committed } = source;
  // The first version of a source is the one without money; what leaves hold stands in its accounts too.
  if (version === 1) return;
  if (committed > 0n || Object.values(balances).some((balance) => balance > 0n)) {
    throw refuse('source-has-entries', { sourceId, lastEntryOn });
  }
  if (cutOverOn < lastEntryOn) {
    throw refuseByLedger('effective-day-before-last-entry', { effectiveOn: cutOverOn, lastEntryOn });
  }
}

/** What the source itself held: cash not allocated, and its provision; none when it held neither. */
export function postOwnPart(
  source: CapitalSource,
  { controlTotals: { unallocated, provision }, cutOverOn }: OpeningBalances,
): { readonly source: CapitalSource; readonly postings: readonly Posting[] } {
  const postings = positive([
    { debit: 'cash-unallocated', credit: 'opening-capital', amount: unallocated },
    { debit: 'cash-provision', credit: 'risk-provision', amount: provision },
  ]);
  return {
    source: postings.length === 0 ? source : postToSource(source, postings, cutOverOn),
    postings,
  };
}

/** The place of a line within its source. */
export function lineName({ programmeId, communeId }: Pick<OpeningLine, 'programmeId' | 'communeId'>): string {
  return `${programmeId}/${communeId}`;
}

/** The ids of a line: loans of a programme that has ended may still be out, in a commune that is there. */
export function referencesOf({ programmeId, communeId }: OpeningLine, line: number): NamedReference[] {
  const at = `/lines/${line}`;
  return [
    { kind: 'programme', id: programmeId, pointer: `${at}/programmeId`, line, needs: 'begun' },
    { kind: 'area', id: communeId, pointer: `${at}/communeId`, line, needs: 'in-force' },
  ];
}

/** Lines that are recorded, or taken back, in one transaction, and the leaves they are of by the names of the lines. */
export interface OpeningStep {
  /** How many lines come before them. */
  readonly first: number;
  readonly lines: readonly OpeningLine[];
  readonly leaves: ReadonlyMap<string, Leaf>;
}

/** The step whose lines are recorded next. */
export function stepToTakeIn({ recorded }: OpeningBalances): number {
  return recorded / LINES_AT_ONCE;
}

/** A line with its leaf as the line leaves it, and what it posts. */
export interface TakenLine {
  readonly leaf: Leaf;
  /** Version the leaf was read at; 0 when the line is the first that is known of it. */
  readonly read: number;
  readonly line: OpeningLine;
  readonly postings: readonly Posting[];
}

/**
 * Records the next lines: each opens its leaf with both sides of its balances at once, so that the fund is what is
 * lent and unlent after every step. The source takes no other act until the last line is in. Throws TypeError when
 * none are to be recorded, which is a defect.
 */
export function takeIn(
  source: CapitalSource,
  opening: OpeningBalances,
  { lines, leaves }: OpeningStep,
): { readonly source: CapitalSource; readonly opening: OpeningBalances; readonly taken: TakenLine[] } {
  const { sourceId, openingId } = opening;
  if (!mayMove(OPENING_TRANSITIONS, 'takeInNext', openingStatus(opening))) {
    throw new TypeError(`balances that are ${openingStatus(opening)} are not being taken in`);
  }
  const taken: TakenLine[] = [];
  let posted = source;
  for (const line of lines) {
    const postings = positive([
      { debit: 'opening-loans', credit: 'opening-capital', amount: line.outstanding },
      { debit: 'cash-available', credit: 'opening-capital', amount: line.available },
    ]);
    // Loans may wait at a leaf before it has any quota.
    const leaf = leaves.get(lineName(line)) ?? newLeaf({ sourceId, ...line });
    taken.push({ leaf: postToLeaf(leaf, postings), read: leaf.version, line, postings });
    posted = postToSource(posted, postings, dayOfLines(opening));
  }
  const recorded = opening.recorded + lines.length;
  return {
    source: { ...posted, takingIn: recorded < opening.lines ? openingId : null },
    opening: { ...opening, recorded },
    taken,
  };
}

/** Postings of more than nothing. */
export function positive(postings: readonly Posting[]): Posting[] {
  return postings.filter(({ amount }) => amount > 0n);
}

function assertLines(lines: readonly OpeningLine[]): void {
  const first = new Map<string, number>();
  const fields: FieldError[] = [];
  for (const [index, line] of lines.entries()) {
    const { outstanding, available } = line;
    const place = lineName(line);
    const before = first.get(place);
    if (before === undefined) first.set(place, index);
    else {
      fields.push({
        pointer: `/lines/${index}`,
        detail: {
          vi: `Dòng ${index + 1} trùng chương trình và xã với dòng ${before + 1} (${place})`,
          en: `Line ${index + 1} names the same programme and commune as line ${before + 1} (${place})`,
        },
      });
    }
    if (outstanding === 0n && available === 0n) {
      fields.push({
        pointer: `/lines/${index}`,
        detail: {
          vi: `Dòng ${index + 1} không có số dư nào (${place})`,
          en: `Line ${index + 1} carries no amount (${place})`,
        },
      });
    }
  }
  if (fields.length > 0) throw refuse('opening-lines-refused', { lines: lines.length }, fields);
}

function assertTotals(given: ControlTotals, lines: readonly OpeningLine[]): void {
  const outstanding = sumVnd(lines.map((line) => line.outstanding));
  const available = sumVnd(lines.map((line) => line.available));
  const reckoned = { outstanding, available, fund: outstanding + available + given.unallocated };
  const fields = (['outstanding', 'available', 'fund'] as const)
    .filter((name) => given[name] !== reckoned[name])
    .map((name): FieldError => {
      const difference = given[name] - reckoned[name];
      return {
        pointer: `/controlTotals/${name}`,
        detail: {
          vi: `Đã nêu ${given[name]} đồng, các dòng cộng lại được ${reckoned[name]} đồng, chênh lệch ${difference} đồng`,
          en: `Given ${given[name]} đồng, the lines add up to ${reckoned[name]} đồng, difference ${difference} đồng`,
        },
      };
    });
  if (fields.length > 0) throw refuse('control-totals-differ', { lines: lines.length }, fields);
}
