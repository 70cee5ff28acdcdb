import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { command, decisionOn } from './commands.ts';
import type { Body, Command } from './commands.ts';

export function withdrawCapital(
  sourceId: string,
  amount: string,
  effectiveOn: string,
  given: Body<typeof CAPITAL_ROUTES.withdrawCapital> = {},
): Command {
  return command(
    'finance-officer',
    CAPITAL_ROUTES.withdrawCapital,
    `${sourceId}-withdraw`,
    { amount, decision: decisionOn(effectiveOn), document: 'CT-0002', effectiveOn, ...given },
    { sourceId },
  );
}

export function reverseWithdrawal(
  sourceId: string,
  entryOn: string,
  entryVersion: number,
  given: Body<typeof CAPITAL_ROUTES.reverseWithdrawal> = {},
): Command {
  return command(
    'finance-officer',
    CAPITAL_ROUTES.reverseWithdrawal,
    `${sourceId}-reverse-withdrawal-${entryVersion}`,
    { entryOn, entryVersion, reason: 'Ghi nhầm số tiền', ...given },
    { sourceId },
  );
}

/** A fund that is all unlent cash, unless other figures are given. */
export function handOverFund(
  sourceId: string,
  unlentCash: string,
  effectiveOn: string,
  given: Body<typeof CAPITAL_ROUTES.handOverFund> = {},
): Command {
  return command(
    'finance-officer',
    CAPITAL_ROUTES.handOverFund,
    `${sourceId}-hand-over`,
    {
      holderSourceId: 's-contracts',
      principal: '0',
      unlentCash,
      provision: '0',
      accruedInterest: '0',
      overduePrincipal: '0',
      decision: decisionOn(effectiveOn),
      document: 'BB-0001',
      effectiveOn,
      ...given,
    },
    { sourceId },
  );
}

export function reverseHandOver(
  sourceId: string,
  entryOn: string,
  entryVersion: number,
  given: Body<typeof CAPITAL_ROUTES.reverseHandOver> = {},
): Command {
  return command(
    'finance-officer',
    CAPITAL_ROUTES.reverseHandOver,
    `${sourceId}-reverse-hand-over-${entryVersion}`,
    { entryOn, entryVersion, reason: 'Bàn giao nhầm ngày', ...given },
    { sourceId },
  );
}

/** A plan of one year with one tranche, that of the plan’s own name. */
export function recordFundingPlan(
  sourceId: string,
  planId: string,
  effectiveOn: string,
  given: Body<typeof CAPITAL_ROUTES.recordFundingPlan> = {},
): Command {
  const dueOn = `${effectiveOn.slice(0, 4)}-12-31`;
  return command(
    'finance-officer',
    CAPITAL_ROUTES.recordFundingPlan,
    `${sourceId}-${planId}`,
    {
      planId,
      years: [{ year: Number(effectiveOn.slice(0, 4)), amount: '5000' }],
      tranches: [{ trancheId: `${planId}-t1`, dueOn, amount: '5000', decision: null }],
      decision: decisionOn(effectiveOn),
      effectiveOn,
      ...given,
    },
    { sourceId },
  );
}

export function closeYear(sourceId: string, year: number): Command {
  return command(
    'finance-officer',
    CAPITAL_ROUTES.closeYear,
    `${sourceId}-close-${year}`,
    { year },
    { sourceId },
  );
}
