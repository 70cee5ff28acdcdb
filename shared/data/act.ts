import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Key } from './stored.ts';

/** The record that makes an act happen once: a caller's idempotency key, or an event a consumer has seen. */
export interface Once {
  readonly key: Key;
  /** SHA-256 of what was asked, so that the same key with other content is refused. */
  readonly hash: string;
}

/** Who acts, when, and because of what: everything a transaction writes beside the facts themselves. */
export interface Act {
  readonly actor: string;
  readonly now: string;
  readonly today: BusinessDay;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** null for reads and for reference data, whose own revision makes it happen once. */
  readonly once: Once | null;
  readonly dryRun: boolean;
  /** What the caller is told, on the wire: so it is remembered, and said again when the act is repeated. */
  readonly answerOf: (answer: unknown) => unknown;
  readonly newId: () => string;
}

/**
 * The act was done before: the remembered answer is the answer. Thrown instead of returned because it ends a
 * use case at whatever depth the record was met.
 */
export class Replay extends Error {
  /** As it was told, on the wire. */
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('the act was done before');
    this.name = 'Replay';
    this.answer = answer;
  }
}

/** Another act changed the same record between reading and writing: read again and decide again. */
export class WriteConflict extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WriteConflict';
  }
}
