import type { Text } from '#shared/domain/text.ts';

/** In what an indicator counts: đồng, hundredths of a per cent, hundredths of a multiple, or a place in an order. */
export const INDICATOR_UNITS = ['dong', 'basis-points', 'hundredths', 'rank'] as const;

export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

export const INDICATOR_IDS = [
  'cap-01',
  'cap-02',
  'cap-03',
  'cap-04',
  'cap-05',
  'growth-share',
  'idle-capital',
  'idle-cost',
  'plan-result',
] as const;

export type IndicatorId = (typeof INDICATOR_IDS)[number];

export type IndicatorFilter = 'sourceId' | 'communeId' | 'programmeId';

/** What an indicator is: the same words in the catalogue, in answers and in documents. */
export interface IndicatorDefinition {
  readonly code: string;
  readonly name: Text;
  readonly formula: Text;
  readonly unit: IndicatorUnit;
  /** A state at the end of a day, or what happened between two days. */
  readonly periodType: 'point' | 'flow';
  readonly sourceRecord: Text;
  readonly owner: Text;
  /** Null where the number is a sum of whole đồng or a count, and nothing is rounded. */
  readonly rounding: 'half-up' | null;
  readonly filters: readonly IndicatorFilter[];
}

const LEDGER: Text = {
  vi: 'Sổ cái nguồn vốn: số dư theo ngày hiệu lực và thời điểm ghi nhận',
  en: 'Ledger of capital: balances by business day and instant of recording',
};

const FINANCE: Text = { vi: 'Sở Tài chính', en: 'Department of Finance' };

const BRANCH: Text = {
  vi: 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh',
  en: 'Provincial branch of the Bank for Social Policies',
};

const OF_A_SOURCE = ['sourceId'] as const;

const OF_A_PLACE = ['sourceId', 'communeId', 'programmeId'] as const;

