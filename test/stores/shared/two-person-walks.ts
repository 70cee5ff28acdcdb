import * as contract from '#test/support/world/contract-commands.ts';
import * as give from '#test/support/world/commands.ts';
import type { Command } from '#test/support/world/commands.ts';
import * as fund from '#test/support/world/fund-commands.ts';
import * as opening from '#test/support/world/opening-commands.ts';
import * as ask from '#test/support/world/quota-request-commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import { HOME } from '#test/support/world/small-world.ts';
import * as standard from '#test/support/world/standard-commands.ts';
import { revisedStandard } from '#test/contracts/well-formed.ts';

/** What has to be there first, in order; what one person makes; what only another may decide or take back. */
export interface Walk {
  readonly before: readonly Command[];
  readonly made: Command;
  readonly decided: Command;
}

const DAY = '2026-02-02';

/** By the second person of the role, whose own act the walk is about. */
const by2 = (command: Command): Command => ({ ...command, by: `${command.by}-2` });

const funded = (sourceId: string): Command[] => [
  give.openSource(sourceId, DAY),
  give.receiveCapital(sourceId, '1000000000', DAY),
];

const OPENING = 'opening-1';

const proposedOpening = (sourceId: string): Pick<Walk, 'before' | 'made'> => ({
  before: [give.openSource(sourceId, DAY)],
  made: opening.proposeOpening(sourceId, OPENING, DAY),
});

const proposedReversal = (sourceId: string): Pick<Walk, 'before' | 'made'> => {
  const { before, made } = proposedOpening(sourceId);
  return {
    before: [...before, made, by2(opening.approveOpening(sourceId, OPENING))],
    made: opening.proposeReversal(sourceId, OPENING),
  };
};

const proposedQuota = (sourceId: string): Pick<Walk, 'before' | 'made'> => ({
  before: funded(sourceId),
  made: quota.proposeDecision(sourceId, 'quota-1', [quota.allocateLine(HOME, '500000000')], DAY),
});

const proposedChange = (sourceId: string): Pick<Walk, 'before' | 'made'> => ({
  before: [give.openSource(sourceId, DAY)],
  made: contract.proposeChange(sourceId, `${sourceId}-change`, DAY, contract.termsFrom(DAY)),
});

const OLD = '2025-06-02';

const districtFund = (sourceId: string): Command[] => [
  give.openSource(`${sourceId}-holder`, DAY),
  give.openSource(sourceId, OLD, { investorId: 'former-district-ha-long' }),
  give.receiveCapital(sourceId, '1000', OLD),
];

const households = (name: string) => ['1', '2', '3', '4', '5'].map((number) => `hh-${name}-${number}`);

/** A loan on a list that its group submitted; households, group, list and loan are named after the walk. */
const submitted = (name: string): Pick<Walk, 'before' | 'made'> => ({
  before: [
    ...households(name).map((householdId) => give.registerHousehold(householdId, HOME, DAY)),
    give.classify(`hh-${name}-1`, DAY),
    give.formGroup(name, HOME, households(name), DAY),
    give.apply(name, name, `hh-${name}-1`, DAY),
  ],
  made: give.submitList(name, name, [name], DAY),
});

const confirmed = (name: string): Pick<Walk, 'before' | 'made'> => {
  const { before, made } = submitted(name);
  return { before: [...before, made], made: give.confirmList(name, [name], DAY) };
};

const proposedStandard = (name: string): Pick<Walk, 'before' | 'made'> => ({
  before: [],
  made: standard.proposeStandard(name, { ...revisedStandard('Chuẩn thử'), standardId: `province-${name}` }),
});

/** A walk for every act that wants a second person, by its operation; each plays with things of its own name. */
export const WALKS: Readonly<Record<string, (name: string) => Walk>> = {
  approvePovertyStandard: (name) => ({
    ...proposedStandard(name),
    decided: standard.approveStandard(name),
  }),
  rejectPovertyStandard: (name) => ({
    ...proposedStandard(name),
    decided: standard.rejectStandard(name),
  }),
  approveContractChange: (name) => ({
    ...proposedChange(name),
    decided: contract.approveChange(name, `${name}-change`),
  }),
  rejectContractChange: (name) => ({
    ...proposedChange(name),
    decided: contract.rejectChange(name, `${name}-change`),
  }),
  approveOpeningBalances: (name) => ({
    ...proposedOpening(name),
    decided: opening.approveOpening(name, OPENING),
  }),
  rejectOpeningBalances: (name) => ({
    ...proposedOpening(name),
    decided: opening.rejectOpening(name, OPENING),
  }),
  approveOpeningReversal: (name) => ({
    ...proposedReversal(name),
    decided: opening.approveReversal(name, OPENING),
  }),
  rejectOpeningReversal: (name) => ({
    ...proposedReversal(name),
    decided: opening.rejectReversal(name, OPENING),
  }),
  approveQuotaDecision: (name) => ({
    ...proposedQuota(name),
    decided: quota.approveDecision(name, 'quota-1'),
  }),
  rejectQuotaDecision: (name) => ({
    ...proposedQuota(name),
    decided: quota.rejectDecision(name, 'quota-1'),
  }),
  acceptQuotaRequest: (name) => {
    const { before, made } = proposedQuota(name);
    return {
      before: [...before, made],
      made: ask.askForQuota(`${name}-request`, HOME),
      decided: ask.acceptRequest(`${name}-request`, name, 'quota-1'),
    };
  },
  declineQuotaRequest: (name) => ({
    before: [],
    made: ask.askForQuota(`${name}-request`, HOME),
    decided: ask.declineRequest(`${name}-request`),
  }),
  reverseReceipt: (name) => ({
    before: [give.openSource(name, DAY)],
    made: give.receiveCapital(name, '1000', DAY),
    decided: give.reverseReceipt(name, DAY, 2),
  }),
  reverseWithdrawal: (name) => ({
    before: funded(name),
    made: fund.withdrawCapital(name, '1000', DAY),
    decided: fund.reverseWithdrawal(name, DAY, 3),
  }),
  reverseHandOver: (name) => ({
    before: districtFund(name),
    made: fund.handOverFund(name, '1000', DAY, { holderSourceId: `${name}-holder` }),
    decided: fund.reverseHandOver(name, DAY, 3),
  }),
  reverseAllocation: (name) => {
    const { before, made } = proposedQuota(name);
    return {
      before: [...before, made],
      made: { ...quota.approveDecision(name, 'quota-1'), by: 'branch-planner-2' },
      decided: give.reverseAllocation(name, HOME, DAY, 1),
    };
  },
  confirmList: (name) => ({ ...submitted(name), decided: give.confirmList(name, [name], DAY) }),
  approveLoan: (name) => ({
    ...confirmed(name),
    decided: give.approve(name, 'never-opened', DAY),
  }),
  disburseLoan: (name) => {
    const { before, made } = confirmed(name);
    const { before: fundBefore, made: proposed } = proposedQuota(`${name}-source`);
    return {
      before: [...fundBefore, proposed, quota.approveDecision(`${name}-source`, 'quota-1'), ...before, made],
      made: give.approve(name, `${name}-source`, DAY),
      decided: give.disburse(name, DAY),
    };
  },
};
