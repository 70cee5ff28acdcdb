import { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { command, PROGRAMME } from './commands.ts';
import type { Command } from './commands.ts';

const { requestQuota, acceptQuotaRequest, declineQuotaRequest } = QUOTA_REQUEST_ROUTES;

export function askForQuota(
  requestId: string,
  communeId: string,
  given: Partial<BodySent<typeof requestQuota>> = {},
): Command {
  return command('commune-officer', requestQuota, `${requestId}-request`, {
    requestId,
    programmeId: PROGRAMME,
    communeId,
    amount: '50000000',
    reason: 'Nhiều hộ đủ điều kiện chưa được vay',
    ...given,
  });
}

export function acceptRequest(requestId: string, sourceId: string, decisionId: string): Command {
  const body = { sourceId, decisionId, granted: '30000000', note: 'Phần còn lại xét quý sau' };
  return command('branch-planner', acceptQuotaRequest, `${requestId}-accept`, body, { requestId });
}

export function declineRequest(requestId: string): Command {
  const body = { reason: 'Xã còn chỉ tiêu chưa sử dụng' };
  return command('branch-planner', declineQuotaRequest, `${requestId}-decline`, body, { requestId });
}
