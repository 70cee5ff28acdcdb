import type { SheetFile } from '#shared/contracts/file.ts';
import type { SheetRow } from '../domain/sheet.ts';

export type FileFormat = SheetFile['format'];

/** Tables in files. */
export interface SheetFiles {
  /** Rows of a file. Throws `file-too-large` (413), `file-unreadable` (422). */
  readonly read: (file: SheetFile) => Promise<readonly SheetRow[]>;
  /** A file of these rows, as answers carry it and requests may bring it back; its name is given without ending. */
  readonly write: (
    format: FileFormat,
    name: string,
    rows: readonly (readonly string[])[],
  ) => Promise<SheetFile>;
}
