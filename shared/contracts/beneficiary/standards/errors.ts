import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about poverty standards. */
export const STANDARD_ERRORS = defineErrors({
  'standard-unknown': {
    status: 422,
    title: { vi: 'Không có chuẩn nghèo này', en: 'There is no such poverty standard' },
    remedy: { vi: 'Chọn một chuẩn nghèo đã được ghi nhận.', en: 'Choose a standard that is on record.' },
    when: {
      vi: 'standardId không phải chuẩn nghèo nào đã được ghi nhận.',
      en: 'standardId names no recorded poverty standard.',
    },
  },
  'standard-not-in-force': {
    status: 422,
    title: {
      vi: 'Chuẩn nghèo không có hiệu lực vào ngày này',
      en: 'The poverty standard is not in force on that day',
    },
    remedy: {
      vi: 'Chọn chuẩn nghèo có hiệu lực vào ngày phân loại.',
      en: 'Choose the standard in force on the day the classification counts from.',
    },
    when: {
      vi: 'effectiveOn nằm ngoài thời gian hiệu lực của chuẩn nghèo.',
      en: 'effectiveOn lies outside the validity of the standard.',
    },
  },
  'standard-unchanged': {
    status: 422,
    title: { vi: 'Đề xuất không thay đổi gì', en: 'The proposal changes nothing' },
    remedy: {
      vi: 'So với chuẩn nghèo đang ghi nhận rồi ghi nội dung mới.',
      en: 'Compare with the standard on record and state the new content.',
    },
    when: {
      vi: 'Nội dung đề xuất giống hệt chuẩn nghèo đã được duyệt gần nhất.',
      en: 'The proposed content is that of the standard as last approved.',
    },
  },
  'standard-changed-since': {
    status: 409,
    title: {
      vi: 'Chuẩn nghèo đã thay đổi sau khi lập đề xuất',
      en: 'The standard has changed since the proposal was made',
    },
    remedy: {
      vi: 'Trả lại đề xuất này; lập đề xuất mới trên nội dung hiện tại nếu vẫn cần.',
      en: 'Reject this proposal; make a new one on the present content if it is still needed.',
    },
    when: {
      vi: 'Duyệt đề xuất khi một đề xuất khác của cùng chuẩn nghèo đã được duyệt sau khi lập đề xuất này.',
      en: 'A proposal is approved after another one of the same standard, made on the same revision, was.',
    },
  },
});
