import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { postToSource, unallocatedOf } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { OPENING_ERRORS } from '#shared/contracts/capital/opening/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import { decide } from '#shared/domain/proposal.ts';
import type { Decided, Proposal } from '#shared/domain/proposal.ts';
import { mayMove } from '#shared/domain/transitions.ts';
import { lineName, LINES_AT_ONCE, openingStatus, positive } from './opening-balances.ts';
import type { OpeningBalances, OpeningReversal, OpeningStep, TakenLine } from './opening-balances.ts';
import { OPENING_TRANSITIONS } from './opening-transitions.ts';

const refuse = errorsOf(OPENING_ERRORS);

/** Throws `opening-balances-not-standing` (409). */
export function proposeReversal(
  opening: OpeningBalances,
  made: Pick<Proposal, 'proposedBy' | 'proposedAt'> & { readonly reason: string },
): OpeningBalances {
  const status = openingStatus(opening);
  if (!mayMove(OPENING_TRANSITIONS, 'proposeReversal', status)) {
    throw refuse('opening-balances-not-standing', { status });
  }
  return {
    ...opening,
    version: opening.version + 1,
    reversal: { ...made, decided: null, effectiveOn: null, failedLines: [] },
  };
}

/**
 * Approves, rejects or withdraws a reversal; approved, its entries count for that day. Throws as `decide` does.
 */
export function decideReversal(
  opening: OpeningBalances,
  reversal: OpeningReversal,
  decided: Decided,
  today: string,
): OpeningBalances {
  const closed = decide(reversal, decided);
  const effectiveOn = decided.outcome === 'approved' ? today : null;
  return { ...opening, version: opening.version + 1, reversal: { ...closed, effectiveOn } };
}

/**
 * Everything the balances brought is still where they put it. Throws `opening-balances-in-use` (422) naming each
 * amount that is not, with what is missing.
 */
export function assertUntouched(
  source: CapitalSource,
  { controlTotals: { unallocated, provision } }: OpeningBalances,
  steps: readonly OpeningStep[],
): void {
  const inUse = [
    ...missingOf('/controlTotals/unallocated', unallocated, unallocatedOf(source)),
    ...missingOf('/controlTotals/provision', provision, source.balances['cash-provision']),
    ...steps.flatMap(({ first, lines, leaves }) =>
      lines.flatMap((line, index) => {
        const at = `/lines/${first + index}`;
        const balances = leaves.get(lineName(line))?.balances;
        return [
          ...missingOf(`${at}/outstanding`, line.outstanding, balances?.['opening-loans'] ?? 0n),
          ...missingOf(`${at}/available`, line.available, balances?.['cash-available'] ?? 0n),
        ];
      }),
    ),
  ];
  if (inUse.length > 0) throw refuse('opening-balances-in-use', { amounts: inUse.length }, inUse);
}

function missingOf(pointer: string, brought: bigint, there: bigint): FieldError[] {
  if (there >= brought) return [];
  return [
    {
      pointer,
      detail: {
        vi: `Đã ghi đầu kỳ ${brought} đồng, nay chỉ còn ${there} đồng, thiếu ${brought - there} đồng`,
        en: `${brought} đồng came in, ${there} đồng are left there, ${brought - there} đồng are missing`,
      },
    },
  ];
}

/** The step whose lines are taken back next: the last that is recorded. */
export function stepToTakeBack({ recorded }: OpeningBalances): number {
  return Math.ceil(recorded / LINES_AT_ONCE) - 1;
}

export interface TakenBack {
  readonly source: CapitalSource;
  readonly opening: OpeningBalances;
  readonly taken: readonly TakenLine[];
  /** What the source itself had brought; taken back with the first line, which is the last to go. */
  readonly own: readonly Posting[];
}

/**
 * Takes the lines of a step back, from the last step to the first: each posts the other way round what it brought.
 * The source takes no other act until the first line is back, so what it holds itself waits for that; leaves go on,
 * and when a line no longer has what it brought, the reversal comes to nothing: what was taken back goes back in.
 */
export function takeBack(
  source: CapitalSource,
  opening: OpeningBalances,
  { first, lines, leaves }: OpeningStep,
): TakenBack {
  const { reversal, openingId, sourceId } = opening;
  const status = openingStatus(opening);
  if (!reversal?.effectiveOn || !mayMove(OPENING_TRANSITIONS, 'takeBackNext', status)) {
    throw new TypeError(`balances that are ${status} are not being taken back`);
  }
  const { effectiveOn } = reversal;
  const taken = lines.map((line): TakenLine => {
    const leaf = leaves.get(lineName(line)) ?? newLeaf({ sourceId, ...line });
    const postings = positive([
      { debit: 'opening-capital', credit: 'opening-loans', amount: line.outstanding },
      { debit: 'opening-capital', credit: 'cash-available', amount: line.available },
    ]);
    return { leaf, read: leaf.version, line, postings };
  });
  const failedLines = taken.flatMap(({ leaf, line }, index) =>
    leaf.balances['cash-available'] < line.available ? [first + index + 1] : [],
  );
  if (failedLines.length > 0) {
    return { source, opening: { ...opening, reversal: { ...reversal, failedLines } }, taken: [], own: [] };
  }
  const own = first === 0 ? ownPart(opening) : [];
  const posted = [...taken.map(({ postings }) => postings), ...(own.length > 0 ? [own] : [])].reduce(
    (before, postings) => postToSource(before, postings, effectiveOn),
    source,
  );
  return {
    source: { ...posted, takingIn: first === 0 ? null : openingId },
    opening: { ...opening, recorded: first },
    taken: taken.map((one) => ({ ...one, leaf: postToLeaf(one.leaf, one.postings) })),
    own,
  };
}

function ownPart({ controlTotals: { unallocated, provision } }: OpeningBalances): Posting[] {
  return positive([
    { debit: 'opening-capital', credit: 'cash-unallocated', amount: unallocated },
    { debit: 'risk-provision', credit: 'cash-provision', amount: provision },
  ]);
}
