import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { command, decisionOn } from './commands.ts';
import type { Command } from './commands.ts';

export function writeOff(
  loanId: string,
  effectiveOn: string,
  given: { expectedVersion?: number } = {},
): Command {
  return command(
    'branch-director',
    LENDING_ROUTES.writeOffLoan,
    `${loanId}-write-off`,
    {
      decision: decisionOn(effectiveOn),
      reason: 'Hộ vay chết, không còn tài sản và người thừa kế',
      effectiveOn,
      ...given,
    },
    { loanId },
  );
}

export function releaseReservation(loanId: string, given: { expectedVersion?: number } = {}): Command {
  return command(
    'branch-director',
    CAPITAL_ROUTES.releaseReservation,
    `${loanId}-release-reservation`,
    { reason: 'Hộ chưa hoàn tất thủ tục nhận tiền', ...given },
    { loanId },
  );
}
