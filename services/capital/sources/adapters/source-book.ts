import { contractWrite, versionWrite } from '#capital/contracts/adapters/contract-table.ts';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { postChange } from '#capital/ledger/adapters/posting.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import { InvestorRevised } from '#shared/contracts/capital/sources/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { readForAct } from '#shared/data/read.ts';
import { putReference } from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import type { SourceBook } from '../application/ports.ts';
import { INVESTOR, InvestorItemSchema, investorKey } from './investor-item.ts';

/** SourceBook on DynamoDB for one act: each `keep…` is one transaction. */
export function openSourceBook(table: Table, act: Act): SourceBook {
  return {
    today: act.today,
    now: act.now,
    sourceAndInvestor: async (sourceId, investorId) => {
      const keys = { source: sourceKey(sourceId), investor: investorKey(investorId) };
      const found = await readForAct(table, act, [keys.source, keys.investor]);
      return {
        source: found.take(keys.source, SourceItemSchema),
        investor: found.take(keys.investor, InvestorItemSchema)?.content ?? null,
      };
    },
    keepFounding: ({ founded: { contract, version }, ...change }) =>
      postChange(table, act, change, {
        aggregates: [contractWrite(contract), versionWrite(contract.sourceId, version)],
      }),
    keepInvestor: (investor) =>
      putReference(table, act, {
        kind: INVESTOR,
        id: investor.investorId,
        content: investor,
        summary: investor,
        draft: (revision) =>
          draftEvent({
            event: InvestorRevised,
            subject: investor.investorId,
            aggregateVersion: revision,
            communeId: null,
            effectiveOn: act.today,
            data: { investorId: investor.investorId, revision },
          }),
      }),
  };
}
