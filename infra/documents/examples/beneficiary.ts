import type { Examples } from './examples.ts';

/** Of areas, standards, households and eligibility. */
export const BENEFICIARY_EXAMPLES: Examples = {
  putArea: {
    areaId: '06760-2025',
    code: '06760',
    nameVi: 'Phường Mông Dương',
    nameAscii: 'Phuong Mong Duong',
    kind: 'ward',
    parentId: '22',
    validFrom: '2025-07-01',
    validTo: null,
    urbanRural: 'urban',
    formedFrom: [
      { areaId: '06760-0000', extent: 'whole' },
      { areaId: '06805-0000', extent: 'whole' },
    ],
    successors: [],
    flags: [
      {
        flag: 'land-border',
        value: false,
        from: '2025-07-01',
        to: null,
        source: 'Theo địa lý; chưa xem phụ lục Nghị định 299/2025/NĐ-CP',
        confidence: 'memory',
      },
    ],
    source: {
      instrument: 'Nghị quyết 1679/NQ-UBTVQH15; mã số theo Quyết định 19/2025/QĐ-TTg',
      issuedOn: '2025-06-16',
      effectiveOn: '2025-07-01',
      confidence: 'verified',
    },
  },
  proposePovertyStandard: {
    proposalId: 'national-2016-02',
    reason: 'Ghi nhận chuẩn của giai đoạn',
    standard: {
      standardId: 'national-2016',
      scope: 'national',
      from: '2016-01-01',
      to: '2021-12-31',
      indicatorsTotal: 10,
      rules: [
        {
          category: 'poor',
          area: 'rural',
          maxIncome: '700000',
          minIncomeExclusive: null,
          minLacking: null,
          maxLacking: null,
        },
        {
          category: 'poor',
          area: 'rural',
          maxIncome: '1000000',
          minIncomeExclusive: '700000',
          minLacking: 3,
          maxLacking: null,
        },
        {
          category: 'near-poor',
          area: 'rural',
          maxIncome: '1000000',
          minIncomeExclusive: '700000',
          minLacking: null,
          maxLacking: 2,
        },
      ],
      source: {
        instrument: 'Quyết định 59/2015/QĐ-TTg, kéo dài đến hết năm 2021 theo Nghị định 07/2021/NĐ-CP',
        issuedOn: '2015-11-19',
        effectiveOn: '2016-01-01',
        confidence: 'memory',
      },
    },
  },
  approvePovertyStandard: {},
  rejectPovertyStandard: { reason: 'Sai mức thu nhập' },
  withdrawPovertyStandard: { reason: 'Lập lại' },
  registerHousehold: {
    householdId: 'hh-06760-000123',
    communeId: '06760-2025',
    villageName: 'Khu 3',
    representativeId: 'hh-06760-000123-p1',
    persons: [
      {
        personId: 'hh-06760-000123-p1',
        fullName: 'Nguyễn Thị Hoa',
        birthDate: '1984-03-09',
        sex: 'female',
        relation: 'head',
      },
      {
        personId: 'hh-06760-000123-p2',
        fullName: 'Trần Văn Bình',
        birthDate: '1981-11-20',
        sex: 'male',
        relation: 'spouse',
      },
    ],
    effectiveOn: '2026-06-15',
  },
  recordClassification: {
    standardId: 'national-2022',
    category: 'near-poor',
    incomePerPerson: '1900000',
    lacking: 1,
    decision: { number: '12/NQ-HĐND', issuedOn: '2026-06-15', issuer: 'Hội đồng nhân dân tỉnh' },
    effectiveOn: '2026-06-15',
  },
  putEligibilityRules: {
    programmeId: 'qn-provincial-standard-poor',
    versions: [
      {
        from: '2023-05-01',
        to: '2025-12-31',
        requires: [{ kind: 'category', categories: ['poor', 'near-poor'] }, { kind: 'commune-confirmation' }],
        ruralOnly: false,
        capital: { national: ['entrusted'], province: ['entrusted'], unlisted: [] },
        source: {
          instrument: 'Nghị quyết 13/2023/NQ-HĐND của HĐND tỉnh',
          issuedOn: '2023-03-30',
          effectiveOn: null,
          confidence: 'verified-secondary',
        },
        note: 'Hộ nghèo, cận nghèo theo chuẩn tỉnh; chỉ vốn địa phương (suy luận từ quyền hưởng chính sách).',
      },
    ],
  },
  redriveBeneficiaryParkedEvent: { consumer: 'beneficiary-on-events' },
};
