import { ApiProblem } from '#shared/client/api-problem.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { Bus } from './bus.ts';
import { vnd } from './narrator.ts';
import type { Narrator } from './narrator.ts';
import { chooseDays } from './steps/calendar.ts';
import { classifyNearPoor, formHousehold } from './steps/households.ts';
import type { Borrower } from './steps/households.ts';
import {
  applyForLoan,
  approveLoan,
  confirmList,
  disburseLoan,
  formGroup,
  readEligibility,
  readLoan,
  repay,
  requestBody,
  submitList,
  untilLoan,
} from './steps/lending.ts';
import type { Request } from './steps/lending.ts';
import { allocateQuota, openSource, readJournal, receiveCapital, registerInvestor } from './steps/sources.ts';
import type { Leaf } from './steps/sources.ts';
import type { Stage } from './steps/stage.ts';
import { LENT, QUOTA } from './story.ts';
import type { Story } from './story.ts';
import { postingsOf, traceBothWays, untilTotals } from './trace.ts';

/** Phường Hà Tu: code 06652, which meant another ward before 2025-07-01. */
const COMMUNE = '06652-2025';

const PROGRAMME = 'near-poor-household';

const RECEIVED = '500000000';

const OVER_CEILING = '150000000';

const TERM_MONTHS = 36;

/** One loan from the Council's decision to the household and back, through the right person at each step. */
export async function playFirstLoan(stage: Stage, bus: Bus, tell: Narrator): Promise<void> {
  const story: Story = { stage, bus, tell, days: await chooseDays(stage) };
  const borrowers = await meetHouseholds(story);
  const leaf = await bringMoney(story);
  const request = await joinGroup(story, borrowers);
  const loanId = await requestLoan(story, request);
  await confirmInCommune(story, loanId, request.groupId);
  await approveInBranch(story, loanId, leaf);
  await payOut(story, loanId, leaf);
  await payBack(story, loanId, leaf);
  await traceBothWays(story, loanId, leaf);
}

async function meetHouseholds({ stage, bus, tell, days }: Story): Promise<readonly Borrower[]> {
  tell.chapter('Đăng ký hộ gia đình và thành viên', 'Register households with their persons');
  const borrowers: Borrower[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    const name = `hh${number.toString()}`;
    borrowers.push(await formHousehold(stage, { name, communeId: COMMUNE, on: days.start }));
    tell.events(await bus.next(['HouseholdRegistered']));
  }
  tell.chapter(
    'Công nhận hộ cận nghèo theo chuẩn có hiệu lực',
    'Recognise a near-poor household under the standard in force',
  );
  const [borrower] = borrowers;
  if (borrower) await classifyNearPoor(stage, borrower, days, days.after(1));
  tell.fact(`${days.standard.standardId}: ${days.standard.source.instrument}`);
  tell.events(await bus.next(['HouseholdClassified']));
  return borrowers;
}

async function bringMoney({ stage, bus, tell, days }: Story): Promise<Leaf> {
  tell.chapter('Nhà đầu tư và hợp đồng ủy thác', 'Investor and entrustment contract');
  const investorId = await registerInvestor(stage);
  tell.events(await bus.next(['InvestorRevised']));
  const sourceId = await openSource(stage, investorId, days.after(1));
  tell.events(await bus.next(['SourceOpened']));
  tell.chapter(
    'Nhận vốn theo nghị quyết của HĐND tỉnh',
    'Receive capital by a decision of the People’s Council',
  );
  await receiveCapital(stage, sourceId, RECEIVED, days.after(2));
  tell.events(await bus.next(['CapitalReceived']));
  tell.chapter('Phân bổ chỉ tiêu cho chương trình và phường', 'Allocate quota to a programme and a ward');
  const leaf = { sourceId, programmeId: PROGRAMME, communeId: COMMUNE };
  await allocateQuota(stage, leaf, QUOTA, days.after(3));
  tell.events(await bus.next(['QuotaDecisionProposed', 'QuotaDecisionApproved', 'QuotaAllocated']));
  for (const entry of await readJournal(stage, sourceId)) tell.postings(entry.postings);
  return leaf;
}

async function joinGroup(
  { stage, bus, tell, days }: Story,
  borrowers: readonly Borrower[],
): Promise<Request> {
  tell.chapter('Thành lập tổ tiết kiệm và vay vốn', 'Form a savings and credit group');
  const groupId = await formGroup(stage, borrowers, days.after(3));
  tell.events(await bus.next(['GroupFormed']));
  const [borrower] = borrowers;
  if (!borrower) throw new RangeError('no household to lend to');
  return {
    groupId,
    borrower,
    programmeId: PROGRAMME,
    amount: LENT,
    termMonths: TERM_MONTHS,
    on: days.after(4),
  };
}

