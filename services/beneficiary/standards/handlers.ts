import { on } from '#shared/runtime/http-app.ts';
import { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openStandardBook, openStandardReads } from './adapters/standard-book.ts';
import { listPovertyStandards, listProposals, showProposal } from './application/find-standards.ts';
import { decidePovertyStandard, proposePovertyStandard } from './application/propose-standard.ts';

/** Routes of poverty standards, each with the verb that answers it. */
export function standardHandlers(table: Table): Handler[] {
  const reads = openStandardReads(table);
  const book = (act: Act) => openStandardBook(table, act);
  const routes = STANDARD_ROUTES;
  const decide = (
    { params, caller, act }: { params: { proposalId: string }; caller: Caller; act: Act },
    decision: Pick<Decided, 'outcome' | 'reason'>,
  ) => untilWritten(() => decidePovertyStandard(book(act), caller, params.proposalId, decision));
  return [
    on(routes.proposePovertyStandard, ({ body, caller, act }) =>
      untilWritten(() => proposePovertyStandard(book(act), caller, body)),
    ),
    on(routes.approvePovertyStandard, (request) =>
      decide(request, { outcome: 'approved', reason: request.body.remark ?? null }),
    ),
    on(routes.rejectPovertyStandard, (request) =>
      decide(request, { outcome: 'rejected', reason: request.body.reason }),
    ),
    on(routes.withdrawPovertyStandard, (request) =>
      decide(request, { outcome: 'withdrawn', reason: request.body.reason }),
    ),
    on(routes.listPovertyStandardProposals, ({ query }) => listProposals(reads, query)),
    on(routes.getPovertyStandardProposal, ({ params }) => showProposal(reads, params.proposalId)),
    on(routes.listPovertyStandards, ({ query }) => listPovertyStandards(reads, query)),
  ];
}
