import { FILE_BYTES, UPLOAD_ERRORS } from '#shared/contracts/file.ts';
import type { SheetFile } from '#shared/contracts/file.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { DomainError, ErrorFacts } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';

/** The door every file comes in by. */

const refuse = errorsOf(UPLOAD_ERRORS);
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** `file-unreadable` (422) with what is wrong, in the platform's words and never in those of a library. */
export function unreadable(detail: Text, facts: ErrorFacts = {}): DomainError {
  return refuse('file-unreadable', facts, [{ pointer: '/file/content', detail }]);
}

/** The bytes of a file as it was sent. Throws `file-too-large` (413), `file-unreadable` (422). */
export function readUpload({ encoding, content }: Pick<SheetFile, 'encoding' | 'content'>): Buffer {
  const bytes = encoding === 'text' ? Buffer.from(content) : fromBase64(content);
  if (bytes.length > FILE_BYTES) throw refuse('file-too-large', { bytes: bytes.length, most: FILE_BYTES });
  return bytes;
}

function fromBase64(content: string): Buffer {
  const encoded = content.replaceAll(/[\r\n]/g, '');
  if (!BASE64.test(encoded)) throw unreadable(NO_BASE64);
  return Buffer.from(encoded, 'base64');
}

/** UTF-8 without its byte order mark. Throws `file-unreadable` (422): a letter is never guessed. */
export function textOfUpload(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(NO_UTF_8);
  }
}

const NO_BASE64: Text = { vi: 'Nội dung không phải base64', en: 'The content is not base64' };
const NO_UTF_8: Text = {
  vi: 'Tệp không phải UTF-8; trong Excel hãy chọn "CSV UTF-8"',
  en: 'The file is not UTF-8; in Excel choose "CSV UTF-8"',
};
