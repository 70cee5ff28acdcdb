import { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { command } from './commands.ts';
import type { Command } from './commands.ts';

type Proposal = BodySent<typeof STANDARD_ROUTES.proposePovertyStandard>;

export function proposeStandard(
  proposalId: string,
  standard: Proposal['standard'],
  given: Partial<Proposal> = {},
): Command {
  const body = { proposalId, reason: 'Theo văn bản mới', standard, ...given };
  return command('administrator', STANDARD_ROUTES.proposePovertyStandard, `${proposalId}-propose`, body);
}

export function approveStandard(proposalId: string): Command {
  const route = STANDARD_ROUTES.approvePovertyStandard;
  return command('provincial-leader', route, `${proposalId}-approve`, {}, { proposalId });
}

export function rejectStandard(proposalId: string): Command {
  const route = STANDARD_ROUTES.rejectPovertyStandard;
  const body = { reason: 'Chưa đúng mức trong nghị định' };
  return command('provincial-leader', route, `${proposalId}-reject`, body, { proposalId });
}

export function withdrawStandard(proposalId: string): Command {
  const route = STANDARD_ROUTES.withdrawPovertyStandard;
  return command('administrator', route, `${proposalId}-withdraw`, { reason: 'Lập lại' }, { proposalId });
}