/** The five founding indicators of Directive 40-CT/TW and those that ask what the money does meanwhile. */
export const INDICATORS: Readonly<Record<IndicatorId, IndicatorDefinition>> = {
  'cap-01': {
    code: 'CAP-01',
    name: { vi: 'Vốn ngân sách địa phương ủy thác', en: 'Local budget capital entrusted' },
    formula: {
      vi: 'Tổng quỹ ủy thác cuối ngày của nhà đầu tư cấp tỉnh và cấp huyện trước đây, kể cả quỹ đã bàn giao; quỹ = số dư mở sổ + vốn nhận + lãi bổ sung − vốn rút − xóa nợ',
      en: 'Sum of the closing funds whose investors are the province and the former districts, those taken over among them; fund = opening + received + supplements − withdrawn − written off',
    },
    unit: 'dong',
    periodType: 'point',
    sourceRecord: LEDGER,
    owner: FINANCE,
    rounding: null,
    filters: OF_A_SOURCE,
  },
  'cap-02': {
    code: 'CAP-02',
    name: {
      vi: 'Tỷ trọng vốn ủy thác trong tổng nguồn vốn',
      en: 'Share of entrusted capital in total capital',
    },
    formula: { vi: 'CAP-01 / tổng quỹ của mọi nguồn vốn', en: 'CAP-01 / sum of the funds of all sources' },
    unit: 'basis-points',
    periodType: 'point',
    sourceRecord: LEDGER,
    owner: FINANCE,
    rounding: 'half-up',
    filters: OF_A_SOURCE,
  },
  'cap-03': {
    code: 'CAP-03',
    name: { vi: 'Mức tăng so với ngày gốc', en: 'Increase since the base day' },
    formula: {
      vi: 'CAP-01 ngày xem − CAP-01 ngày gốc (khi không nêu: 22/11/2014, ngày ban hành Chỉ thị 40-CT/TW)',
      en: 'CAP-01 of the day − CAP-01 of the base day (2014-11-22, the day of Directive 40-CT/TW, unless named)',
    },
    unit: 'dong',
    periodType: 'flow',
    sourceRecord: LEDGER,
    owner: FINANCE,
    rounding: null,
    filters: OF_A_SOURCE,
  },
  'cap-04': {
    code: 'CAP-04',
    name: { vi: 'Gấp bao nhiêu lần ngày gốc', en: 'Multiple of the base day' },
    formula: { vi: 'CAP-01 ngày xem / CAP-01 ngày gốc', en: 'CAP-01 of the day / CAP-01 of the base day' },
    unit: 'hundredths',
    periodType: 'flow',
    sourceRecord: LEDGER,
    owner: FINANCE,
    rounding: 'half-up',
    filters: OF_A_SOURCE,
  },
  'cap-05': {
    code: 'CAP-05',
    name: { vi: 'Thứ hạng toàn quốc theo vốn ủy thác', en: 'National rank by entrusted capital' },
    formula: {
      vi: '1 + số tỉnh có vốn ủy thác lớn hơn trong bảng toàn quốc gần nhất không sau ngày xem; kèm chênh lệch giữa bảng và CAP-01 vào ngày của bảng',
      en: '1 + the number of provinces with more entrusted capital in the newest national table not after the day; with the difference between the table and CAP-01 on the day of the table',
    },
    unit: 'rank',
    periodType: 'point',
    sourceRecord: {
      vi: 'Bảng toàn quốc nhập vào, có ngày và nguồn',
      en: 'Imported national table, dated and with its source',
    },
    owner: FINANCE,
    rounding: null,
    filters: [],
  },
  'growth-share': {
    code: 'GROWTH-SHARE',
    name: {
      vi: 'Phần vốn ủy thác trong tăng trưởng nguồn vốn',
      en: 'Share of entrusted capital in the growth of capital',
    },
    formula: {
      vi: '(CAP-01 ngày xem − CAP-01 ngày gốc) / (tổng vốn ngày xem − tổng vốn ngày gốc); ngày gốc khi không nêu: 31/12 năm trước',
      en: '(CAP-01 of the day − CAP-01 of the base day) / (total capital of the day − total capital of the base day); base day unless named: 31 December of the year before',
    },
    unit: 'basis-points',
    periodType: 'flow',
    sourceRecord: LEDGER,
    owner: FINANCE,
    rounding: 'half-up',
    filters: [],
  },
  'idle-capital': {
    code: 'IDLE-CAPITAL',
    name: { vi: 'Vốn chưa cho vay', en: 'Idle capital' },
    formula: {
      vi: 'Tiền chưa phân bổ + chỉ tiêu còn khả dụng + vốn đang giữ cho món vay',
      en: 'Cash not allocated + quota still available + what is reserved for loans',
    },
    unit: 'dong',
    periodType: 'point',
    sourceRecord: LEDGER,
    owner: BRANCH,
    rounding: null,
    filters: OF_A_PLACE,
  },
  'idle-cost': {
    code: 'IDLE-COST',
    name: { vi: 'Chi phí của vốn chưa cho vay', en: 'Cost of idle capital' },
    formula: {
      vi: 'Σ theo ngày, từ ngày gốc (khi không nêu: 01/01) đến ngày xem, của vốn chưa cho vay cuối ngày × lãi suất cơ hội của ngày / 365',
      en: 'Σ over the days from the base day (1 January unless named) to the day, both included, of idle capital at the end of the day × opportunity rate of the day / 365',
    },
    unit: 'dong',
    periodType: 'flow',
    sourceRecord: {
      vi: 'Sổ cái nguồn vốn và lãi suất cơ hội có ngày hiệu lực',
      en: 'Ledger of capital and dated opportunity rates',
    },
    owner: BRANCH,
    rounding: 'half-up',
    filters: OF_A_PLACE,
  },
  'plan-result': {
    code: 'PLAN-RESULT',
    name: { vi: 'Thực hiện so với chỉ tiêu', en: 'Result against plan' },
    formula: {
      vi: 'Dư nợ / chỉ tiêu (khả dụng + đang giữ + dư nợ), theo chương trình × xã',
      en: 'Lent / quota (available + reserved + lent), by programme × commune',
    },
    unit: 'basis-points',
    periodType: 'point',
    sourceRecord: LEDGER,
    owner: BRANCH,
    rounding: 'half-up',
    filters: OF_A_PLACE,
  },
};
