import { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { acting } from '#shared/runtime/acting.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openStandardBook, openStandardReads } from './adapters/standard-book.ts';
import { listPovertyStandards, listProposals, showProposal } from './application/find-standards.ts';
import { decidePovertyStandard, proposePovertyStandard } from './application/propose-standard.ts';

/** Routes of poverty standards, each with the verb that answers it. */
export function standardHandlers(table: Table): Handler[] {
  const reads = openStandardReads(table);
  const act = acting((request) => openStandardBook(table, request));
  const routes = STANDARD_ROUTES;
  const decide = (
    r: { params: { proposalId: string }; caller: Caller; act: Act },
    decision: Pick<Decided, 'outcome' | 'reason'>,
  ) => act(r, (context) => decidePovertyStandard(context, r.params.proposalId, decision));
  return [
    on(routes.proposePovertyStandard, (r) => act(r, (context) => proposePovertyStandard(context, r.body))),
    on(routes.approvePovertyStandard, (r) =>
      decide(r, { outcome: 'approved', reason: r.body.remark ?? null }),
    ),
    on(routes.rejectPovertyStandard, (r) => decide(r, { outcome: 'rejected', reason: r.body.reason })),
    on(routes.withdrawPovertyStandard, (r) => decide(r, { outcome: 'withdrawn', reason: r.body.reason })),
    on(routes.listPovertyStandardProposals, ({ query }) => listProposals(reads, query)),
    on(routes.getPovertyStandardProposal, ({ params }) => showProposal(reads, params.proposalId)),
    on(routes.listPovertyStandards, ({ query }) => listPovertyStandards(reads, query)),
  ];
}
