import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about administrative units. */
export const AREA_ERRORS = defineErrors({
  'commune-not-in-force': {
    status: 422,
    title: {
      vi: 'Đơn vị hành chính không có hiệu lực vào ngày này',
      en: 'The commune did not exist on that day',
    },
    remedy: {
      vi: 'Chọn xã, phường, đặc khu đang có hiệu lực vào ngày đăng ký; mã cũ có thể đã chuyển sang đơn vị khác.',
      en: 'Choose a commune, ward or special zone in force on the day; an old code may now mean another unit.',
    },
    when: {
      vi: 'Đơn vị không có, không phải cấp xã, hoặc không có hiệu lực vào ngày hiệu lực.',
      en: 'The area is unknown, is not a commune-level unit, or was not valid on the effective day.',
    },
  },
});
