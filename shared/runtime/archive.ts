import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { unreadable } from './upload.ts';

/** A ZIP archive whose entries are unpacked one by one, as they are asked for. */
export interface Archive {
  /** The bytes of an entry, null when there is none of that name. Throws `file-unreadable` (422). */
  readonly read: (name: string) => Promise<Buffer | null>;
}

const inflate = promisify(inflateRaw);
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens an archive of which at most so many bytes are ever unpacked, over all entries together. What its directory
 * says of their sizes is not believed: bytes are counted as they come out, and unpacking stops at the limit.
 * Throws `file-unreadable` (422).
 */
export async function openArchive(bytes: Buffer, most: number): Promise<Archive> {
  const { zip, entries } = await directoryOf(bytes);
  let left = most;
  return {
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return null;
      const unpacked = await unpack(zip, entry, left, most);
      left -= unpacked.length;
      return unpacked;
    },
  };
}

async function directoryOf(bytes: Buffer): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      // Names are the same in any case. Two of one name are two contents: readers would not agree which counts.
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw new Error('two entries of one name');
      entries.set(name, entry);
    }
    return { zip, entries };
  } catch {
    throw unreadable(DAMAGED);
  }
}

async function unpack(zip: ZipFile, entry: Entry, left: number, most: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw unreadable(PROTECTED);
  try {
    const packed = await buffer(await zip.openReadStreamPromise(entry, { decodeFileData: false }));
    const unpacked = await bytesOf(packed, entry.compressionMethod, left);
    if (crc32(unpacked) !== entry.crc32) throw new Error('another checksum');
    return unpacked;
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(tooMuch(most), { most });
    throw unreadable(DAMAGED);
  }
}

/** Throws RangeError when there is more than what is left to unpack. */
async function bytesOf(packed: Buffer, method: number, left: number): Promise<Buffer> {
  if (method === STORED && packed.length <= left) return packed;
  if (method === STORED || left === 0) throw new RangeError('nothing is left to unpack');
  if (method !== DEFLATED) throw new Error('another compression');
  // Counts what comes out and gives up with a RangeError as soon as it is more.
  return inflate(packed, { maxOutputLength: left });
}

const DAMAGED = {
  vi: 'Tệp nén bị hỏng hoặc không phải XLSX',
  en: 'The archive is damaged, or no XLSX workbook',
};
const PROTECTED = {
  vi: 'Tệp được đặt mật khẩu; hãy bỏ mật khẩu',
  en: 'The file is protected by a password; take it off',
};
const tooMuch = (most: number) => ({
  vi: `Tệp giải nén ra hơn ${most} byte`,
  en: `The file unpacks to more than ${most} bytes`,
});
