import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { openingReactions } from '#capital/opening/reactions.ts';
import { openLedgerReads } from '#capital/verification/adapters/ledger-reads.ts';
import type { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import type { Table } from '#shared/data/table.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { observe } from '#shared/runtime/observability.ts';
import { CONTEXT, sqsEvent } from '#test/support/lambda-events.ts';
import { tellReferences } from '#test/support/told-references.ts';
import { SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';

export const params = { sourceId: SOURCE };

export const named = { ...params, openingId: 'opening-1' };

export const CUT_OVER = '2026-01-31';

export const decision = { number: '5/QĐ', issuedOn: '2026-02-10', issuer: 'UBND tỉnh' };

export type Proposal = BodySent<typeof CAPITAL_ROUTES.proposeOpeningBalances>;

const COMMUNES = 60;

const PROGRAMMES = 7;

const communeOf = (index: number) => `${10_000 + index}-2025`;

/** Lets capital know the programmes and communes of `linesOf`, and another programme. */
export const tellPlaces = ({ table }: Capital): Promise<void> =>
  tellReferences(table, {
    programmes: ['other', ...Array.from({ length: PROGRAMMES }, (_, index) => `programme-${index}`)],
    areas: Array.from({ length: COMMUNES }, (_, index) => communeOf(index)),
  });

export const linesOf = (count: number): Proposal['lines'] =>
  Array.from({ length: count }, (_, index) => ({
    programmeId: `programme-${index % PROGRAMMES}`,
    communeId: communeOf(index % COMMUNES),
    outstanding: String(1_000_000 + index),
    available: index % 3 === 0 ? '0' : '500',
  }));

export const proposalOf = (lines: Proposal['lines'], given: Partial<Proposal> = {}): Proposal => {
  const sum = (name: 'outstanding' | 'available') =>
    lines.reduce((total, line) => total + BigInt(line[name]), 0n);
  const [outstanding, available] = [sum('outstanding'), sum('available')];
  return {
    openingId: 'opening-1',
    cutOverOn: CUT_OVER,
    decision,
    document: 'BB-1',
    controlTotals: {
      outstanding: outstanding.toString(),
      available: available.toString(),
      unallocated: '7000',
      provision: '90',
      fund: (outstanding + available + 7000n).toString(),
    },
    lines,
    ...given,
  };
};

/** Delivers the newest approval of a kind to a consumer on this table; answers how many go back to the queue. */
export async function applyApproved(
  capital: Capital,
  kind: 'OpeningBalancesApproved' | 'OpeningReversalApproved',
  table: Table = capital.table,
): Promise<number> {
  const consume = eventConsumer({
    ...observe('test'),
    name: 'capital-apply-decisions',
    table,
    reactions: openingReactions(table),
  });
  const approved = (await capital.events())
    .filter(({ type }) => type === kind)
    .sort((one, other) => one.aggregateVersion - other.aggregateVersion)
    .slice(-1);
  if (approved.length === 0) throw new Error(`no ${kind}`);
  return (await consume(sqsEvent(...approved), CONTEXT)).batchItemFailures.length;
}

/** The same table for a process that dies after its first transaction. */
export function dyingTable(capital: Capital): Table {
  const { client } = capital.table;
  const send = async (command: Parameters<typeof client.send>[0]): Promise<unknown> => {
    const answer: unknown = await client.send(command);
    if (command instanceof TransactWriteCommand) throw new Error('the process died');
    return answer;
  };
  return { ...capital.table, client: Object.assign(Object.create(client) as typeof client, { send }) };
}

/** The fund from where it came, and from where it lies: the heads of the ledger as they are now. */
export async function fundNow(capital: Capital): Promise<{ fund: bigint; held: bigint; leaves: number }> {
  let [fund, held, leaves] = [0n, 0n, 0];
  for await (const { book, balances } of openLedgerReads(capital.table).heads(SOURCE)) {
    const of = (account: string): bigint => balances[account] ?? 0n;
    if (book.leaf === null) {
      fund += of('opening-capital');
      held += of('cash-unallocated');
    } else {
      held += of('cash-available') + of('opening-loans');
      leaves += 1;
    }
  }
  return { fund, held, leaves };
}
