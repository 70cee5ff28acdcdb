import { describe, expect, it } from 'vitest';
import { statusOf } from '#shared/domain/proposal.ts';
import type { Decided, ProposalStatus, ProposalVerb } from '#shared/domain/proposal.ts';
import { everyMove } from '#test/support/every-move.ts';
import { CONTRACT_CHANGE_TRANSITIONS } from './contract-change-transitions.ts';
import { decideChange, foundContract } from './contract-change.ts';
import type { ContractChange } from './contract-change.ts';

const decision = { number: '1/QĐ', issuedOn: '2026-01-01', issuer: 'x' };

const { contract, version } = foundContract(
  'src-1',
  { number: '1', signedOn: '2026-01-01', decision, parties: ['A', 'B'], parameters: [] },
  { by: 'maker', at: '2026-01-01T02:00:00.000Z', effectiveOn: '2026-01-01' },
);

const PENDING: ContractChange = {
  changeId: 'change-1',
  basedOn: 1,
  effectiveOn: '2026-02-01',
  reason: 'x',
  annex: { number: '1/PL', decision },
  after: { parties: ['A', 'C'], parameters: [], targets: [], documents: [] },
  proposedBy: 'maker',
  proposedAt: '2026-01-15T02:00:00.000Z',
  decided: null,
};

const by = (outcome: Decided['outcome'], person: string) => (change: ContractChange) =>
  decideChange(contract, version, change, {
    outcome,
    by: person,
    at: '2026-01-16T02:00:00.000Z',
    reason: 'x',
  }).change;

const ACTS: Readonly<Record<ProposalVerb, (change: ContractChange) => ContractChange>> = {
  approve: by('approved', 'checker'),
  reject: by('rejected', 'checker'),
  withdraw: by('withdrawn', 'maker'),
};

const IN: Readonly<Record<ProposalStatus, ContractChange>> = {
  pending: PENDING,
  approved: ACTS.approve(PENDING),
  rejected: ACTS.reject(PENDING),
  withdrawn: ACTS.withdraw(PENDING),
};

describe('a change of a contract', () => {
  it.each(everyMove(Object.keys(IN) as ProposalStatus[], CONTRACT_CHANGE_TRANSITIONS))(
    '$from by $verb ends in $to',
    ({ from, verb, to }) => {
      expect(statusOf(IN[from])).toBe(from);
      if (to === null) expect(() => ACTS[verb](IN[from])).toThrow('proposal-not-pending');
      else expect(statusOf(ACTS[verb](IN[from]))).toBe(to);
    },
  );
});
