import type { SheetRow } from '../domain/sheet.ts';

export type FileFormat = 'csv' | 'xlsx';

/** Tables in files. */
export interface SheetFiles {
  /** Rows of a file. Throws `file-too-large` (413), `file-unreadable` (422). */
  readonly read: (format: FileFormat, content: string) => Promise<readonly SheetRow[]>;
  /** A file of these rows, as answers carry it. */
  readonly write: (
    format: FileFormat,
    name: string,
    rows: readonly (readonly string[])[],
  ) => Promise<{ readonly fileName: string; readonly contentType: string; readonly base64: string }>;
}
