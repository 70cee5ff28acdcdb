import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about programmes and areas, which other services record. */
export const REFERENCE_ERRORS = defineErrors({
  'reference-unknown': {
    status: 409,
    title: {
      vi: 'Phân hệ vốn chưa biết mã này',
      en: 'The capital service does not know this id, or not yet',
    },
    remedy: {
      vi: 'Kiểm tra từng mã được nêu trong "errors". Mã vừa được ghi nhận cần vài giây để tới phân hệ vốn: gửi lại sau giây lát; nếu vẫn bị từ chối, đề nghị quản trị viên xem parked-events.',
      en: 'Check every id named in "errors". One that was recorded just now takes some seconds to arrive here: send again shortly; if it is refused still, ask an administrator to look at parked-events.',
    },
    when: {
      vi: 'Một chương trình hoặc địa bàn được nêu mà chưa có sự kiện nào tới: mã không tồn tại, hoặc sự kiện còn trên đường.',
      en: 'A programme or area is named of which no event has arrived: it does not exist, or its event is still on its way.',
    },
  },
  'reference-not-in-force': {
    status: 422,
    title: {
      vi: 'Chương trình hoặc địa bàn không có hiệu lực vào ngày này',
      en: 'A programme or area is not in force on that day',
    },
    remedy: {
      vi: 'Chọn chương trình, địa bàn có hiệu lực vào ngày được nêu trong "errors" (địa bàn kế thừa nếu đã sắp xếp), hoặc chọn ngày khác. Vẫn thu hồi được chỉ tiêu khỏi nơi đã kết thúc.',
      en: 'Choose what is in force on the day named in "errors" (the successor where an area was merged), or another day. Quota can still be recalled from what has ended.',
    },
    when: {
      vi: 'Chương trình đã đóng hoặc không có phiên bản nào vào ngày hiệu lực, địa bàn đã kết thúc hoặc chưa bắt đầu, mà vốn được đưa vào đó; hoặc nơi lấy vốn ra chưa bắt đầu.',
      en: 'A programme is closed or has no version on the effective day, or an area has ended or not begun, and money is to be put there; or what money is to be taken from has not begun.',
    },
  },
});
