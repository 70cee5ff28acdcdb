import type { Place } from './places.ts';

/** Whose money a loan of the demonstration is. */
export type Fund = 'central' | 'province' | 'quang-yen';

/** A programme as the demonstration lends it; terms and ceilings come from the law of the day. */
export interface Offer {
  readonly programmeId: string;
  /** Share in the mix, compared with the other offers open to the household. */
  readonly weight: number;
  /** Smallest and largest amount in millions of đồng, and the step between. */
  readonly millions: readonly [from: number, to: number, step: number];
  readonly termMonths: readonly number[];
  readonly funds: readonly Fund[];
  /** The class a borrower needs on the day the commune confirms. */
  readonly needs: 'near-poor' | 'escaped' | null;
  readonly purposes: readonly string[];
  readonly open: (place: Place) => boolean;
}

const everywhere = (): boolean => true;

/**
 * The mix of the province: job creation dominant, then water and sanitation, newly escaped, the area programme
 * on local capital, students, the last near-poor of 2025, social housing growing.
 */
export const OFFERS: readonly Offer[] = [
  {
    programmeId: 'job-creation',
    weight: 46,
    millions: [50, 100, 10],
    termMonths: [24, 36, 36, 60],
    funds: ['central', 'province'],
    needs: null,
    purposes: [
      'Nuôi trồng thủy sản',
      'Mua máy cày',
      'Mở xưởng may',
      'Nuôi gà Tiên Yên',
      'Sửa tàu cá',
      'Kinh doanh tạp hóa',
    ],
    open: everywhere,
  },
  {
    programmeId: 'clean-water-sanitation',
    weight: 30,
    millions: [20, 50, 5],
    termMonths: [60],
    funds: ['central'],
    needs: null,
    purposes: ['Bể nước và nhà tiêu hợp vệ sinh', 'Đấu nối nước sạch', 'Giếng khoan và bể lọc'],
    open: (place) => !place.urban,
  },
  {
    programmeId: 'newly-escaped-poverty',
    weight: 14,
    millions: [50, 100, 10],
    termMonths: [36, 60],
    funds: ['province'],
    needs: 'escaped',
    purposes: ['Chăn nuôi bò', 'Trồng quế', 'Trồng ba kích', 'Nuôi lợn Móng Cái'],
    open: everywhere,
  },
  {
    programmeId: 'qn-area-programme-06',
    weight: 30,
    millions: [50, 80, 10],
    termMonths: [60],
    funds: ['province'],
    needs: null,
    purposes: ['Trồng keo lai', 'Trồng hồi', 'Trồng dược liệu', 'Nuôi dê'],
    open: (place) => place.remote,
  },
  {
    programmeId: 'qn-provincial-standard-poor',
    weight: 8,
    millions: [50, 90, 10],
    termMonths: [60],
    funds: ['province'],
    needs: 'near-poor',
    purposes: ['Nuôi bò sinh sản', 'Trồng rau an toàn', 'Buôn bán nhỏ'],
    open: everywhere,
  },
  {
    programmeId: 'disadvantaged-student',
    weight: 8,
    millions: [20, 40, 5],
    termMonths: [60],
    funds: ['central'],
    needs: null,
    purposes: ['Học phí và sinh hoạt của con học đại học', 'Học phí cao đẳng nghề'],
    open: everywhere,
  },
  {
    programmeId: 'social-housing',
    weight: 7,
    millions: [300, 500, 50],
    termMonths: [180, 240],
    funds: ['central'],
    needs: null,
    purposes: ['Xây nhà để ở', 'Mua nhà ở xã hội'],
    open: (place) => place.urban,
  },
  {
    programmeId: 'labour-export',
    weight: 2,
    millions: [80, 120, 10],
    termMonths: [36],
    funds: ['province'],
    needs: null,
    purposes: ['Chi phí đi làm việc tại Nhật Bản', 'Chi phí đi làm việc tại Hàn Quốc'],
    open: everywhere,
  },
];
