import { describe, expect, test } from 'vitest';
import { zipOf } from '#test/support/workbook.ts';
import { openArchive } from './archive.ts';

const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const MEGABYTE = 1_000_000;

/** What the directory says of its first entry's size, as whoever made the archive likes. */
function claiming(archive: Buffer, size: number): Buffer {
  const claimed = Buffer.from(archive);
  claimed.writeUInt32LE(size, claimed.indexOf(ENTRY) + 24);
  return claimed;
}

const refusal = (detail: string) => ({
  code: 'file-unreadable',
  fields: [{ pointer: '/file/content', detail: { en: expect.stringContaining(detail) as string } }],
});

describe('an archive', () => {
  test('gives its entries by name, in any case, and null for what it has not', async () => {
    const archive = await openArchive(await zipOf({ 'a/B.xml': '<x/>' }), MEGABYTE);
    expect((await archive.read('A/b.xml'))?.toString()).toBe('<x/>');
    expect(await archive.read('c')).toBeNull();
  });

  test('unpacks no more than it may, whatever its directory claims', async () => {
    const bomb = claiming(await zipOf({ bomb: Buffer.alloc(30 * MEGABYTE) }), 1000);
    expect(bomb.length).toBeLessThan(MEGABYTE);
    const archive = await openArchive(bomb, 4 * MEGABYTE);
    const before = process.memoryUsage().arrayBuffers;
    await expect(archive.read('bomb')).rejects.toMatchObject({
      ...refusal('unpacks to more than 4000000 bytes'),
      facts: { most: 4 * MEGABYTE },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * MEGABYTE);
  });

  test('counts over all its entries', async () => {
    const archive = await openArchive(
      await zipOf({ a: Buffer.alloc(600), b: Buffer.alloc(600), c: '' }),
      1000,
    );
    expect(await archive.read('a')).toHaveLength(600);
    await expect(archive.read('b')).rejects.toMatchObject(refusal('unpacks to more than'));
    expect(await archive.read('c')).toHaveLength(0);
  });

  test('that is damaged, or says two things under one name, is refused', async () => {
    const whole = await zipOf({ a: 'something that is packed', b: 'x' });
    const altered = Buffer.from(whole);
    altered[35] = (altered[35] ?? 0) ^ 0xff;
    const archive = await openArchive(altered, MEGABYTE);
    await expect(archive.read('a')).rejects.toMatchObject(refusal('damaged'));
    for (const bytes of [whole.subarray(0, 40), Buffer.alloc(0), await zipOf({ a: '1', A: '2' })]) {
      await expect(openArchive(bytes, MEGABYTE)).rejects.toMatchObject(refusal('damaged'));
    }
  });

  test('whose entries are protected is refused', async () => {
    const bytes = await zipOf({ a: 'x' });
    bytes.writeUInt16LE(bytes.readUInt16LE(bytes.indexOf(ENTRY) + 8) | 1, bytes.indexOf(ENTRY) + 8);
    const archive = await openArchive(bytes, MEGABYTE);
    await expect(archive.read('a')).rejects.toMatchObject(refusal('password'));
  });
});
