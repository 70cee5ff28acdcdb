import * as z from 'zod/mini';
import { defineErrors } from '#shared/domain/errors.ts';
import { ShortTextSchema } from './common.ts';

/** Files in requests and answers. */

/** A file itself has at most 2 MB; in base64 it is a third longer, line breaks included. */
export const FILE_BYTES = 2_000_000;

export const FileFormatSchema = z
  .enum(['csv', 'xlsx'])
  .check(
    z.meta({ id: 'FileFormat', description: 'csv: UTF-8 text; xlsx: the first visible sheet of a workbook' }),
  );

/** One form in both directions: what was answered can be sent in again as it is. */
export const SheetFileSchema = z
  .strictObject({
    name: ShortTextSchema,
    format: FileFormatSchema,
    /** What `content` is: the text of the file, or its bytes in base64. A workbook is always in base64. */
    encoding: z.enum(['text', 'base64']),
    content: z.string().check(z.minLength(1), z.maxLength(3_000_000)),
  })
  .check(z.meta({ id: 'SheetFile', description: 'A file with a table, of at most 2 MB' }));

export type SheetFile = z.infer<typeof SheetFileSchema>;

/** Refusals of any file that is sent in, whatever it is for. */
export const UPLOAD_ERRORS = defineErrors({
  'file-unreadable': {
    status: 422,
    title: { vi: 'Không đọc được tệp', en: 'The file cannot be read' },
    remedy: {
      vi: 'Lưu lại tệp dạng CSV (UTF-8) hoặc XLSX không đặt mật khẩu rồi gửi lại; "errors" nêu chỗ hỏng.',
      en: 'Save it again as CSV (UTF-8) or XLSX without a password; "errors" says what is broken.',
    },
    when: {
      vi: 'Nội dung không phải bảng đúng định dạng đã khai: không phải base64 hoặc UTF-8, dấu ngoặc kép chưa đóng, sổ tính hỏng hoặc có mật khẩu, không có trang nào hiển thị, hoặc giải nén ra quá lớn.',
      en: 'The content is no table of the given format: it is no base64 or UTF-8, a quotation mark is not closed, the workbook is damaged or protected, has no visible sheet, or unpacks to more than it may.',
    },
  },
  'file-too-large': {
    status: 413,
    title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
    remedy: { vi: 'Chia thành nhiều tệp, mỗi tệp tối đa 2 MB.', en: 'Split it into files of at most 2 MB.' },
    when: { vi: 'Bản thân tệp lớn hơn 2 MB.', en: 'The file itself has more than 2 MB.' },
  },
});
