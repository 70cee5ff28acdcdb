import type { Text } from '#shared/domain/text.ts';
import { combinationNotSupported, termsContradict } from '../refusals.ts';
import { stepOf } from './every.ts';
import type { LoanTerms } from './terms.ts';

/** Five rows a week over fifty years are more than any loan has; beyond it something is mistyped. */
const MOST_ROWS = 1_300;

/** Throws `terms-contradict` (400) or `terms-not-supported` (422). */
export function assertTerms(terms: LoanTerms): void {
  assertRhythms(terms);
  assertAmortisation(terms);
  assertGrace(terms);
  assertInterest(terms);
  assertRates(terms);
  assertCalendar(terms);
}

function contradict(holds: boolean, first: string, second: string, vi: string, en: string): void {
  if (holds) throw termsContradict(first, second, { vi, en } satisfies Text);
}

function assertRhythms({ amortisation, principalEvery, interestEvery, instalments }: LoanTerms): void {
  if (amortisation === 'custom') return;
  const principal = stepOf(principalEvery);
  const interest = stepOf(interestEvery);
  contradict(
    principal.unit !== interest.unit || principal.count % interest.count !== 0,
    '/principalEvery',
    '/interestEvery',
    'Kỳ trả gốc phải là bội số của kỳ trả lãi, cùng loại ngày/tuần hoặc tháng/năm.',
    'Principal must fall due at a whole multiple of the interest rhythm, both in days or weeks or both in months or years.',
  );
  const rows = (instalments * principal.count) / interest.count;
  if (rows > MOST_ROWS)
    throw combinationNotSupported('/terms/instalments', `more than ${String(MOST_ROWS)} rows`);
  if (amortisation === 'equal-instalment' && rows > instalments) {
    throw combinationNotSupported('/terms/interestEvery', 'equal instalments with interest due in between');
  }
}

function assertAmortisation(terms: LoanTerms): void {
  const { amortisation, lastInstalment, instalmentMultiple, principalMultiple, custom, instalments } = terms;
  const isLevel = amortisation === 'equal-instalment';
  contradict(
    lastInstalment === 'smoothed' && !isLevel,
    '/lastInstalment',
    '/amortisation',
    'Chỉ san kỳ cuối khi các kỳ trả đều nhau (gốc và lãi).',
    'Only level instalments have a last one to smooth.',
  );
  contradict(
    instalmentMultiple !== 1 && !isLevel,
    '/instalmentMultiple',
    '/amortisation',
    'Bội số của kỳ trả chỉ dùng khi các kỳ trả đều nhau (gốc và lãi).',
    'Only level instalments are rounded to a multiple of the instalment.',
  );
  contradict(
    principalMultiple !== 1 && amortisation !== 'equal-principal',
    '/principalMultiple',
    '/amortisation',
    'Bội số của gốc chỉ dùng khi gốc trả đều.',
    'Only equal principal is rounded to a multiple.',
  );
  contradict(
    (amortisation === 'custom') !== custom.length > 0,
    '/custom',
    '/amortisation',
    'Ngày và số gốc tự chọn phải đi cùng phương thức tự chọn.',
    'Dates and amounts of principal are given exactly when the amortisation is custom.',
  );
  contradict(
    custom.length > 0 && custom.length !== instalments,
    '/custom',
    '/instalments',
    'Số kỳ phải bằng số dòng tự chọn.',
    'The number of instalments must be the number of custom entries.',
  );
  contradict(
    terms.levelTotal === 'kept' && !isLevel,
    '/levelTotal',
    '/amortisation',
    'Chỉ giữ nguyên tổng kỳ trả khi các kỳ trả đều nhau (gốc và lãi).',
    'Only level instalments have a total that can be kept.',
  );
  for (const [index, { due }] of custom.entries()) {
    const next = custom[index + 1];
    contradict(
      next !== undefined && next.due <= due,
      `/custom/${String(index)}/due`,
      `/custom/${String(index + 1)}/due`,
      'Các ngày trả phải tăng dần.',
      'Due dates must ascend.',
    );
  }
}

function assertGrace(terms: LoanTerms): void {
  const { amortisation, grace, instalments } = terms;
  contradict(
    grace.principal >= instalments,
    '/grace/principal',
    '/instalments',
    'Ân hạn gốc phải ngắn hơn số kỳ trả.',
    'Grace must leave an instalment that bears principal.',
  );
  contradict(
    grace.principal > 0 && (amortisation === 'bullet' || amortisation === 'custom'),
    '/grace/principal',
    '/amortisation',
    'Phương thức này đã định ngày trả gốc, không có ân hạn gốc.',
    'This amortisation itself says when principal falls due.',
  );
  const rows = rowCount(terms);
  contradict(
    grace.interestPayment >= rows,
    '/grace/interestPayment',
    '/instalments',
    'Ân hạn trả lãi phải ngắn hơn số kỳ trả lãi.',
    'Grace must leave a row on which interest is asked.',
  );
  contradict(
    grace.interestFree > rows,
    '/grace/interestFree',
    '/instalments',
    'Thời gian miễn lãi dài hơn thời hạn vay.',
    'More rows are free of interest than the loan has.',
  );
  if (amortisation === 'equal-instalment' && grace.interestPayment > grace.principal) {
    throw combinationNotSupported(
      '/terms/grace/interestPayment',
      'equal instalments whose interest is deferred while principal is asked',
    );
  }
}

