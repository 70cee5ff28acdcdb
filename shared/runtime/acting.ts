import type { Act } from '#shared/data/act.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Context } from '#shared/application/context.ts';
import { untilWritten } from '#shared/data/retry.ts';

/**
 * Runs a verb of an act on the store of that act, and again when another act was faster: the verb reads, decides
 * and writes anew.
 */
export function acting<Store>(open: (act: Act) => Store) {
  return <T>(
    request: { readonly caller: Caller; readonly act: Act },
    verb: (context: Context<Store>) => Promise<T>,
  ): Promise<T> =>
    untilWritten(() => verb({ caller: request.caller, today: request.act.today, store: open(request.act) }));
}
