import { ApiProblem } from '#shared/client/api-problem.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import type { Doors } from './doors.ts';
import { inParallel } from './in-parallel.ts';
import type { LoanEnd, PlannedList, PlannedLoan } from './plan/types.ts';

type Loan = ResponseOf<typeof LENDING_ROUTES.getLoan>;

/** How the loans of a plan are loaded: who is asked, from which sources, how many at a time. */
export interface LoanLoad {
  readonly doors: Doors;
  readonly sourceOf: (loan: PlannedLoan) => string;
  readonly atATime: number;
  /** Told of an act that was refused because somebody had gone another way with the loan in the meantime. */
  readonly refused: (problem: ApiProblem) => void;
}

/** Request (01/TD), list (03/TD) and the answer of the commune. */
export async function loadLists(
  load: LoanLoad,
  lists: readonly PlannedList[],
  counted: () => void,
): Promise<void> {
  await inParallel(lists, load.atATime, async (list) => {
    await unlessRefused(load, async () => {
      for (const loan of list.loans) await apply(load, loan);
      const [first] = list.loans;
      if (first === undefined || first.ends === 'applied') return;
      await submit(load, list);
      if (first.ends !== 'listed') await confirm(load, list);
    });
    counted();
  });
}

const STOPS_BEFORE_APPROVAL: readonly LoanEnd[] = [
  'applied',
  'listed',
  'refused-by-commune',
  'ineligible',
  'eligible',
];

export const isDecidedByBranch = (loan: PlannedLoan): boolean => !STOPS_BEFORE_APPROVAL.includes(loan.ends);

export const isPaidOut = (loan: PlannedLoan): boolean => loan.ends === 'active' || loan.ends === 'settled';

/** The branch decides on what was found eligible. Loans that are to find no capital come last, when quotas are used. */
export async function loadApprovals(
  load: LoanLoad,
  loans: readonly PlannedLoan[],
  counted: () => void,
): Promise<void> {
  const decided = loans.filter(isDecidedByBranch);
  const isLast = (loan: PlannedLoan): boolean => loan.ends === 'awaiting-capital';
  const decide = async (loan: PlannedLoan): Promise<void> => {
    await unlessRefused(load, async () => {
      await reached(load, loan, (found) => found.status !== 'confirmed');
      await (loan.ends === 'rejected' ? reject(load, loan) : approve(load, loan));
    });
    counted();
  };
  const first = decided.filter((loan) => !isLast(loan));
  await inParallel(first, load.atATime, decide);
  await inParallel(first, load.atATime, async (loan) => {
    await unlessRefused(load, () => reached(load, loan, (found) => found.status !== 'approved'));
  });
  await inParallel(decided.filter(isLast), load.atATime, decide);
}

/** Disbursement, the payments of the months, and the freeze after the storm; each loan in the order of its days. */
export async function loadRunning(
  load: LoanLoad,
  loans: readonly PlannedLoan[],
  counted: () => void,
): Promise<void> {
  await inParallel(loans.filter(isPaidOut), load.atATime, async (loan) => {
    await unlessRefused(load, async () => {
      await disburse(load, loan);
      for (const [index] of loan.repayments.entries()) await repay(load, loan, index);
      if (loan.freeze) await freeze(load, loan, loan.freeze);
    });
    counted();
  });
}

async function unlessRefused(load: LoanLoad, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500 || error.status < 403) throw error;
    load.refused(error);
  }
}

async function apply({ doors }: LoanLoad, loan: PlannedLoan): Promise<void> {
  const { loanId, groupId, householdId, personId, programmeId, amount, termMonths, purpose, appliedOn } =
    loan;
  await doors.as('organisation-officer').call(LENDING_ROUTES.applyForLoan, {
    idempotencyKey: `${loanId}-apply`,
    body: {
      ...{ loanId, groupId, householdId, personId, programmeId, termMonths, purpose },
      amount: amount.toString(),
      effectiveOn: appliedOn,
    },
  });
}

async function submit(
  { doors }: LoanLoad,
  { listId, groupId, loans, submittedOn }: PlannedList,
): Promise<void> {
  await doors.as('organisation-officer').call(LENDING_ROUTES.submitList, {
    idempotencyKey: `${listId}-submit`,
    body: { listId, groupId, loanIds: loans.map((loan) => loan.loanId), effectiveOn: submittedOn },
  });
}

