import type { Seeded } from './seeded.ts';

/** Fictional people with names as they are common in the province; any likeness to a person is chance. */

export type Sex = 'male' | 'female';

interface Names {
  readonly family: readonly string[];
  readonly middle: Readonly<Record<Sex, readonly string[]>>;
  readonly given: Readonly<Record<Sex, readonly string[]>>;
}

const words = (text: string): string[] => text.split(' ');

const KINH: Names = {
  family: words('Nguyễn Trần Lê Phạm Hoàng Vũ Bùi Đỗ Đặng Ngô Đinh Phan Vương Đoàn Lưu Tô'),
  middle: {
    male: words('Văn Đức Quang Minh Xuân Hữu Đình Công Ngọc Tiến'),
    female: words('Thị Ngọc Thu Thanh Kim Bích Hồng Minh Phương Mai'),
  },
  given: {
    male: words(
      'Hùng Dũng Sơn Hải Thắng Cường Tuấn Long Bình Khánh Lâm Phúc Toàn Việt Nam Thành Đạt Quân Hiếu Tùng',
    ),
    female: words(
      'Hoa Lan Hương Mai Thảo Nga Hằng Yến Dung Liên Nhung Huệ Thúy Hạnh Loan Oanh Vân Trang Tuyết Ngân',
    ),
  },
};

/** Dao, Tày, Sán Chay and Sán Dìu live mostly in the mountainous communes of the east of the province. */
const HIGHLAND: Names = {
  family: words('Chíu Tằng Phùn Dường Triệu Bàn Đặng Lý Hoàng Nông Lục Trần Vi Ninh Chìu'),
  middle: { male: words('A Văn Tài Sinh Quay Dảu'), female: words('Thị Nhì Sám Tài Múi') },
  given: {
    male: words('Sẩu Phúc Hai Quý Thanh Sềnh Lỷ Tắc Phu Tiến Cao Hồng Coỏng Tình'),
    female: words('Múi Mẩy Nái Lan Hoa Tằng Sinh Hiền Kíu Chắn Nhàn Sáu Phượng Lìn'),
  },
};

export type Ethnicity = 'Kinh' | 'Dao' | 'Tày' | 'Sán Dìu' | 'Sán Chay';

export function fullName(draw: Seeded, sex: Sex, ethnicity: Ethnicity): string {
  const names = ethnicity === 'Kinh' ? KINH : HIGHLAND;
  return [draw.oneOf(names.family), draw.oneOf(names.middle[sex]), draw.oneOf(names.given[sex])].join(' ');
}

const VILLAGE_STEMS = words('Đông Tây Nam Bắc Trung Thượng Hạ Tân Phú Yên An Bình Long Hải Khe Đồng');
const VILLAGE_ENDS = words('Sơn Thành Tiến Thịnh Hòa Lợi Giang Phong Mộc Lâm Cát Thủy');

/** Villages of a ward are urban quarters (khu phố), those of a commune are thôn. */
export function villageName(draw: Seeded, urban: boolean, number: number): string {
  return urban
    ? `Khu phố ${number.toString()}`
    : `Thôn ${draw.oneOf(VILLAGE_STEMS)} ${draw.oneOf(VILLAGE_ENDS)} ${number.toString()}`;
}
