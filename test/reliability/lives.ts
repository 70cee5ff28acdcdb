import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { formHousehold } from '#test/journeys/steps/households.ts';
import type { Borrower } from '#test/journeys/steps/households.ts';
import {
  applyForLoan,
  approveLoan,
  confirmList,
  disburseLoan,
  formGroup,
  readLoan,
  repay,
  submitList,
} from '#test/journeys/steps/lending.ts';
import { fundSource } from '#test/journeys/steps/sources.ts';
import type { Leaf } from '#test/journeys/steps/sources.ts';
import type { Stage } from '#test/journeys/steps/stage.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';

/** Days on which lives are lived, inside the law of 2026. */
export const DAYS = {
  begun: '2026-02-02',
  applied: '2026-02-10',
  confirmed: '2026-02-12',
  approved: '2026-02-16',
  disbursed: '2026-02-20',
  firstPaid: '2026-03-20',
  secondPaid: '2026-04-20',
  lastPaid: '2026-05-20',
} as const;

export const PROGRAMME = 'job-creation';

const TERM_MONTHS = 24;

const USUAL = '20000000';

/** With the three usual loans it is more than the quota; with one of them paid back it is not. */
const LARGE = '60000000';

export const QUOTA = '100000000';

const MEMBERS = ['one', 'two', 'three', 'four', 'five'];

/** What a run made, by the names the runs have in common. */
export interface Lives {
  readonly leaf: Leaf;
  readonly loanIds: Readonly<Record<string, string>>;
}

export interface Plot {
  readonly settled: () => Promise<void>;
  /** How many acts at once; the same acts in any order end in the same place. */
  readonly atATime: number;
}

/**
 * Five loans of one source, each a different fate: repaid, running, waiting for its money, cancelled, and one
 * that first finds no capital. At the end two of the borrowers ask again, so that what is known of their debts
 * shows in the decisions. Every command that moves money is given at least once.
 */
export async function playLives(stage: Stage, plot: Plot): Promise<Lives> {
  const { settled, atATime } = plot;
  const [leaf, borrowers] = await Promise.all([
    fundSource(stage, {
      programmeId: PROGRAMME,
      communeId: HOME,
      received: '250000000',
      quota: QUOTA,
      on: DAYS.begun,
    }),
    meet(stage, atATime),
  ]);
  const groupId = await formGroup(stage, borrowers, DAYS.begun);
  const names = ['repaid', 'running', 'waiting', 'cancelled', 'large'];
  const request = (name: string, borrower: Borrower) =>
    applyForLoan(
      stage,
      {
        groupId,
        borrower,
        programmeId: PROGRAMME,
        amount: name === 'large' ? LARGE : USUAL,
        termMonths: TERM_MONTHS,
        on: DAYS.applied,
      },
      name,
    );
  await inParallel(names.entries(), atATime, ([index, name]) => request(name, at(borrowers, index)));
  await list(stage, groupId, names, 'list');
  await settled();

  const usual = names.slice(0, 4);
  await inParallel(usual, atATime, async (name) => {
    await approve(stage, leaf, name);
    if (name === 'cancelled') await cancel(stage, name);
  });
  await settled();
  await approve(stage, leaf, 'large');
  await settled();

  await Promise.all([payBack(stage, 'repaid'), pay(stage, 'running', ['5000000', '3000000'])]);
  await settled();
  // What came back was reserved for who waited, on the day it came.
  await disburseLoan(stage, stage.id('large'), TODAY);

  await request('again-repaid', at(borrowers, 0));
  await request('again-running', at(borrowers, 1));
  await list(stage, groupId, ['again-repaid', 'again-running'], 'list-again', DAYS.lastPaid);
  await settled();
  const all = [...names, 'again-repaid', 'again-running'];
  return { leaf, loanIds: Object.fromEntries(all.map((name) => [name, stage.id(name)])) };
}

/** Five households of one commune. */
export async function meet(stage: Stage, atATime: number): Promise<readonly Borrower[]> {
  const borrowers: Borrower[] = [];
  await inParallel(MEMBERS.entries(), atATime, async ([index, name]) => {
    borrowers[index] = await formHousehold(stage, { name, communeId: HOME, on: DAYS.begun });
  });
  return borrowers;
}

export function at(borrowers: readonly Borrower[], index: number): Borrower {
  const borrower = borrowers[index];
  if (!borrower) throw new RangeError(`no borrower ${index}`);
  return borrower;
}

