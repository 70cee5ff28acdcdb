import type { Examples } from './examples.ts';

/** Of contracts, quota decisions, opening balances and the split of interest. */
export const CAPITAL_DECISIONS_EXAMPLES: Examples = {
  proposeContractChange: {
    changeId: 'change-2026-01',
    annex: {
      number: 'PL01/07/HĐUT',
      decision: { number: '12/NQ-HĐND', issuedOn: '2026-06-15', issuer: 'Hội đồng nhân dân tỉnh' },
    },
    effectiveOn: '2026-06-15',
    reason: 'Bổ sung chỉ tiêu',
    terms: {
      parties: ['Sở Tài chính', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh'],
      parameters: [{ name: 'risk-provision-rate', rate: '0.75', from: '2026-06-15', to: null }],
      targets: [{ name: 'share-of-capital', atLeast: '15', from: '2026-06-15', to: null }],
      documents: [],
    },
  },
  approveContractChange: {},
  rejectContractChange: { reason: 'Chưa đủ căn cứ' },
  withdrawContractChange: { reason: 'Lập lại' },
  proposeQuotaDecision: {
    decisionId: 'quota-2026-07',
    decision: { number: '12/NQ-HĐND', issuedOn: '2026-06-15', issuer: 'Hội đồng nhân dân tỉnh' },
    effectiveOn: '2026-06-15',
    lines: [{ kind: 'allocate', programmeId: 'job-creation', areaId: '06760-2025', amount: '1000' }],
  },
  approveQuotaDecision: {},
  rejectQuotaDecision: { reason: 'Chưa đúng kế hoạch' },
  withdrawQuotaDecision: { reason: 'Lập lại theo quyết định mới' },
  requestQuota: {
    requestId: 'request-06760-01',
    programmeId: 'job-creation',
    communeId: '06760-2025',
    amount: '50000000',
    reason: 'Nhiều hộ đủ điều kiện chưa được vay',
  },
  acceptQuotaRequest: {
    sourceId: 'src-province-2026',
    decisionId: 'quota-2026-07',
    granted: '30000000',
    note: 'Phần còn lại xét quý sau',
  },
  declineQuotaRequest: { reason: 'Xã còn chỉ tiêu chưa sử dụng' },
  importQuotaDecision: {
    decisionId: 'quota-2026-07',
    decision: { number: '12/NQ-HĐND', issuedOn: '2026-06-15', issuer: 'Hội đồng nhân dân tỉnh' },
    effectiveOn: '2026-06-15',
    file: {
      name: 'chi-tieu.csv',
      format: 'csv',
      encoding: 'text',
      content: 'Loại;Mã chương trình;Mã xã;Số tiền\ngiao;job-creation;06760-2025;900000000\n',
    },
  },
  proposeOpeningBalances: {
    openingId: 'opening-2026',
    cutOverOn: '2026-06-15',
    decision: { number: '12/NQ-HĐND', issuedOn: '2026-06-15', issuer: 'Hội đồng nhân dân tỉnh' },
    document: 'BB-01',
    controlTotals: {
      outstanding: '700000000',
      available: '300000000',
      unallocated: '50000000',
      provision: '4000000',
      fund: '1050000000',
    },
    lines: [
      {
        programmeId: 'job-creation',
        communeId: '06760-2025',
        outstanding: '700000000',
        available: '300000000',
      },
    ],
  },
  approveOpeningBalances: {},
  rejectOpeningBalances: { reason: 'Chưa đối chiếu với ngân hàng' },
  withdrawOpeningBalances: { reason: 'Lập lại' },
  importOpeningBalances: {
    openingId: 'opening-2026',
    cutOverOn: '2026-06-15',
    decision: { number: '12/NQ-HĐND', issuedOn: '2026-06-15', issuer: 'Hội đồng nhân dân tỉnh' },
    controlTotals: {
      outstanding: '700000000',
      available: '300000000',
      unallocated: '50000000',
      provision: '4000000',
      fund: '1050000000',
    },
    file: {
      name: 'so-du-dau-ky.csv',
      format: 'csv',
      encoding: 'text',
      content: 'Mã chương trình;Mã xã;Dư nợ;Chưa cho vay\njob-creation;06760-2025;700000000;300000000\n',
    },
  },
  splitInterest: { month: '2026-05' },
};
