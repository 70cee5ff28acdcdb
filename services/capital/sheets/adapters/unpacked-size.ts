const END_OF_DIRECTORY = 0x06054b50;

const ENTRY = 0x02014b50;

const END_LENGTH = 22;

const ENTRY_LENGTH = 46;

const LONGEST_COMMENT = 65_535;

/**
 * How many bytes a ZIP archive says it unpacks to, from its own directory; null when it has none. Two megabytes can
 * unpack to gigabytes, so this is looked at before anything is unpacked.
 */
export function unpackedSize(archive: Buffer): number | null {
  const end = endOfDirectory(archive);
  if (end === null) return null;
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  let size = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_LENGTH > archive.length || archive.readUInt32LE(at) !== ENTRY) return null;
    size += archive.readUInt32LE(at + 24);
    // Name, extra field and comment follow, each as long as the entry says.
    const rest = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    at += ENTRY_LENGTH + rest.reduce((sum, length) => sum + length, 0);
  }
  return size;
}

function endOfDirectory(archive: Buffer): number | null {
  const first = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return null;
}
