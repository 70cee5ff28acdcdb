import { canonical } from '#shared/domain/canonical.ts';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { CONTRACT_ERRORS } from '#shared/contracts/capital/contracts/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { decide } from '#shared/domain/proposal.ts';
import type { Decided, Proposal } from '#shared/domain/proposal.ts';
import { assertDated, assertOnlyFrom } from './contract.ts';
import type { Annex, Contract, ContractTerms, ContractVersion } from './contract.ts';

const refuse = errorsOf(CONTRACT_ERRORS);

const refuseByLedger = errorsOf(LEDGER_ERRORS);

/** New terms of a contract, as one person proposes them and another decides. */
export interface ContractChange extends Proposal {
  readonly changeId: string;
  /** Number of the version it was made to, which stays the newest while it is pending. */
  readonly basedOn: number;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly annex: Annex;
  readonly after: ContractTerms;
}

export const TERMS = ['parties', 'parameters', 'targets', 'documents'] as const;

/** The founding version: what openSource is given. Throws `contract-term-dates-refused`, `contract-terms-overlap` (422). */
export function foundContract(
  sourceId: string,
  founding: Pick<ContractVersion, 'number' | 'signedOn' | 'decision'> &
    Pick<ContractTerms, 'parties' | 'parameters'> &
    Partial<{ readonly [T in 'targets' | 'documents']: ContractTerms[T] | undefined }>,
  made: { readonly by: string; readonly at: string; readonly effectiveOn: string },
): { readonly contract: Contract; readonly version: ContractVersion } {
  const { number, signedOn, decision, parties, parameters, targets = [], documents = [] } = founding;
  assertDated({ parameters, targets });
  return {
    contract: { sourceId, version: 1, newest: 1, pending: null },
    version: {
      version: 1,
      effectiveOn: made.effectiveOn,
      number,
      signedOn,
      decision,
      annex: null,
      parties,
      parameters,
      targets,
      documents,
      changeId: null,
      proposedBy: made.by,
      approvedBy: null,
      recordedAt: made.at,
    },
  };
}

/**
 * Proposes new terms from a day on. That day may lie in the past, also in months whose interest is split: the
 * next rerun of the month posts the difference. Throws `contract-change-pending` (409), `decision-not-yet-issued`,
 * `contract-term-dates-refused`, `contract-terms-overlap`, `contract-change-reaches-back`,
 * `contract-change-empty` (422).
 */
export function proposeChange(
  contract: Contract,
  versions: { readonly founding: ContractVersion; readonly newest: ContractVersion },
  proposed: Omit<ContractChange, 'basedOn' | 'decided'>,
  today: string,
): { readonly contract: Contract; readonly change: ContractChange } {
  const { effectiveOn, after, annex } = proposed;
  if (contract.pending !== null) throw refuse('contract-change-pending', { changeId: contract.pending });
  const { issuedOn } = annex.decision;
  if (issuedOn > today) throw refuseByLedger('decision-not-yet-issued', { effectiveOn: today, issuedOn });
  assertDated(after);
  if (effectiveOn < versions.founding.effectiveOn) {
    throw refuse('contract-change-reaches-back', {
      effectiveOn,
      contractFrom: versions.founding.effectiveOn,
    });
  }
  assertOnlyFrom(versions.newest, after, effectiveOn);
  if (differencesOf(versions.newest, after).length === 0) throw refuse('contract-change-empty');
  return {
    contract: { ...contract, version: contract.version + 1, pending: proposed.changeId },
    change: { ...proposed, basedOn: contract.newest, decided: null },
  };
}

/**
 * Decides a change; approved, it is the newest version. Throws `maker-may-not-decide`, `only-maker-may-withdraw`
 * (403), `proposal-not-pending` (409).
 */
export function decideChange(
  contract: Contract,
  newest: ContractVersion,
  change: ContractChange,
  decided: Decided,
): {
  readonly contract: Contract;
  readonly change: ContractChange;
  readonly version: ContractVersion | null;
} {
  const closed = decide(change, decided);
  const approved = decided.outcome === 'approved';
  const number = contract.newest + 1;
  return {
    contract: {
      ...contract,
      version: contract.version + 1,
      newest: approved ? number : contract.newest,
      pending: null,
    },
    change: closed,
    version: approved
      ? {
          ...newest,
          ...change.after,
          version: number,
          effectiveOn: change.effectiveOn,
          annex: change.annex,
          changeId: change.changeId,
          proposedBy: change.proposedBy,
          approvedBy: decided.by,
          recordedAt: decided.at,
        }
      : null,
  };
}

/** Which terms a change makes other than they were. */
export function differencesOf(before: ContractTerms, after: ContractTerms): (typeof TERMS)[number][] {
  return TERMS.filter((term) => canonical(before[term]) !== canonical(after[term]));
}

/** The change that was pending on an instant; null: now. */
export function pendingOn(changes: readonly ContractChange[], knownOn: string | null): ContractChange | null {
  const isPending = ({ proposedAt, decided }: ContractChange): boolean =>
    knownOn === null ? decided === null : proposedAt <= knownOn && (decided === null || decided.at > knownOn);
  return changes.find(isPending) ?? null;
}
