import type { ApiClient } from '#shared/client/api-client.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { Doors } from '#test/province/doors.ts';

/** One amount the platform tells in two ways. Equal, or money was made or lost. */
export interface Identity {
  readonly name: string;
  readonly left: bigint;
  readonly right: bigint;
}

/** Every identity of every source and of its loans that does not hold; and how many were looked at. */
export async function brokenIdentities(
  doors: Doors,
): Promise<{ readonly broken: readonly Identity[]; readonly looked: number }> {
  const auditor = doors.as('auditor');
  const sources = await pages(({ cursor }) => auditor.call(CAPITAL_ROUTES.listSources, { query: cursor }));
  const all: Identity[] = [];
  for (const { sourceId } of sources) all.push(...(await identitiesOf(auditor, sourceId)));
  return { broken: all.filter(({ left, right }) => left !== right), looked: all.length };
}

async function identitiesOf(auditor: ApiClient, sourceId: string): Promise<Identity[]> {
  const params = { sourceId };
  const [source, balance, forecast, quotas, loans] = await Promise.all([
    auditor.call(CAPITAL_ROUTES.getSource, { params, query: {} }),
    auditor.call(CAPITAL_ROUTES.getTrialBalance, { params, query: {} }),
    auditor.call(CAPITAL_ROUTES.getForecast, { params, query: {} }),
    pages(({ cursor }) => auditor.call(CAPITAL_ROUTES.listQuotas, { params, query: cursor })),
    pages(({ cursor }) => auditor.call(CAPITAL_ROUTES.listSourceLoans, { params, query: cursor })),
  ]);
  const { totals, decisions } = source;
  const identity = (name: string, left: bigint | string, right: bigint | string): Identity => ({
    name: `${sourceId}: ${name}`,
    left: BigInt(left),
    right: BigInt(right),
  });
  const leaves = (field: 'available' | 'reserved' | 'lent' | 'quota' | 'interestCollected') =>
    sum(quotas.map((quota) => quota[field]));
  const held = (account: string): string => {
    const row = balance.rows.find((one) => one.account === account);
    return sum([row?.debit ?? '0', row?.credit ?? '0']).toString();
  };
  const ofLoans = await Promise.all(
    loans
      .filter(({ status }) => status === 'lent' || status === 'closed')
      .map(({ loanId }) => identitiesOfLoan(auditor, loanId)),
  );
  return [
    identity('debits = credits', balance.totalDebit, balance.totalCredit),
    identity('interest drawn = its parts', held('interest-drawn'), parts(held)),
    identity('received = its decisions', totals.received, sum(decisions.map(({ amount }) => amount))),
    identity('fund = quota + unallocated', totals.fund, sum([totals.quota, totals.unallocated])),
    identity('quota = leaves', totals.quota, leaves('quota')),
    identity('available = leaves', totals.available, leaves('available')),
    identity('reserved = leaves', totals.reserved, leaves('reserved')),
    identity('lent = leaves', totals.lent, leaves('lent')),
    identity('interest = leaves', totals.interestCollected, leaves('interestCollected')),
    identity('reserved = loans', totals.reserved, sum(loans.map(({ reserved }) => reserved))),
    identity('expected back = lent', forecast.outstanding, totals.lent),
    identity('lent = loans', totals.lent, sum(loans.map(({ lent }) => lent))),
    ...ofLoans.flat(),
  ];
}

/** Where interest that was drawn from the leaves went. */
const parts = (held: (account: string) => string): bigint =>
  sum(['interest-distributed', 'management-fee', 'steering-activities'].map(held));

/** A loan as capital keeps it and as lending keeps it. */
async function identitiesOfLoan(auditor: ApiClient, loanId: string): Promise<Identity[]> {
  const [capital, loan] = await Promise.all([
    auditor.call(CAPITAL_ROUTES.getLoanCapital, { params: { loanId }, query: {} }),
    auditor.call(LENDING_ROUTES.getLoan, { params: { loanId }, query: {} }),
  ]);
  const { balance } = capital;
  const { terms, position } = loan;
  if (terms === null || position === null) throw new Error(`${loanId} holds capital and was not disbursed`);
  const identity = (name: string, left: bigint | string, right: bigint | string): Identity => ({
    name: `${loanId}: ${name}`,
    left: BigInt(left),
    right: BigInt(right),
  });
  return [
    identity(
      'disbursed = repaid + outstanding',
      terms.amount,
      sum([balance.principalReturned, balance.lent]),
    ),
    identity('outstanding in both', position.outstanding, balance.lent),
    identity('repaid in both', position.principalPaid, balance.principalReturned),
    identity('interest in both', position.interestPaid, balance.interestCollected),
    identity('instalments = disbursed', sum(loan.schedule.map(({ principal }) => principal)), terms.amount),
  ];
}

const sum = (amounts: readonly string[]): bigint =>
  amounts.reduce((total, amount) => total + BigInt(amount), 0n);

async function pages<T>(
  read: (page: { cursor: { cursor?: string } }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let next: string | null = null;
  do {
    const page: { items: T[]; next: string | null } = await read({
      cursor: next === null ? {} : { cursor: next },
    });
    all.push(...page.items);
    next = page.next;
  } while (next !== null);
  return all;
}
