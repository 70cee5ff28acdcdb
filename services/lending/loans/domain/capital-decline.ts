import type { Text } from '#shared/domain/text.ts';
import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import type { CapitalDecline, LoanIn } from './loan.ts';

/** Does the loan wait for money, so that what is missing says something? */
export function isForMoney(decline: CapitalDecline | null): boolean {
  return decline?.reason !== 'source-unknown' && decline?.reason !== 'capital-kind-not-allowed';
}

const KINDS: Readonly<Record<CapitalKind, Text>> = {
  central: { vi: 'vốn trung ương', en: 'central capital' },
  mobilised: { vi: 'vốn huy động tại địa phương', en: 'locally mobilised capital' },
  entrusted: { vi: 'vốn ủy thác của địa phương', en: 'entrusted local capital' },
};

/** What people are told of the answer, and what they can do. */
export function textOf(decline: CapitalDecline, loan: LoanIn<'awaiting-capital'>): Text {
  const { missing, capitalKinds, terms } = loan;
  switch (decline.reason) {
    case 'quota-exceeded':
      return {
        vi: `Chỉ tiêu của xã ở nguồn này còn thiếu ${missing} đồng; món vay chờ theo thứ tự`,
        en: `The quota of the commune in this source lacks ${missing} đồng; the loan waits in order`,
      };
    case 'no-quota':
      return {
        vi: `Xã chưa có chỉ tiêu của chương trình này ở nguồn này, thiếu ${missing} đồng; món vay chờ theo thứ tự`,
        en: `The commune has no quota of this programme in this source, ${missing} đồng are missing; the loan waits in order`,
      };
    case 'others-waiting':
      return {
        vi: `Có món vay khác chờ trước; tính cả các món đó còn thiếu ${missing} đồng`,
        en: `Other loans wait before this one; with them ${missing} đồng are missing`,
      };
    case 'source-unknown':
      return {
        vi: `Không có nguồn vốn ${terms.sourceId}; kiểm tra mã rồi đề nghị lại vốn ở nguồn khác`,
        en: `There is no source ${terms.sourceId}; check the id and request capital of another source`,
      };
    case 'capital-kind-not-allowed':
      return notAllowed(decline.sourceKind, capitalKinds, terms.sourceId);
  }
}

/** A borrower who is only on a list of the province has no right to central capital. */
function notAllowed(kind: CapitalKind | null, allowed: readonly CapitalKind[], sourceId: string): Text {
  const list = (language: keyof Text) => allowed.map((one) => KINDS[one][language]).join(', ');
  const isOf =
    kind === null ? { vi: '', en: '' } : { vi: ` là ${KINDS[kind].vi}`, en: ` is ${KINDS[kind].en}` };
  return {
    vi: `Nguồn ${sourceId}${isOf.vi}; theo kết quả xét điều kiện, món vay này chỉ được dùng: ${list('vi')}, vì loại vốn đi theo danh sách đã công nhận đối tượng (chỉ có trong danh sách của tỉnh thì không dùng vốn trung ương). Đề nghị lại vốn ở nguồn thuộc loại được phép`,
    en: `Source ${sourceId}${isOf.en}; by its eligibility decision this loan may only take: ${list('en')}, because the kind follows the list on which the borrower is recognised (one only on a list of the province takes no central capital). Request capital of a source of an allowed kind`,
  };
}