async function confirm({ doors }: LoanLoad, { listId, loans, confirmedOn }: PlannedList): Promise<void> {
  await doors.as('commune-chair').call(LENDING_ROUTES.confirmList, {
    params: { listId },
    idempotencyKey: `${listId}-confirm`,
    body: {
      lines: loans.map(({ loanId, ends }) =>
        ends === 'refused-by-commune'
          ? { loanId, outcome: 'refused' as const, reason: 'Hộ không còn cư trú thường xuyên tại địa bàn' }
          : { loanId, outcome: 'confirmed' as const },
      ),
      effectiveOn: confirmedOn,
    },
  });
}

async function approve({ doors, sourceOf }: LoanLoad, loan: PlannedLoan): Promise<void> {
  const { loanId, amount, termMonths, principalEveryMonths, approvedOn } = loan;
  await doors.as('branch-director').call(LENDING_ROUTES.approveLoan, {
    params: { loanId },
    idempotencyKey: `${loanId}-approve`,
    body: {
      sourceId: sourceOf(loan),
      amount: amount.toString(),
      termMonths,
      principalEveryMonths,
      effectiveOn: approvedOn,
    },
  });
}

async function reject({ doors }: LoanLoad, { loanId, approvedOn }: PlannedLoan): Promise<void> {
  await doors.as('branch-director').call(LENDING_ROUTES.rejectLoan, {
    params: { loanId },
    idempotencyKey: `${loanId}-reject`,
    body: { reason: 'Phương án sử dụng vốn chưa khả thi', effectiveOn: approvedOn },
  });
}

async function disburse({ doors }: LoanLoad, { loanId, disbursedOn }: PlannedLoan): Promise<void> {
  await doors.as('credit-officer').call(LENDING_ROUTES.disburseLoan, {
    params: { loanId },
    idempotencyKey: `${loanId}-disburse`,
    body: { effectiveOn: disbursedOn },
  });
}

async function repay(load: LoanLoad, { loanId, repayments }: PlannedLoan, index: number): Promise<void> {
  const planned = repayments[index];
  if (!planned) return;
  const amount = planned.amount ?? (await payoffOf(load, loanId, planned.on));
  if (amount === null) return;
  await load.doors.as('credit-officer').call(LENDING_ROUTES.recordRepayment, {
    params: { loanId },
    idempotencyKey: planned.repaymentId,
    body: { repaymentId: planned.repaymentId, amount, method: 'cash', effectiveOn: planned.on },
  });
}

/** What settles the loan on the day; null when it is settled, as after a run that was cut off. */
async function payoffOf({ doors }: LoanLoad, loanId: string, on: string): Promise<string | null> {
  const { status, position } = await doors
    .as('credit-officer')
    .call(LENDING_ROUTES.getLoan, { params: { loanId }, query: { asOf: on } });
  return status === 'settled' ? null : (position?.payoff ?? null);
}

async function freeze(
  { doors }: LoanLoad,
  { loanId }: PlannedLoan,
  { on, until }: { readonly on: string; readonly until: string },
): Promise<void> {
  await doors.as('branch-director').call(LENDING_ROUTES.freezeLoan, {
    params: { loanId },
    idempotencyKey: `${loanId}-freeze`,
    body: {
      decision: {
        number: '77/QĐ-NHCS (hư cấu)',
        issuedOn: on,
        issuer: 'Tổng Giám đốc Ngân hàng Chính sách xã hội',
      },
      until,
      effectiveOn: on,
    },
  });
}

const POLL_MS = 250;

const LONGEST_WAIT_MS = 180_000;

/** Waits until the other services have answered. Throws when they have not within three minutes. */
async function reached(
  { doors }: LoanLoad,
  { loanId }: PlannedLoan,
  hasMoved: (loan: Loan) => boolean,
): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += POLL_MS) {
    const loan = await doors
      .as('branch-director')
      .call(LENDING_ROUTES.getLoan, { params: { loanId }, query: {} });
    if (hasMoved(loan)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(
    `${loanId} got no answer from the other services within ${(LONGEST_WAIT_MS / 1000).toString()} s`,
  );
}
