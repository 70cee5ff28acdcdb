import type { BusinessDay } from '#shared/domain/business-day.ts';

/**
 * What the verbs need from outside. A store is opened for one act: it writes under that act's actor, instant
 * and idempotency record, or nothing when the act is a dry run.
 */

/** Who acts and when, as far as a verb may know. */
export interface Acting {
  readonly actor: string;
  readonly today: BusinessDay;
}
