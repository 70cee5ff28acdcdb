import type { Witness } from './steps/stage.ts';
import type { SeenEvent } from './bus.ts';

export interface Posting {
  readonly debit: string;
  readonly credit: string;
  readonly amount: string;
}

/** Tells a story in the terminal, Vietnamese first. */
export interface Narrator {
  readonly witness: Witness;
  chapter(vi: string, en: string): void;
  say(vi: string, en: string): void;
  fact(text: string): void;
  events(events: readonly SeenEvent[]): void;
  postings(postings: readonly Posting[]): void;
  /** Says whether what is true is what should be; the story ends badly when one is not. */
  check(what: string, actual: unknown, expected: unknown): void;
  readonly failures: () => number;
}

type Print = (line: string) => void;

export function createNarrator(print: Print): Narrator {
  let chapters = 0;
  let failures = 0;
  return {
    witness: (account, route, outcome) => {
      const marks = [
        outcome.dryRun ? 'chạy thử / dry run' : '',
        outcome.replayed ? 'trả lời lại / replay' : '',
      ];
      const mark = marks.filter((one) => one !== '').join(', ');
      print(
        `   ${account.padEnd(21)} ${route.method} ${route.path} → ${outcome.status.toString()}${mark === '' ? '' : ` (${mark})`}`,
      );
    },
    chapter: (vi, en) => {
      chapters += 1;
      print('');
      print(`${chapters.toString().padStart(2)}. ${vi} · ${en}`);
    },
    say: (vi, en) => {
      print(`   ${vi} · ${en}`);
    },
    fact: (text) => {
      print(`     ${text}`);
    },
    events: (events) => {
      for (const { source, type } of events) print(`   ⇢ ${type}  (${source})`);
    },
    postings: (postings) => {
      for (const { debit, credit, amount } of postings) {
        print(`     Nợ/Dr ${debit.padEnd(17)} Có/Cr ${credit.padEnd(18)} ${vnd(amount).padStart(16)}`);
      }
    },
    check: (what, actual, expected) => {
      const holds = JSON.stringify(actual) === JSON.stringify(expected);
      if (!holds) failures += 1;
      print(
        `   ${holds ? '✓' : '✗'} ${what}: ${shown(actual)}${holds ? '' : `, phải là / expected ${shown(expected)}`}`,
      );
    },
    failures: () => failures,
  };
}

/** Đồng with dots between thousands, as they are written in Viet Nam. */
export function vnd(amount: string): string {
  return `${amount.replace(/\B(?=(\d{3})+$)/g, '.')} đ`;
}

function shown(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4,}$/.test(value) ? vnd(value) : value;
}
