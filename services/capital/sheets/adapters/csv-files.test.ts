import { describe, expect, test } from 'vitest';
import { parseCsv, writeCsv } from './csv-files.ts';

describe('a CSV text', () => {
  test.each([
    [
      'semicolons',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'commas',
      'a,b\n1;5,2',
      [
        ['a', 'b'],
        ['1;5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'Windows ends of lines',
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'ends of lines of old machines',
      'a;b\rc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quoted separators, quotes and line breaks',
      '"a;b";"say ""no"""\n"two\nlines";x',
      [
        ['a;b', 'say "no"'],
        ['two\nlines', 'x'],
      ],
    ],
    ['a separator hint, which takes the first row', 'sep=,\na;1,b;2', [[''], ['a;1', 'b;2']]],
    ['empty rows and fields', 'a;b\n\n;\n', [['a', 'b'], [''], ['', '']]],
    ['a heading after empty rows', '\n\na,b', [[''], [''], ['a', 'b']]],
    ['one column', 'a\nb', [['a'], ['b']]],
    ['a protecting apostrophe', "'=1+1;'tis", [['=1+1', "'tis"]]],
    ['nothing', '', []],
  ])('with %s', (_, text, rows) => {
    expect(parseCsv(text).rows).toEqual(rows);
  });

  test.each([
    ['an open quotation mark', 'a;b\n"c;d', 2],
    ['text after a closing quotation mark', 'a;b\nc;d\n"e"f;g', 3],
    ['a quotation mark within a field', 'a;b\n"two\nlines";x\ny"z;1', 3],
    ['an open quotation mark below a separator hint', 'sep=;\na;b\n"c;d', 3],
  ])('with %s is refused at its row, in both languages', (_, text, row) => {
    expect(() => parseCsv(text)).toThrow(
      expect.objectContaining({
        code: 'file-unreadable',
        facts: { row },
        fields: [
          {
            pointer: '/file/content',
            detail: {
              vi: expect.stringMatching(`^Dòng ${row}: dấu ngoặc kép`) as string,
              en: expect.stringMatching(`^Row ${row}: a quotation mark`) as string,
            },
          },
        ],
      }) as Error,
    );
  });

  test('is written so that no spreadsheet runs it', () => {
    expect(writeCsv([['=cmd()', '+1', '-1', '@x', '\tx', '＝1', 'a;"b"', ' c', 'a,b']])).toBe(
      `\uFEFF'=cmd();'+1;'-1;'@x;"'\tx";'＝1;"a;""b""";" c";"a,b"\r\n`,
    );
  });

  test('written is read back as it was', () => {
    const rows = [
      ['=1+1', 'two\nlines', 'three\rfour', '"', ''],
      ['', ' a ', ';', ',', "'"],
    ];
    expect(parseCsv(writeCsv(rows).slice(1)).rows).toEqual(rows);
  });
});
