import type { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';

export const NATIONAL_TABLE_ON = '2023-07-31';

/** The 63 provinces before 2025-07-01, those before Quảng Ninh in the order of their invented capital first. */
const BEFORE: readonly (readonly [code: string, name: string, billions: number])[] = [
  ['01', 'Hà Nội', 7900],
  ['79', 'Thành phố Hồ Chí Minh', 5200],
  ['74', 'Bình Dương', 2100],
  ['75', 'Đồng Nai', 1750],
  ['48', 'Đà Nẵng', 1500],
  ['77', 'Bà Rịa – Vũng Tàu', 1200],
];

const BEHIND =
  `27 Bắc Ninh|26 Vĩnh Phúc|31 Hải Phòng|33 Hưng Yên|38 Thanh Hóa|40 Nghệ An|30 Hải Dương|56 Khánh Hòa
80 Long An|68 Lâm Đồng|66 Đắk Lắk|92 Cần Thơ|37 Ninh Bình|60 Bình Thuận|70 Bình Phước|72 Tây Ninh|25 Phú Thọ
24 Bắc Giang|19 Thái Nguyên|34 Thái Bình|36 Nam Định|35 Hà Nam|42 Hà Tĩnh|44 Quảng Bình|45 Quảng Trị
46 Thừa Thiên Huế|49 Quảng Nam|51 Quảng Ngãi|52 Bình Định|54 Phú Yên|58 Ninh Thuận|62 Kon Tum|64 Gia Lai
67 Đắk Nông|82 Tiền Giang|83 Bến Tre|84 Trà Vinh|86 Vĩnh Long|87 Đồng Tháp|89 An Giang|91 Kiên Giang|93 Hậu Giang
94 Sóc Trăng|95 Bạc Liêu|96 Cà Mau|10 Lào Cai|15 Yên Bái|17 Hòa Bình|14 Sơn La|11 Điện Biên|12 Lai Châu
02 Hà Giang|04 Cao Bằng|06 Bắc Kạn|08 Tuyên Quang|20 Lạng Sơn`
    .split(/[|\n]/)
    .map((line) => [line.slice(0, 2), line.slice(3)] as const);

const BILLION = 1_000_000_000n;

const row = (provinceId: string, name: string, entrustedCapital: bigint) => ({
  provinceId,
  name,
  entrustedCapital: entrustedCapital.toString(),
});

/** Only the place and the amount of Quảng Ninh are from the founding text; the other amounts are invented around them. */
export const NATIONAL_TABLE: BodySent<typeof INDICATOR_ROUTES.putNationalTable> = {
  rows: [
    ...BEFORE.map(([code, name, billions]) => row(code, name, BigInt(billions) * BILLION)),
    row('22', 'Quảng Ninh', 1020n * BILLION),
    ...BEHIND.map(([code, name], index) => row(code, name, BigInt(985 - 15 * index) * BILLION)),
  ],
  source: 'Thứ hạng và số của Quảng Ninh: thông cáo ngày 07/08/2023; số của các tỉnh khác: hư cấu',
  confidence: 'memory',
};
