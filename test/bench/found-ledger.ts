import { openSourceBook } from '#capital/sources/adapters/source-book.ts';
import { openFundsBook } from '#capital/funds/adapters/fund-book.ts';
import { receiveCapital } from '#capital/funds/application/receive-capital.ts';
import { openQuotaBook } from '#capital/quota/adapters/decision-book.ts';
import { approveQuotaDecision } from '#capital/quota/application/decide-quota-decision.ts';
import { proposeQuotaDecision } from '#capital/quota/application/propose-quota-decision.ts';
import { openSource } from '#capital/sources/application/open-source.ts';
import { recordInvestor } from '#capital/sources/application/record-investor.ts';
import type { Table } from '#shared/data/table.ts';
import { decision, investor, opening } from '#test/stores/capital/capital-on-dynamo.ts';
import { person } from '#test/support/acts.ts';
import { actOn, BEGIN } from './long-ledger.ts';
import type { Place } from './long-ledger.ts';

const QUOTA = 10n ** 12n;

/** A source with money for everything, and its leaves. */
export async function foundLedger(table: Table, sourceId: string, leaves: number): Promise<Place[]> {
  const book = () => openSourceBook(table, actOn(BEGIN));
  const funds = () => openFundsBook(table, actOn(BEGIN));
  const quotas = () => openQuotaBook(table, actOn(BEGIN));
  const [finance, planner] = [person('finance-officer'), person('branch-planner')];
  const director = person('branch-director');
  const paper = { ...decision, issuedOn: BEGIN };
  const on = { effectiveOn: BEGIN };
  const investorId = 'province-22';
  await recordInvestor(book(), { investorId, ...investor });
  const contract = { ...opening.contract, signedOn: BEGIN, decision: paper, parameters: [] };
  await openSource(book(), finance, { ...opening, sourceId, investorId, contract, ...on });
  const amount = (QUOTA * BigInt(leaves)).toString();
  await receiveCapital(funds(), finance, sourceId, { amount, decision: paper, ...on });
  const places: Place[] = [];
  for (let index = 0; index < leaves; index += 1) {
    const place = {
      programmeId: 'job-creation',
      communeId: `${String(6652 + index).padStart(5, '0')}-2025`,
    };
    const { programmeId, communeId: areaId } = place;
    const decisionId = `quota-${areaId}`;
    const lines = [{ kind: 'allocate' as const, programmeId, areaId, amount: QUOTA.toString() }];
    await proposeQuotaDecision(quotas(), planner, sourceId, { decisionId, decision: paper, lines, ...on });
    await approveQuotaDecision(quotas(), director, { sourceId, decisionId }, null);
    places.push({ sourceId, ...place });
  }
  return places;
}
