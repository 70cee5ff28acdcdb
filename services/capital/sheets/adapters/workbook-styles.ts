import { shownBy, shownByNumber } from '../domain/number-format.ts';
import type { Shown } from '../domain/number-format.ts';
import { isTrue } from './workbook-parts.ts';
import { readXml } from './workbook-xml.ts';

/** What a style says of the cells that have it, by the number cells name it with. */
export interface CellStyle {
  readonly shown: Shown;
  readonly isStruck: boolean;
}

export const PLAIN: CellStyle = { shown: 'plain', isStruck: false };

/** Throws `file-unreadable` (422). */
export function stylesOf(bytes: Buffer | null): CellStyle[] {
  if (bytes === null) return [];
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: { readonly format: number; readonly font: number }[] = [];
  const within: string[] = [];
  readXml(bytes, 'styles', {
    open: (name, attributes) => {
      const parent = within.at(-1);
      const numberOf = (attribute: string): number => Number(attributes.get(attribute) ?? 0);
      if (name === 'numFmt' && parent === 'numFmts') {
        formats.set(numberOf('numFmtId'), attributes.get('formatCode') ?? '');
      }
      if (name === 'font' && parent === 'fonts') struckFonts.push(false);
      if (name === 'strike' && within.at(-2) === 'fonts') {
        struckFonts[struckFonts.length - 1] = isTrue(attributes.get('val') ?? 'true');
      }
      if (name === 'xf' && parent === 'cellXfs') {
        styles.push({ format: numberOf('numFmtId'), font: numberOf('fontId') });
      }
      within.push(name);
    },
    close: () => within.pop(),
  });
  return styles.map(({ format, font }) => {
    const written = formats.get(format);
    return {
      shown: written === undefined ? shownByNumber(format) : shownBy(written),
      isStruck: struckFonts[font] ?? false,
    };
  });
}
