import { linkEntry } from '#capital/ledger/domain/chain.ts';
import { canonical } from '#shared/domain/canonical.ts';
import type { Ground, Proof } from './proof.ts';

/**
 * Every entry follows the one before it in its book by number and hash, gives its own hash, and is shown in lists
 * and statements as it is.
 */
export function proveLinks({ ledger, find }: Ground): Proof {
  return {
    take: ({ chain, before, postings, entry: { seq, previous, hash, event, document, shown } }) => {
      if (seq !== before.seq + 1) {
        find('entry-missing', chain, before.seq + 1, `entry ${seq} follows entry ${before.seq}`);
        return;
      }
      const content = { event, document: document ?? undefined };
      const head = { seq: before.seq, hash: previous, at: before.at };
      if (linkEntry(ledger.digest, chain, head, content).hash !== hash) {
        find('entry-altered', chain, seq, `the entry of ${event.effectiveOn} does not give its own hash`);
      } else if (previous !== before.hash) {
        find('chain-broken', chain, seq, 'the entry does not follow the one before it');
      } else if (canonical(shown) !== canonical({ effectiveOn: event.effectiveOn, postings })) {
        find('shown-otherwise', chain, seq, 'lists and statements show something else');
      }
    },
  };
}
