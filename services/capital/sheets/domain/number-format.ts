/** What the format of a number makes of it for whoever looks at the cell. */
export type Shown = 'plain' | 'date' | 'unit';

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30); all others of theirs show plain numbers. */
const DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
] as const;
const UNITS = [9, 10, 12, 13];

/** No program writes a longer format (ECMA-376 part 1, 18.8.31), and reading one would take its length squared. */
const LONGEST = 255;

/** Words beside a number that say it is đồng. */
const DONG = /^(đ|₫|d|vnd|vnđ|đồng|dong)?$/;

/** Of a format that comes with the program. */
export function shownByNumber(id: number): Shown {
  if (DATES.some(([first, last]) => first <= id && id <= last)) return 'date';
  return UNITS.includes(id) ? 'unit' : 'plain';
}

/**
 * Of a format as it is written, such as `#,##0 "₫"`. Letters stand for parts of a date only where they are neither
 * quoted nor after a backslash. A word beside the number other than đồng, a per cent, a fraction, and a comma that
 * leaves thousands out all show another amount than the number.
 */
export function shownBy(format: string): Shown {
  if (format.length > LONGEST) return 'unit';
  // The sections after these are of zero and of texts, where any word may stand.
  const shown = splitSections(format).slice(0, 2).map(shownBySection);
  return shown.find((one) => one !== 'plain') ?? 'plain';
}

function shownBySection(section: string): Shown {
  const rest = section
    .replaceAll(LITERAL, '')
    .replaceAll(/[_*]./gsu, '')
    .replaceAll(/\[[^\]]*\]/g, '');
  const isGeneral = /general/i.test(rest);
  if (!isGeneral && (/[ymdhs]/i.test(rest) || /\[[hms]+\]/i.test(section))) return 'date';
  if (/[%/]/.test(rest) || /[0#?],+(?![0#?])/.test(rest)) return 'unit';
  const words = isGeneral ? '' : rest.replaceAll(/[^\p{L}₫]/gu, '').replace(/^E$/i, '');
  return isDong(`${wordsOf(section)}${words}`) ? 'plain' : 'unit';
}

/** Quoted text, an escaped sign, a currency with its locale. */
const LITERAL = /"([^"]*)"|\\(.)|\[\$([^\-\]]*)[^\]]*\]/gsu;

/** What is shown beside the digits. */
function wordsOf(section: string): string {
  return [...section.matchAll(LITERAL)]
    .map(([, quoted, escaped, currency]) => quoted ?? escaped ?? currency ?? '')
    .join('');
}

function isDong(words: string): boolean {
  return DONG.test(
    words
      .normalize('NFC')
      .replaceAll(/[\s.,()\-–]/gu, '')
      .toLowerCase(),
  );
}

/** Sections (above zero; below; zero; text) are separated by semicolons that are neither quoted nor escaped. */
function splitSections(format: string): string[] {
  return [...format.matchAll(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+/gsu)].map(([section]) => section);
}