export async function list(
  stage: Stage,
  groupId: string,
  names: readonly string[],
  name: string,
  on: string = DAYS.confirmed,
): Promise<void> {
  const loanIds = names.map((one) => stage.id(one));
  const listId = await submitList(stage, groupId, loanIds, on, name);
  await confirmList(stage, listId, loanIds, on);
}

export function approve(stage: Stage, leaf: Leaf, name: string, amount?: string): Promise<void> {
  return approveLoan(
    stage,
    stage.id(name),
    {
      sourceId: leaf.sourceId,
      amount: amount ?? (name === 'large' ? LARGE : USUAL),
      termMonths: TERM_MONTHS,
      principalEveryMonths: 12,
    },
    DAYS.approved,
  );
}

export async function cancel(stage: Stage, name: string): Promise<void> {
  await stage.command('branch-director', `cancel-${name}`, LENDING_ROUTES.cancelLoan, {
    params: { loanId: stage.id(name) },
    body: { reason: 'Hộ không còn nhu cầu', effectiveOn: DAYS.approved },
  });
}

/** Disburses and takes the payments at once: their events are on their way together. */
async function pay(stage: Stage, name: string, amounts: readonly string[]): Promise<void> {
  const loanId = stage.id(name);
  await disburseLoan(stage, loanId, DAYS.disbursed);
  for (const [index, amount] of amounts.entries()) {
    const on = index === 0 ? DAYS.firstPaid : DAYS.secondPaid;
    await repay(stage, loanId, { name: `${name}-pays-${index.toString()}`, amount, on });
  }
}

async function payBack(stage: Stage, name: string): Promise<void> {
  await pay(stage, name, ['4000000', '4000000']);
  const loanId = stage.id(name);
  const payment = { name: `${name}-pays-off`, amount: await payoffBefore(stage, loanId), on: DAYS.lastPaid };
  await repay(stage, loanId, payment);
}

/** What paid the loan off on the last day, also when it has been paid by now. */
async function payoffBefore(stage: Stage, loanId: string): Promise<string> {
  const { position } = await readLoan(stage, loanId, DAYS.lastPaid);
  if (position !== null && position.payoff !== '0') return position.payoff;
  const { items } = await stage.doors
    .as('auditor')
    .call(LENDING_ROUTES.listLoanTransactions, { params: { loanId }, query: { limit: '50' } });
  return items.find(({ outstanding }) => outstanding === '0')?.amount ?? '0';
}

/** Everything a run left behind that people can see, without what names the run or the moment. */
export async function pictureOf(stage: Stage, { leaf, loanIds }: Lives): Promise<unknown> {
  const auditor = stage.doors.as('auditor');
  const params = { sourceId: leaf.sourceId };
  const [source, balance, quotas, rows, journal, forecast] = await Promise.all([
    auditor.call(CAPITAL_ROUTES.getSource, { params, query: {} }),
    auditor.call(CAPITAL_ROUTES.getTrialBalance, { params, query: {} }),
    auditor.call(CAPITAL_ROUTES.listQuotas, { params, query: {} }),
    auditor.call(CAPITAL_ROUTES.listSourceLoans, { params, query: { limit: '50' } }),
    auditor.call(CAPITAL_ROUTES.listEntries, { params, query: { limit: '50' } }),
    auditor.call(CAPITAL_ROUTES.getForecast, { params, query: {} }),
  ]);
  const loans = await Promise.all(
    Object.values(loanIds).map(async (loanId) => {
      const loan = await auditor.call(LENDING_ROUTES.getLoan, { params: { loanId }, query: {} });
      const decision = await auditor.call(BENEFICIARY_ROUTES.getEligibilityDecision, { params: { loanId } });
      // Whether the reservation came before the cancellation decides how many acts the loan has seen.
      return { loan: loanId === loanIds['cancelled'] ? { ...loan, version: null } : loan, decision };
    }),
  );
  // A cancellation that overtakes its request leaves no trace on the source, one that follows it leaves two
  // entries that cancel out: the same totals.
  const stayed = ({ loanId }: { readonly loanId: string | null }): boolean => loanId !== loanIds['cancelled'];
  const picture = {
    source: { ...source, investor: source.investor.kind },
    balance,
    quotas: quotas.items,
    forecast,
    rows: rows.items.filter(stayed),
    entries: sorted(journal.items.filter(stayed)),
    loans,
  };
  return JSON.parse(withoutMoment(picture).replaceAll(stage.run, 'RUN')) as unknown;
}

function sorted<T>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (withoutMoment(a) < withoutMoment(b) ? -1 : 1));
}

function withoutMoment(row: unknown): string {
  return JSON.stringify(row, (name, value: unknown) => (name === 'recordedAt' ? 'then' : value));
}
