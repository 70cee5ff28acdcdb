import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about files that are read. */
export const FILE_ERRORS = defineErrors({
  'file-unreadable': {
    status: 422,
    title: { vi: 'Không đọc được tệp', en: 'The file cannot be read' },
    remedy: {
      vi: 'Lưu lại tệp dạng CSV (UTF-8) hoặc XLSX không đặt mật khẩu rồi gửi lại; "facts" nêu chỗ hỏng.',
      en: 'Save it again as CSV (UTF-8) or XLSX without a password; "facts" says what is broken.',
    },
    when: 'The content is no table of the given format: a quotation mark is not closed, the workbook is damaged or protected, has no sheet, or unpacks to more than it may.',
  },
  'file-too-large': {
    status: 413,
    title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
    remedy: { vi: 'Chia thành nhiều tệp, mỗi tệp tối đa 2 MB.', en: 'Split it into files of at most 2 MB.' },
    when: 'The file itself has more than 2 MB.',
  },
  'file-too-long': {
    status: 422,
    title: { vi: 'Tệp có quá nhiều dòng', en: 'The file has too many lines' },
    remedy: {
      vi: 'Chia thành nhiều quyết định; "facts" nêu số dòng tối đa.',
      en: 'Split it into several decisions; "facts" says how many lines it may have.',
    },
    when: 'The file has more lines than one proposal may have.',
  },
  'file-columns-missing': {
    status: 422,
    title: { vi: 'Tệp thiếu cột hoặc trùng cột', en: 'Columns are missing or there twice' },
    remedy: {
      vi: 'Dùng tệp mẫu; dòng đầu phải có đủ tên cột, mỗi tên một lần.',
      en: 'Use the template: the first row has every heading, each once.',
    },
    when: 'The first row of the file lacks a heading, or has one twice.',
  },
  'file-lines-refused': {
    status: 422,
    title: { vi: 'Tệp có dòng không hợp lệ', en: 'Some lines of the file do not do' },
    remedy: {
      vi: 'Sửa từng ô được nêu trong "errors" theo dòng và cột rồi gửi lại; chưa có gì được ghi.',
      en: 'Correct every cell named in "errors" by row and column and send again; nothing was recorded.',
    },
    when: 'A cell is empty, is no code or no whole amount of đồng, or no line asks for anything.',
  },
});
