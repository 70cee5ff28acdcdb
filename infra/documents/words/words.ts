import { BENEFICIARY_WORDS } from './beneficiary.ts';
import { CAPITAL_WORDS } from './capital.ts';
import { COMMON_WORDS } from './common.ts';
import { LENDING_WORDS } from './lending.ts';

/**
 * What fields and parameters mean, by name; `Schema.field` where one schema means something else by it. They stand
 * here and not in the contracts because functions carry their contracts along, and have no use for the words.
 */
export const WORD_LISTS = [COMMON_WORDS, BENEFICIARY_WORDS, CAPITAL_WORDS, LENDING_WORDS] as const;

export const WORDS: Readonly<Record<string, string>> = Object.assign({}, ...WORD_LISTS) as Record<
  string,
  string
>;