/** A custom loan has at least its own dates; interest dates in between depend on the disbursement. */
function rowCount({ amortisation, instalments, principalEvery, interestEvery }: LoanTerms): number {
  return amortisation === 'custom'
    ? instalments
    : (instalments * stepOf(principalEvery).count) / stepOf(interestEvery).count;
}

function assertInterest(terms: LoanTerms): void {
  const { interestMethod, interestRunsOn, amortisation } = terms;
  contradict(
    terms.payoffInterest === 'all-scheduled' && interestRunsOn !== 'schedule',
    '/payoffInterest',
    '/interestRunsOn',
    'Chỉ thu toàn bộ lãi theo lịch khi lãi tính theo lịch trả nợ.',
    'All scheduled interest is asked only where interest runs by the schedule.',
  );
  if (terms.interestRounding === 'per-stretch' && terms.lastInstalment === 'smoothed') {
    throw combinationNotSupported('/terms/interestRounding', 'stretches rounded apart with a smoothed level');
  }
  if (interestMethod !== 'flat') return;
  contradict(
    interestRunsOn === 'actual-balance',
    '/interestMethod',
    '/interestRunsOn',
    'Lãi tính trên gốc ban đầu không theo dư nợ thực tế.',
    'Flat interest runs on what was disbursed, not on the balance.',
  );
  if (amortisation === 'equal-instalment') {
    throw combinationNotSupported('/terms/interestMethod', 'flat interest with equal instalments');
  }
}

function assertRates({ rates, baseRates, cuts, supports }: LoanTerms): void {
  assertSteps('/rates', rates);
  if (baseRates.length > 0) assertSteps('/baseRates', baseRates);
  contradict(
    rates.some((step) => 'factor' in step) !== baseRates.length > 0,
    '/rates',
    '/baseRates',
    'Lãi suất theo hệ số cần đúng một lãi suất gốc, và ngược lại.',
    'Rates by a factor need base rates, and base rates need such a rate.',
  );
  for (const [name, spans] of [
    ['cuts', cuts],
    ['supports', supports],
  ] as const) {
    for (const [index, { from, to }] of spans.entries()) {
      const at = `/${name}/${String(index)}`;
      contradict(from > to, `${at}/from`, `${at}/to`, 'Ngày đầu sau ngày cuối.', 'It ends before it begins.');
    }
  }
  for (const [index, cut] of cuts.entries()) {
    const other = cuts.findIndex((next, at) => at > index && next.from <= cut.to && cut.from <= next.to);
    contradict(
      other !== -1,
      `/cuts/${String(index)}`,
      `/cuts/${String(other)}`,
      'Hai đợt giảm lãi suất trùng ngày.',
      'Two cuts hold on the same day.',
    );
  }
}

function assertCalendar({ transactionDays, interestEvery, monthEnd, dayCount }: LoanTerms): void {
  if (monthEnd === 'rolls' && dayCount === '30/360') {
    throw combinationNotSupported('/terms/monthEnd', 'months of 30/360 whose due dates roll into the next');
  }
  if (transactionDays.length === 0) return;
  assertSteps('/transactionDays', transactionDays);
  contradict(
    stepOf(interestEvery).unit === 'day',
    '/transactionDays',
    '/interestEvery',
    'Ngày giao dịch cố định hằng tháng không dùng với kỳ theo ngày hoặc tuần.',
    'A fixed day of the month does not go with a rhythm of days or weeks.',
  );
}

/** Steps by date: the first holds from ever, no two begin on one day. */
function assertSteps(pointer: string, steps: readonly { readonly from: number | null }[]): void {
  const seen = new Map<number | null, number>();
  for (const [index, { from }] of steps.entries()) {
    const other = seen.get(from);
    contradict(
      other !== undefined,
      `${pointer}/${String(other)}`,
      `${pointer}/${String(index)}`,
      'Hai mức cùng ngày bắt đầu.',
      'Two of them begin on the same day.',
    );
    seen.set(from, index);
  }
  contradict(
    !seen.has(null),
    pointer,
    `${pointer}/0/from`,
    'Phải có một mức áp dụng từ đầu (from = null).',
    'One of them must hold from the beginning (from = null).',
  );
}
