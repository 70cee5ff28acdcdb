import type { Text } from '#shared/domain/text.ts';

/** One thing that was asked of a loan request: whether it was met, in words, and on which record. */
export interface Reason {
  readonly code: string;
  readonly met: boolean;
  readonly text: Text;
  readonly evidence: string | null;
}

interface ClassWords {
  readonly standardId: string;
  readonly category: string;
  readonly from: string;
  readonly decision: { readonly number: string };
  readonly evidence: string;
}

function reason(code: string, met: boolean, yes: Text, no: Text, evidence: string | null): Reason {
  return { code, met, text: met ? yes : no, evidence };
}

export function householdKnown(met: boolean, householdId: string): Reason {
  return reason(
    'household-known',
    met,
    { vi: 'Hộ đã đăng ký', en: 'The household is registered' },
    {
      vi: 'Hộ chưa đăng ký vào ngày xác nhận',
      en: 'The household was not registered on the day of confirmation',
    },
    met ? householdId : null,
  );
}

export function householdResident(met: boolean, communeId: string): Reason {
  return reason(
    'household-resident',
    met,
    { vi: 'Hộ cư trú tại xã xác nhận', en: 'The household lives in the confirming commune' },
    { vi: 'Hộ cư trú tại xã khác', en: 'The household lives in another commune' },
    communeId,
  );
}

export function personInHousehold(met: boolean, personId: string): Reason {
  return reason(
    'person-in-household',
    met,
    { vi: 'Người vay là thành viên của hộ', en: 'The borrower is a person of the household' },
    { vi: 'Người vay không có trong hộ', en: 'The borrower is not in the household' },
    met ? personId : null,
  );
}

export function personAdult(met: boolean, personId: string): Reason {
  return reason(
    'person-adult',
    met,
    { vi: 'Người vay đủ 18 tuổi', en: 'The borrower is 18 or older' },
    { vi: 'Người vay chưa đủ 18 tuổi', en: 'The borrower is under 18' },
    personId,
  );
}

export function ruleInForce(met: boolean, programmeId: string, revision: number | null): Reason {
  return reason(
    'programme-rule-in-force',
    met,
    { vi: 'Chương trình có điều kiện đang hiệu lực', en: 'The programme has eligibility rules in force' },
    {
      vi: 'Chương trình không có điều kiện hiệu lực vào ngày này',
      en: 'No eligibility rules in force on that day',
    },
    revision === null ? null : `${programmeId}@${revision}`,
  );
}

export function listedAs(one: ClassWords): Reason {
  const { category, standardId, from, decision } = one;
  return {
    code: 'category-in-force',
    met: true,
    text: {
      vi: `Hộ thuộc diện ${category} theo ${standardId} từ ${from}, quyết định ${decision.number}`,
      en: `The household is ${category} under ${standardId} since ${from}, decision ${decision.number}`,
    },
    evidence: one.evidence,
  };
}

export function notListedAs(categories: readonly string[]): Reason {
  const asked = categories.join(', ');
  return {
    code: 'category-in-force',
    met: false,
    text: {
      vi: `Hộ không thuộc diện ${asked} theo chuẩn nào đang hiệu lực`,
      en: `The household is not ${asked} under any standard in force`,
    },
    evidence: null,
  };
}

/** An escape and the last day it counts, or null and the months it may lie back. */
export function recentlyEscaped(one: ClassWords, lastDay: string): Reason;

export function recentlyEscaped(one: null, months: number): Reason;

export function recentlyEscaped(one: ClassWords | null, limit: string | number): Reason {
  return reason(
    'escaped-recently',
    one !== null,
    {
      vi: `Hộ mới thoát nghèo, quyết định ${one?.decision.number ?? ''}; được xét đến hết ${limit}`,
      en: `Newly escaped from poverty, decision ${one?.decision.number ?? ''}; counts until ${limit}`,
    },
    {
      vi: `Hộ không thoát nghèo trong ${limit} tháng qua`,
      en: `No escape from poverty in the last ${limit} months`,
    },
    one?.evidence ?? null,
  );
}

export function communeConfirmed(listId: string): Reason {
  return {
    code: 'commune-confirmed',
    met: true,
    text: { vi: 'UBND xã đã xác nhận đúng đối tượng', en: 'The commune confirmed the subject' },
    evidence: listId,
  };
}

export function areaRural(met: boolean, communeId: string): Reason {
  return reason(
    'area-rural',
    met,
    { vi: 'Hộ ở khu vực nông thôn', en: 'The household lives in a rural area' },
    { vi: 'Chương trình chỉ dành cho khu vực nông thôn', en: 'The programme is for rural areas only' },
    communeId,
  );
}

/** Noted, never a refusal here: ceilings count what is outstanding, and lending knows that. */
export function runningDebt(loanIds: readonly string[]): Reason {
  return {
    code: 'running-debt-noted',
    met: true,
    text: {
      vi: `Hộ đang có ${loanIds.length} món vay cùng chương trình`,
      en: `The household has ${loanIds.length} running loans in this programme`,
    },
    evidence: loanIds[0] ?? null,
  };
}
