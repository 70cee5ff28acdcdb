/**
 * The founding history of the province's capital, 2014 to 2024. From the founding text (press release on the meeting
 * of the Standing Committee of 2023-08-07): over 1,020 billion đồng entrusted by local budgets at 2023-07-31, 23 % of
 * all capital, 984 billion and 28 times more than in November 2014, seventh of the country. From later press: nearly
 * 288 billion by Resolution 216/NQ-HĐND, 492.3 billion in 2024, 5,348 billion in all at its end. Everything else, above
 * all how the sums spread over years, districts and decisions, is invented so that these figures come out.
 */

/** Millions of đồng. */
type Millions = number;

export interface FoundingReceipt {
  readonly on: string;
  readonly amount: Millions;
  /** A decision known from a public text; an invented one when absent. */
  readonly decision?: { readonly number: string; readonly issuedOn: string; readonly issuer: string };
}

export interface FoundingSource {
  readonly sourceId: string;
  readonly investorId: string;
  readonly kind: 'central' | 'mobilised' | 'entrusted';
  readonly openedOn: string;
  readonly party: string;
  readonly issuer: string;
  readonly receipts: readonly FoundingReceipt[];
}

const OPENED_ON = '2014-01-02';

const CENTRAL: FoundingSource = {
  sourceId: 'founding-central',
  investorId: 'central',
  kind: 'central',
  openedOn: OPENED_ON,
  party: 'Ngân hàng Chính sách xã hội Việt Nam',
  issuer: 'Tổng Giám đốc Ngân hàng Chính sách xã hội',
  receipts: [
    { on: '2014-01-15', amount: 1_450_000 },
    { on: '2017-03-20', amount: 500_000 },
    { on: '2020-04-15', amount: 620_000 },
    { on: '2022-02-25', amount: 415_000 },
    { on: '2024-03-29', amount: 243_000 },
  ],
};

const DEPOSITS: FoundingSource = {
  sourceId: 'founding-deposits',
  investorId: 'depositors',
  kind: 'mobilised',
  openedOn: OPENED_ON,
  party: 'Khách hàng gửi tiền tại chi nhánh',
  issuer: 'Giám đốc Chi nhánh Ngân hàng Chính sách xã hội tỉnh',
  receipts: [
    { on: '2014-06-30', amount: 60_000 },
    { on: '2018-12-28', amount: 130_000 },
    { on: '2021-12-31', amount: 150_000 },
    { on: '2023-02-28', amount: 90_000 },
    { on: '2024-12-27', amount: 40_000 },
  ],
};

const PROVINCE: FoundingSource = {
  sourceId: 'founding-province',
  investorId: 'province-22',
  kind: 'entrusted',
  openedOn: OPENED_ON,
  party: 'Sở Tài chính tỉnh Quảng Ninh',
  issuer: 'Hội đồng nhân dân tỉnh Quảng Ninh',
  receipts: [
    { on: '2014-11-03', amount: 22_100 },
    { on: '2015-05-20', amount: 23_900 },
    { on: '2016-04-18', amount: 35_000 },
    { on: '2017-06-12', amount: 20_000 },
    { on: '2018-03-26', amount: 70_000 },
    { on: '2019-05-06', amount: 105_000 },
    { on: '2020-07-22', amount: 45_000 },
    { on: '2021-04-09', amount: 155_000 },
    { on: '2022-08-15', amount: 110_000 },
    { on: '2023-05-18', amount: 128_300 },
    { on: '2023-11-20', amount: 137_400 },
    {
      on: '2024-09-30',
      amount: 287_900,
      decision: {
        number: '216/NQ-HĐND',
        issuedOn: '2024-07-10',
        issuer: 'Hội đồng nhân dân tỉnh Quảng Ninh',
      },
    },
    { on: '2024-12-16', amount: 54_400 },
  ],
};

/** Former districts with their share in what the districts entrusted together, per cent. */
const DISTRICTS: readonly (readonly [id: string, name: string, share: number])[] = [
  ['ha-long', 'thành phố Hạ Long', 25],
  ['cam-pha', 'thành phố Cẩm Phả', 16],
  ['mong-cai', 'thành phố Móng Cái', 12],
  ['uong-bi', 'thành phố Uông Bí', 11],
  ['dong-trieu', 'thành phố Đông Triều', 10],
  ['quang-yen', 'thị xã Quảng Yên', 9],
  ['van-don', 'huyện Vân Đồn', 5],
  ['tien-yen', 'huyện Tiên Yên', 3],
  ['hai-ha', 'huyện Hải Hà', 3],
  ['dam-ha', 'huyện Đầm Hà', 2],
  ['binh-lieu', 'huyện Bình Liêu', 2],
  ['ba-che', 'huyện Ba Chẽ', 1],
  ['co-to', 'huyện Cô Tô', 1],
];

/** What the districts entrusted together, each year by decisions of their own councils. */
const OF_ALL_DISTRICTS: readonly FoundingReceipt[] = [
  { on: '2014-11-10', amount: 14_000 },
  { on: '2017-07-03', amount: 30_000 },
  { on: '2020-08-10', amount: 90_000 },
  { on: '2022-09-05', amount: 110_000 },
  { on: '2023-03-15', amount: 62_000 },
  { on: '2024-06-14', amount: 150_000 },
];

const districts = DISTRICTS.map(([id, name, share]): FoundingSource => ({
  sourceId: `founding-${id}`,
  investorId: `former-district-${id}`,
  kind: 'entrusted',
  openedOn: OPENED_ON,
  party: `Ủy ban nhân dân ${name}`,
  issuer: `Hội đồng nhân dân ${name}`,
  receipts: OF_ALL_DISTRICTS.map(({ on, amount }) => ({ on, amount: (amount * share) / 100 })),
}));

export const FOUNDING_SOURCES: readonly FoundingSource[] = [CENTRAL, DEPOSITS, PROVINCE, ...districts];
