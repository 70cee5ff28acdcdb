import { vnd } from './narrator.ts';
import { readLoan } from './steps/lending.ts';
import { readLoanCapital, readSource, readTrialBalance } from './steps/sources.ts';
import type { Leaf, LoanTrace } from './steps/sources.ts';
import type { Stage } from './steps/stage.ts';
import { until } from './steps/wait.ts';
import { LENT, QUOTA } from './story.ts';
import type { Story } from './story.ts';

/** The story's money from both ends, on its days: source to loan, loan to decision, and nothing in between lost. */
export async function traceBothWays({ stage, tell, days }: Story, loanId: string, leaf: Leaf): Promise<void> {
  tell.chapter(
    'Truy vết: từ nguồn vốn đến món vay, ở ba ngày',
    'The trace from the source to the loan, on three days',
  );
  const { sourceId } = leaf;
  for (const asOf of [days.after(3), days.after(12), days.today]) {
    const { totals, decisions, contract } = await readSource(stage, sourceId, asOf);
    tell.fact(
      `${asOf}  ${contract.number}, ${decisions.map(({ decision }) => decision.number).join(', ')}: ` +
        `chỉ tiêu/quota ${vnd(totals.quota)}, cho vay/lent ${vnd(totals.lent)}, sẵn sàng/available ${vnd(totals.available)}, lãi/interest ${vnd(totals.interestCollected)}`,
    );
  }
  const lentOn = (await readSource(stage, sourceId, days.after(12))).totals;
  tell.check('cho vay ngày giải ngân / lent on the day of disbursement', lentOn.lent, LENT);
  tell.check(
    'sẵn sàng ngày đó / available that day',
    lentOn.available,
    (BigInt(QUOTA) - BigInt(LENT)).toString(),
  );

  tell.chapter(
    'Truy vết: từ món vay về nguồn và quyết định',
    'The trace from the loan back to source and decision',
  );
  const loan = await readLoan(stage, loanId);
  tell.check('món vay / loan', [loan.status, loan.position?.outstanding], ['settled', '0']);
  const back = await readLoanCapital(stage, loanId);
  tell.fact(`${loanId} ← ${back.leaf.programmeId} ${back.leaf.communeId} ← ${back.leaf.sourceId}`);
  for (const { decision, effectiveOn } of [...back.quotaDecisions, ...back.capitalDecisions]) {
    tell.fact(`${effectiveOn} ${decision.number}, ${decision.issuer}`);
  }
  for (const { type, effectiveOn, postings } of back.entries) {
    tell.fact(`${effectiveOn} ${type}`);
    tell.postings(postings);
  }
  tell.check('nguồn / source', back.leaf.sourceId, sourceId);
  tell.check('gốc đã về / principal returned', back.balance.principalReturned, LENT);

  tell.chapter('Bảng cân đối thử', 'Trial balance');
  const balance = await readTrialBalance(stage, sourceId);
  for (const { account, debit, credit } of balance.rows) {
    tell.fact(`${account.padEnd(18)} Nợ/Dr ${vnd(debit).padStart(15)}  Có/Cr ${vnd(credit).padStart(15)}`);
  }
  tell.check(
    'Nợ trừ Có / debit minus credit',
    (BigInt(balance.totalDebit) - BigInt(balance.totalCredit)).toString(),
    '0',
  );
}

/** Postings of the loan's entries of a type, once there are as many as said. */
export async function postingsOf(stage: Stage, loanId: string, type: string, count = 1) {
  const ofType = ({ entries }: LoanTrace) => entries.filter((entry) => entry.type === type);
  const trace = await until(
    `${type} in the journal of ${loanId}`,
    () => readLoanCapital(stage, loanId),
    (read) => ofType(read).length >= count,
  );
  return ofType(trace).flatMap((entry) => entry.postings);
}

/** Totals follow the events of capital, so they are waited for. */
export async function untilTotals(
  stage: Stage,
  sourceId: string,
  wanted: Readonly<Partial<Record<'lent' | 'available', string>>>,
): Promise<void> {
  await until(
    `totals of ${sourceId}`,
    async () => (await readSource(stage, sourceId)).totals,
    (totals) =>
      Object.entries(wanted).every(([name, amount]) => totals[name as 'lent' | 'available'] === amount),
  );
}
