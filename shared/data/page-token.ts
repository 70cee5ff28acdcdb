import * as z from 'zod/mini';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { DomainError } from '#shared/domain/errors.ts';

const KeySchema = z.record(z.string(), z.string());

/**
 * An opaque page token is the last key of a page. It is only good for the partition it came from, so that a
 * made-up token cannot read another commune's list. Throws `input-malformed` (400).
 */
export function encodePageToken(lastKey: Readonly<Record<string, unknown>> | undefined): string | null {
  return lastKey === undefined ? null : Buffer.from(JSON.stringify(lastKey)).toString('base64url');
}

export function decodePageToken(
  token: string | undefined,
  partition: { readonly attribute: string; readonly value: string },
): Record<string, string> | undefined {
  if (token === undefined) return undefined;
  const key = readKey(token);
  if (key?.[partition.attribute] !== partition.value) throw foreignToken();
  return key;
}

export function foreignToken(): DomainError {
  return new DomainError(COMMON_ERRORS, 'input-malformed', {}, [
    {
      pointer: '/query/cursor',
      detail: { vi: 'Mã trang không thuộc danh sách này', en: 'The page token is not of this list' },
    },
  ]);
}

function readKey(token: string): Record<string, string> | null {
  try {
    return z.parse(KeySchema, JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    return null;
  }
}
