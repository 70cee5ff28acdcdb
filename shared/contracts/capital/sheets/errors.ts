import { UPLOAD_ERRORS } from '#shared/contracts/file.ts';
import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about files that are read. */
export const FILE_ERRORS = defineErrors({
  ...UPLOAD_ERRORS,
  'file-too-long': {
    status: 422,
    title: { vi: 'Tệp có quá nhiều dòng', en: 'The file has too many lines' },
    remedy: {
      vi: 'Chia thành nhiều quyết định; "facts" nêu số dòng tối đa.',
      en: 'Split it into several decisions; "facts" says how many lines it may have.',
    },
    when: {
      vi: 'Tệp có nhiều dòng hơn mức một đề xuất được có.',
      en: 'The file has more lines than one proposal may have.',
    },
  },
  'file-columns-missing': {
    status: 422,
    title: { vi: 'Tệp thiếu cột hoặc trùng cột', en: 'Columns are missing or there twice' },
    remedy: {
      vi: 'Dùng tệp mẫu; dòng đầu phải có đủ tên cột, mỗi tên một lần.',
      en: 'Use the template: the first row has every heading, each once.',
    },
    when: {
      vi: 'Dòng đầu của tệp thiếu một tên cột, hoặc có tên cột hai lần.',
      en: 'The first row of the file lacks a heading, or has one twice.',
    },
  },
  'file-lines-refused': {
    status: 422,
    title: { vi: 'Tệp có dòng không hợp lệ', en: 'Some lines of the file do not do' },
    remedy: {
      vi: 'Sửa từng ô được nêu trong "errors" theo dòng và cột rồi gửi lại; chưa có gì được ghi.',
      en: 'Correct every cell named in "errors" by row and column and send again; nothing was recorded.',
    },
    when: {
      vi: 'Có ô trống, không phải mã hoặc không phải số đồng nguyên, hoặc không phải giá trị thuần (công thức, lỗi, ô gộp, ẩn, gạch bỏ); dòng văn bản thừa hoặc thiếu ô so với dòng đầu; hoặc không dòng nào đề nghị gì.',
      en: 'A cell is empty, is no code or no whole amount of đồng, or is not plainly a value (a formula, an error, merged, hidden, crossed out); a row of a text has more or fewer fields than the headings; or no line asks for anything.',
    },
  },
});
