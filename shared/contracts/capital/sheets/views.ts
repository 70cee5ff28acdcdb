import * as z from 'zod/mini';
export const FileFormatSchema = z
  .enum(['csv', 'xlsx'])
  .check(z.meta({ id: 'FileFormat', description: 'csv: UTF-8 text; xlsx: the first sheet of a workbook' }));

export const fileContent = {
  format: FileFormatSchema,
  /** Of CSV the text, of XLSX the file in base64; the file itself has at most 2 MB. */
  content: z.string().check(z.minLength(1), z.maxLength(3_000_000)),
};

export const file = { fileName: z.string(), contentType: z.string(), base64: z.string() };

export const FileSchema = z
  .object(file)
  .check(z.meta({ id: 'SheetFile', description: 'A file with a table, in base64' }));

export const TEMPLATES = ['quota-decision', 'opening-balances'] as const;
