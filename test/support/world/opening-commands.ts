import { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { command, decisionOn, PROGRAMME } from './commands.ts';
import type { Command } from './commands.ts';
import { HOME } from './small-world.ts';

const {
  proposeOpeningBalances,
  approveOpeningBalances,
  rejectOpeningBalances,
  withdrawOpeningBalances,
  proposeOpeningReversal,
  approveOpeningReversal,
  rejectOpeningReversal,
  withdrawOpeningReversal,
} = OPENING_ROUTES;

type Proposal = BodySent<typeof proposeOpeningBalances>;

export const OPENING_TOTALS: Proposal['controlTotals'] = {
  outstanding: '700000000',
  available: '300000000',
  unallocated: '50000000',
  provision: '4000000',
  fund: '1050000000',
};

export function proposeOpening(
  sourceId: string,
  openingId: string,
  cutOverOn: string,
  given: Partial<Proposal> = {},
): Command {
  return command(
    'finance-officer',
    proposeOpeningBalances,
    `${sourceId}-${openingId}`,
    {
      openingId,
      cutOverOn,
      decision: decisionOn(cutOverOn),
      document: 'BB-01 (hư cấu)',
      controlTotals: OPENING_TOTALS,
      lines: [{ programmeId: PROGRAMME, communeId: HOME, outstanding: '700000000', available: '300000000' }],
      ...given,
    },
    { sourceId },
  );
}

export function approveOpening(sourceId: string, openingId: string): Command {
  const params = { sourceId, openingId };
  return command('finance-officer', approveOpeningBalances, `${sourceId}-${openingId}-approve`, {}, params);
}

export function rejectOpening(sourceId: string, openingId: string): Command {
  const body = { reason: 'Chưa đối chiếu với ngân hàng' };
  return command('finance-officer', rejectOpeningBalances, `${sourceId}-${openingId}-reject`, body, {
    sourceId,
    openingId,
  });
}

export function withdrawOpening(sourceId: string, openingId: string): Command {
  const body = { reason: 'Lập lại' };
  return command('finance-officer', withdrawOpeningBalances, `${sourceId}-${openingId}-withdraw`, body, {
    sourceId,
    openingId,
  });
}

export function proposeReversal(sourceId: string, openingId: string): Command {
  const body = { reason: 'Ghi nhầm dư nợ của một xã' };
  const params = { sourceId, openingId };
  return command('finance-officer', proposeOpeningReversal, `${sourceId}-${openingId}-reverse`, body, params);
}

export function approveReversal(sourceId: string, openingId: string): Command {
  const params = { sourceId, openingId };
  return command(
    'finance-officer',
    approveOpeningReversal,
    `${sourceId}-${openingId}-reverse-approve`,
    {},
    params,
  );
}

export function rejectReversal(sourceId: string, openingId: string): Command {
  const body = { reason: 'Số dư đúng với biên bản' };
  const params = { sourceId, openingId };
  return command(
    'finance-officer',
    rejectOpeningReversal,
    `${sourceId}-${openingId}-reverse-reject`,
    body,
    params,
  );
}

export function withdrawReversal(sourceId: string, openingId: string): Command {
  const body = { reason: 'Đã đối chiếu lại' };
  const params = { sourceId, openingId };
  return command(
    'finance-officer',
    withdrawOpeningReversal,
    `${sourceId}-${openingId}-reverse-withdraw`,
    body,
    params,
  );
}