async function requestLoan({ stage, bus, tell }: Story, request: Request): Promise<string> {
  const loanId = stage.id('loan');
  tell.chapter('Giấy đề nghị vay vốn 01/TD', 'Loan request, form 01/TD');
  tell.say(
    'Trước hết là một số tiền vượt mức tối đa của chương trình',
    'first an amount over the ceiling of the programme',
  );
  await refuseOverCeiling(stage, tell, request);
  tell.say(
    'Chạy thử không ghi gì; sau đó là thật; gửi lại cùng khóa thì nhận lại câu trả lời cũ',
    'a dry run records nothing; then for real; the same key again gives the first answer again',
  );
  const body = requestBody(stage, request);
  const dry = await stage.command('organisation-officer', 'apply-dry', LENDING_ROUTES.applyForLoan, {
    body,
    dryRun: true,
  });
  tell.check('chạy thử / dry run', dry.dryRun, true);
  const first = await applyForLoan(stage, request);
  const again = await applyForLoan(stage, request);
  tell.check('trả lời lại / replay', [again.replayed, again.body], [true, first.body]);
  tell.events(await bus.next(['ApplicationSubmitted']));
  return loanId;
}

async function refuseOverCeiling(stage: Stage, tell: Narrator, request: Request): Promise<void> {
  try {
    await applyForLoan(stage, { ...request, amount: OVER_CEILING }, 'loan-too-large');
    tell.check('amount-over-ceiling', 'accepted', 'refused');
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    tell.check('bị từ chối / refused', [error.status, error.code], [422, 'amount-over-ceiling']);
    tell.fact(`${error.problem.title.vi} · ${error.problem.title.en}`);
    for (const [name, value] of Object.entries(error.facts)) tell.fact(`${name}: ${vnd(String(value))}`);
  }
}

async function confirmInCommune(
  { stage, bus, tell, days }: Story,
  loanId: string,
  groupId: string,
): Promise<void> {
  tell.chapter('Tổ bình xét, gửi danh sách 03/TD', 'The group votes and submits list 03/TD');
  const listId = await submitList(stage, groupId, [loanId], days.after(6));
  tell.events(await bus.next(['ListSubmitted', 'LoanListed']));
  tell.chapter(
    'UBND phường xác nhận; hệ thống xét điều kiện và lưu lý do',
    'The ward confirms; eligibility is decided and its reasons kept',
  );
  await confirmList(stage, listId, [loanId], days.after(8));
  tell.events(
    await bus.next(['ListConfirmed', 'LoanConfirmed', 'EligibilityDecided', 'LoanEligibilityRecorded']),
  );
  const loan = await untilLoan(stage, loanId, 'eligible', 'ineligible');
  tell.check('món vay / loan', loan.status, 'eligible');
  const { reasons } = await readEligibility(stage, loanId);
  for (const { met, text } of reasons) tell.fact(`${met ? '✓' : '✗'} ${text.vi} · ${text.en}`);
}

async function approveInBranch(
  { stage, bus, tell, days }: Story,
  loanId: string,
  { sourceId }: Leaf,
): Promise<void> {
  tell.chapter('Chi nhánh phê duyệt; vốn được giữ', 'The branch approves; capital is reserved');
  const terms = { sourceId, amount: LENT, termMonths: TERM_MONTHS, principalEveryMonths: 12 };
  await approveLoan(stage, loanId, terms, days.after(10));
  tell.events(await bus.next(['LoanApproved', 'CapitalReserved', 'LoanCapitalRecorded']));
  const loan = await untilLoan(stage, loanId, 'reserved', 'awaiting-capital');
  tell.check('món vay / loan', loan.status, 'reserved');
  tell.postings(await postingsOf(stage, loanId, 'CapitalReserved'));
}

async function payOut({ stage, bus, tell, days }: Story, loanId: string, leaf: Leaf): Promise<void> {
  tell.chapter('Giải ngân tại điểm giao dịch', 'Disburse at the transaction point');
  await disburseLoan(stage, loanId, days.after(12));
  tell.events(await bus.next(['LoanDisbursed', 'CapitalLent']));
  tell.postings(await postingsOf(stage, loanId, 'CapitalLent'));
  await untilTotals(stage, leaf.sourceId, { lent: LENT });
}

async function payBack({ stage, bus, tell, days }: Story, loanId: string, leaf: Leaf): Promise<void> {
  tell.chapter('Thu lãi và một phần gốc', 'Collect interest and part of the principal');
  const part = await repay(stage, loanId, { name: 'repay-1', amount: '5000000', on: days.after(43) });
  tellParts(tell, part.body);
  tell.events(await bus.next(['RepaymentRecorded', 'CapitalReturned']));
  tell.postings(await postingsOf(stage, loanId, 'CapitalReturned'));
  tell.chapter(
    'Trả hết: vốn quay về đúng nguồn, sẵn sàng cho vay tiếp',
    'Paid off: capital is back at its source, ready to lend again',
  );
  const { position } = await readLoan(stage, loanId, days.today);
  const last = await repay(stage, loanId, {
    name: 'repay-2',
    amount: position?.payoff ?? '0',
    on: days.today,
  });
  tellParts(tell, last.body);
  tell.check('dư nợ / outstanding', last.body.outstanding, '0');
  tell.events(await bus.next(['RepaymentRecorded', 'CapitalReturned']));
  tell.postings((await postingsOf(stage, loanId, 'CapitalReturned', 2)).slice(-2));
  await untilTotals(stage, leaf.sourceId, { lent: '0', available: QUOTA });
}

function tellParts(tell: Narrator, paid: { readonly principal: string; readonly interest: string }): void {
  tell.fact(`gốc / principal ${vnd(paid.principal)}, lãi / interest ${vnd(paid.interest)}`);
}
