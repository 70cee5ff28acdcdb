import { describe, expect, test } from 'vitest';
import { readUpload, textOfUpload } from './upload.ts';

const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a file that is sent in', () => {
  test('is text, or bytes in base64 with or without line breaks', () => {
    expect(readUpload({ encoding: 'text', content: 'Mã xã' }).toString()).toBe('Mã xã');
    expect(readUpload({ encoding: 'base64', content: 'TcOj\r\nIHjDow==' }).toString()).toBe('Mã xã');
  });

  test.each(['not base64!', 'TcOjIHjDow=', 'TcO jIHj'])('as %s is no base64', (content) => {
    expect(codeOf(() => readUpload({ encoding: 'base64', content }))).toBe('file-unreadable');
  });

  test('has at most 2 MB, counted in bytes', () => {
    expect(readUpload({ encoding: 'text', content: 'x'.repeat(2_000_000) })).toHaveLength(2_000_000);
    const large = 'ã'.repeat(1_000_001);
    expect(codeOf(() => readUpload({ encoding: 'text', content: large }))).toBe('file-too-large');
    const encoded = Buffer.from(large).toString('base64');
    expect(codeOf(() => readUpload({ encoding: 'base64', content: encoded }))).toBe('file-too-large');
  });

  test('is UTF-8 where it is text: no letter is guessed', () => {
    expect(textOfUpload(Buffer.from('\uFEFFMã'))).toBe('Mã');
    for (const bytes of [Buffer.from([0x4d, 0xe3]), Buffer.from('\uFEFFMã', 'utf16le')]) {
      expect(codeOf(() => textOfUpload(bytes))).toBe('file-unreadable');
    }
  });
});
