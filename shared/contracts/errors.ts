import { defineErrors } from '#shared/domain/errors.ts';

/** Errors every route can answer with. */
export const COMMON_ERRORS = defineErrors({
  'input-malformed': {
    status: 400,
    title: { vi: 'Dữ liệu gửi lên chưa đúng', en: 'The input is malformed' },
    remedy: {
      vi: 'Sửa từng trường được nêu trong "errors" rồi gửi lại; chưa có gì được ghi.',
      en: 'Correct every field named in "errors" and send again; nothing was recorded.',
    },
    when: {
      vi: 'Đường dẫn, tham số, tiêu đề hoặc nội dung gửi lên không đúng lược đồ quy định.',
      en: 'Path, query, header or body does not fit the schema of the route.',
    },
  },
  'not-signed-in': {
    status: 401,
    title: { vi: 'Chưa đăng nhập hoặc phiên đã hết hạn', en: 'Not signed in, or the session has expired' },
    remedy: { vi: 'Đăng nhập lại rồi thử lại.', en: 'Sign in again and retry.' },
    when: {
      vi: 'Không có mã phiên đăng nhập, hoặc mã đã hết hạn, bị giả mạo hay dùng cho hệ thống khác.',
      en: 'The token is missing, expired, forged or meant for another system.',
    },
  },
  'role-not-allowed': {
    status: 403,
    title: { vi: 'Vai trò của bạn không được làm việc này', en: 'Your role may not do this' },
    remedy: {
      vi: 'Đề nghị người có vai trò phù hợp thực hiện.',
      en: 'Ask a person with the right role to do it.',
    },
    when: {
      vi: 'Không vai trò hoặc phạm vi nào của người gọi thuộc những vai trò, phạm vi được phép.',
      en: 'No role or scope of the caller is among those of the route.',
    },
  },
  'not-found': {
    status: 404,
    title: { vi: 'Không tìm thấy', en: 'Not found' },
    remedy: { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
    when: {
      vi: 'Không có bản ghi nào mang mã đó, hoặc chưa có vào ngày đó.',
      en: 'Nothing with that id, or not on that day.',
    },
  },
  'already-exists': {
    status: 409,
    title: { vi: 'Mã này đã được dùng', en: 'This id is already taken' },
    remedy: {
      vi: 'Dùng mã khác, hoặc mở bản ghi đang có.',
      en: 'Use another id, or open the existing record.',
    },
    when: {
      vi: 'Đã có bản ghi mang mã do người gọi đặt.',
      en: 'A thing with the id made by the caller already exists.',
    },
  },
  'version-stale': {
    status: 409,
    title: { vi: 'Dữ liệu vừa được người khác thay đổi', en: 'Someone else has just changed this' },
    remedy: { vi: 'Tải lại, xem thay đổi rồi thử lại.', en: 'Reload, look at the change and try again.' },
    when: {
      vi: 'Phiên bản người gọi dựa vào không phải phiên bản hiện tại, hoặc hai việc gặp nhau và việc này đến sau.',
      en: 'The version the caller expected is not the current one, or two acts met and this one lost.',
    },
  },
  'idempotency-key-reused': {
    status: 409,
    title: {
      vi: 'Khóa chống trùng đã dùng cho nội dung khác',
      en: 'The idempotency key was used for other content',
    },
    remedy: {
      vi: 'Dùng khóa mới cho yêu cầu mới; gửi lại y nguyên nội dung cũ nếu muốn lặp lại yêu cầu cũ.',
      en: 'Use a new key for a new request; repeat the old content exactly to repeat the old request.',
    },
    when: {
      vi: 'Cùng người gọi gửi cùng Idempotency-Key với đường dẫn hoặc nội dung khác.',
      en: 'The same caller sent the same Idempotency-Key with another path or body.',
    },
  },
  'effective-day-in-future': {
    status: 422,
    title: { vi: 'Ngày hiệu lực ở tương lai', en: 'The effective day is in the future' },
    remedy: {
      vi: 'Chọn ngày không sau ngày làm việc hiện tại.',
      en: 'Choose a day not after the current business day.',
    },
    when: {
      vi: 'effectiveOn sau ngày làm việc hiện tại.',
      en: 'effectiveOn is after the current business day.',
    },
  },
  'known-on-in-future': {
    status: 422,
    title: { vi: 'Thời điểm biết ở tương lai', en: 'The instant of knowledge is in the future' },
    remedy: {
      vi: 'Chọn thời điểm không sau hiện tại, hoặc bỏ trống.',
      en: 'Choose an instant not after now, or leave it out.',
    },
    when: {
      vi: 'knownOn muộn hơn hiện tại: câu trả lời như vậy còn có thể thay đổi.',
      en: 'knownOn is later than now: such an answer could still change.',
    },
  },
  'internal-error': {
    status: 500,
    title: { vi: 'Lỗi hệ thống', en: 'Internal error' },
    remedy: {
      vi: 'Thử lại với cùng khóa chống trùng; nếu vẫn lỗi, báo quản trị viên kèm mã theo dõi.',
      en: 'Retry with the same idempotency key; if it persists, give the correlation id to an administrator.',
    },
    when: {
      vi: 'Lỗi của chính hệ thống. Gửi lại với cùng khóa chống trùng là an toàn.',
      en: 'A defect. Retrying with the same key is safe.',
    },
  },
  'busy-try-again': {
    status: 503,
    title: { vi: 'Hệ thống đang bận', en: 'The platform is busy' },
    remedy: {
      vi: 'Thử lại sau giây lát với cùng khóa chống trùng.',
      en: 'Retry shortly with the same idempotency key.',
    },
    when: {
      vi: 'Kho dữ liệu đang bị giới hạn tải, hoặc nhiều việc gặp nhau trên cùng một bản ghi.',
      en: 'The store throttled, or many acts met on the same record.',
    },
  },
});

export type CommonErrorCode = keyof typeof COMMON_ERRORS;
