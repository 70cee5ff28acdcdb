import { openCapitalBook } from '#capital/adapters/capital-book.ts';
import { allocateQuota } from '#capital/application/allocate-quota.ts';
import { openSource } from '#capital/application/open-source.ts';
import { receiveCapital } from '#capital/application/receive-capital.ts';
import { recordInvestor } from '#capital/application/record-investor.ts';
import type { Table } from '#shared/data/table.ts';
import { person } from '#test/support/acts.ts';
import { decision, investor, opening } from '#test/stores/capital/capital-on-dynamo.ts';
import { BEGIN, actOn } from './long-ledger.ts';
import type { Place } from './long-ledger.ts';

const QUOTA = 10n ** 12n;

/** A source with money for everything, and its leaves. */
export async function foundLedger(table: Table, sourceId: string, leaves: number): Promise<Place[]> {
  const book = () => openCapitalBook(table, actOn(BEGIN));
  const [finance, planner] = [person('finance-officer'), person('branch-planner')];
  const paper = { ...decision, issuedOn: BEGIN };
  const on = { effectiveOn: BEGIN };
  const investorId = 'province-22';
  await recordInvestor(book(), { investorId, ...investor });
  const contract = { ...opening.contract, signedOn: BEGIN, decision: paper, parameters: [] };
  await openSource(book(), finance, { ...opening, sourceId, investorId, contract, ...on });
  const amount = (QUOTA * BigInt(leaves)).toString();
  await receiveCapital(book(), finance, sourceId, { amount, decision: paper, ...on });
  const places: Place[] = [];
  for (let index = 0; index < leaves; index += 1) {
    const place = {
      programmeId: 'job-creation',
      communeId: `${String(6652 + index).padStart(5, '0')}-2025`,
    };
    const quota = { ...place, amount: QUOTA.toString(), decision: paper, ...on };
    await allocateQuota(book(), planner, sourceId, quota);
    places.push({ sourceId, ...place });
  }
  return places;
}
