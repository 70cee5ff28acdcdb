/** What a person reads: Vietnamese first, English second. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** Marks that turn the direction of what follows are refused, not taken out: they are never there by accident. */
const TURNING = String.raw`\u202a-\u202e\u2066-\u2069`;
/** What no one sees and no name needs: zero-width spaces and joiners, soft hyphens, fillers. */
const UNSEEN = new RegExp(String.raw`(?![${TURNING}])\p{Default_Ignorable_Code_Point}`, 'gu');

/**
 * A text as it is kept: composed (NFC), without unseen characters, blanks of every kind as one space, none at its
 * ends. Texts that look equal are equal. Control characters stay, so that whoever reads it can refuse them.
 */
export function asWritten(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(UNSEEN, '')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/g, '');
}

/**
 * A line that can be read: at least one letter, digit, sign or mark that is seen (a blank
 * Braille cell is none), no control character, no half of a surrogate pair, no turning mark.
 */
const LINE_PATTERN = String.raw`^(?=.*(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}${TURNING}]*$`;

const LINE = new RegExp(LINE_PATTERN, 'u');

/** What is not seen, as far as it can be said without classes of Unicode. */
const BLANK = String.raw`\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8`;

/**
 * A line as documents tell it to readers in any language: many engines know no classes of Unicode. Says less than
 * `LINE_PATTERN`, and never refuses what that takes.
 */
export const PLAIN_LINE_PATTERN = String.raw`^[^\u0000-\u001f\u007f-\u009f\u2028\u2029${TURNING}]*[^\u0000-\u001f\u007f-\u009f${BLANK}][^\u0000-\u001f\u007f-\u009f\u2028\u2029${TURNING}]*$`;

/** Whether the text is one line that says something to a reader. */
export function isLine(text: string): boolean {
  return LINE.test(text);
}
