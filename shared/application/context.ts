import type { Caller } from '#shared/domain/caller.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

/** Who acts, on which business day, with which store. */
export interface Context<Store> {
  readonly caller: Caller;
  readonly today: BusinessDay;
  readonly store: Store;
}
