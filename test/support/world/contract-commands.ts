import { CONTRACT_ROUTES } from '#shared/contracts/capital/contracts/routes.ts';
import { SPLIT_ROUTES } from '#shared/contracts/capital/split/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { command, decisionOn } from './commands.ts';
import type { Command } from './commands.ts';

type Proposal = BodySent<typeof CONTRACT_ROUTES.proposeContractChange>;

/** The terms openSource founds a contract on, and a target. */
export const termsFrom = (from: string, given: Partial<Proposal['terms']> = {}): Proposal['terms'] => ({
  parties: ['Sở Tài chính', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh'],
  parameters: [{ name: 'risk-provision-rate', rate: '0.75', from, to: null }],
  targets: [{ name: 'share-of-capital', atLeast: '15', from, to: null }],
  documents: [],
  ...given,
});

export function proposeChange(
  sourceId: string,
  changeId: string,
  effectiveOn: string,
  terms: Proposal['terms'],
  given: Partial<Proposal> = {},
): Command {
  return command(
    'finance-officer',
    CONTRACT_ROUTES.proposeContractChange,
    `${sourceId}-${changeId}`,
    {
      changeId,
      annex: { number: 'PL01/07/HĐUT (hư cấu)', decision: decisionOn(effectiveOn) },
      effectiveOn,
      reason: 'Bổ sung chỉ tiêu',
      terms,
      ...given,
    },
    { sourceId },
  );
}

export function approveChange(sourceId: string, changeId: string): Command {
  const route = CONTRACT_ROUTES.approveContractChange;
  return command('provincial-leader', route, `${changeId}-approve`, {}, { sourceId, changeId });
}

export function rejectChange(sourceId: string, changeId: string): Command {
  const route = CONTRACT_ROUTES.rejectContractChange;
  const body = { reason: 'Chưa đủ căn cứ' };
  return command('provincial-leader', route, `${changeId}-reject`, body, { sourceId, changeId });
}

export function withdrawChange(sourceId: string, changeId: string): Command {
  const route = CONTRACT_ROUTES.withdrawContractChange;
  const body = { reason: 'Lập lại' };
  return command('finance-officer', route, `${changeId}-withdraw`, body, { sourceId, changeId });
}

export function splitInterest(
  sourceId: string,
  month: string,
  given: Partial<BodySent<typeof SPLIT_ROUTES.splitInterest>> = {},
): Command {
  const body = { month, ...given };
  return command('finance-officer', SPLIT_ROUTES.splitInterest, `${sourceId}-split-${month}`, body, {
    sourceId,
  });
}
