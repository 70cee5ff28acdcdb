import type { Paper } from '#capital/ledger/domain/paper.ts';
import { strangersRefused } from '#capital/references/domain/named-references.ts';
import type { Stranger } from '#capital/references/domain/named-references.ts';
import { postToSource, setAside } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { QUOTA_ERRORS } from '#shared/contracts/capital/quota/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import { decide } from '#shared/domain/proposal.ts';
import type { Decided, Proposal } from '#shared/domain/proposal.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { QuotaStatus } from '#shared/domain/words/quota-status.ts';
import type { QuotaRow, QuotaSums } from './quota-preview.ts';

const refuse = errorsOf(QUOTA_ERRORS);

/** A quota decision: what was proposed, who decided, and how far its rows are recorded. */
export interface QuotaDecision extends Proposal {
  readonly sourceId: string;
  readonly decisionId: string;
  readonly version: number;
  readonly decision: { readonly number: string; readonly issuedOn: string; readonly issuer: string };
  /** Day its entries count for; null until it is approved when it is to count for that day. */
  readonly effectiveOn: string | null;
  readonly sums: QuotaSums;
  /** How many rows it has, recalls first, and how many of them are recalls. */
  readonly rows: number;
  readonly recalls: number;
  /** Every area it names: who decides it must reach them all. */
  readonly areaIds: readonly string[];
  /** Null until it is approved. */
  readonly application: Application | null;
}

/** How far rows are recorded: `next` is the first that is not, counted down again while it is undone. */
export interface Application {
  readonly phase: 'recalling' | 'allocating' | 'undoing' | 'applied' | 'undone';
  readonly next: number;
  /** What the source keeps back for it, đồng. */
  readonly setAside: Vnd;
  readonly failedLines: readonly number[];
}

export function statusOfDecision({ decided, application }: QuotaDecision): QuotaStatus {
  if (decided === null) return 'pending';
  if (decided.outcome !== 'approved') return decided.outcome;
  if (application?.phase === 'undone') return 'undone';
  return application?.phase === 'applied' ? 'approved' : 'applying';
}

/**
 * Throws, naming everything that is wrong, `reference-unknown` (409) or `reference-not-in-force` (422) when there are
 * strangers, `quota-decision-refused` (422) when there are only limits.
 */
export function assertNotRefused(refused: readonly FieldError[], strangers: readonly Stranger[]): void {
  if (strangers.length > 0) throw strangersRefused(strangers, refused);
  if (refused.length > 0) throw refuse('quota-decision-refused', { limits: refused.length }, refused);
}

export function proposeDecision(
  named: Pick<QuotaDecision, 'sourceId' | 'decisionId' | 'decision' | 'effectiveOn'>,
  previewed: { readonly rows: readonly QuotaRow[]; readonly sums: QuotaSums },
  made: Pick<Proposal, 'proposedBy' | 'proposedAt'>,
): QuotaDecision {
  const { rows, sums } = previewed;
  return {
    ...named,
    ...made,
    version: 1,
    sums,
    rows: rows.length,
    recalls: rows.filter(({ kind }) => kind === 'recall').length,
    areaIds: [...new Set(rows.map(({ areaId }) => areaId))].sort(),
    decided: null,
    application: null,
  };
}

/** The paper a decision is of. */
export function paperOf({ sourceId, decision, sums, areaIds }: QuotaDecision): Paper {
  const amounts = [sums.allocated, sums.recalled].map(String);
  return { kind: 'quota', sourceId, number: decision.number, day: decision.issuedOn, amounts, areaIds };
}

/** A decision that comes to nothing: its paper may be proposed again. */
export function isVoid(decision: QuotaDecision): boolean {
  return ['rejected', 'withdrawn', 'undone'].includes(statusOfDecision(decision));
}

/** Approves, rejects or withdraws. Throws as `decide` does. */
export function decideDecision(decision: QuotaDecision, decided: Decided): QuotaDecision {
  return { ...decide(decision, decided), version: decision.version + 1 };
}

/** A decision short enough to be recorded with its approval. */
export function appliedAtOnce(approved: QuotaDecision, effectiveOn: string): QuotaDecision {
  return {
    ...approved,
    effectiveOn,
    application: { phase: 'applied', next: approved.rows, setAside: ZERO_VND, failedLines: [] },
  };
}

/**
 * A longer one: what it allocates beyond its recalls is kept back at once, so that nothing else is given out of it
 * while its rows are recorded, some at a time.
 */
export function beginApplying(
  source: CapitalSource,
  approved: QuotaDecision,
  effectiveOn: string,
): { readonly source: CapitalSource; readonly decision: QuotaDecision } {
  const { allocated, recalled } = approved.sums;
  const increase = (allocated > recalled ? allocated - recalled : 0n) as Vnd;
  return {
    source: setAside(postToSource(source, [], effectiveOn), increase),
    decision: {
      ...approved,
      effectiveOn,
      application: {
        phase: approved.recalls > 0 ? 'recalling' : 'allocating',
        next: 0,
        setAside: increase,
        failedLines: [],
      },
    },
  };
}
