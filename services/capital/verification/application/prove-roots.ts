import type { Seal } from '#capital/ledger/application/ledger-ports.ts';
import { sealDay } from '#capital/ledger/domain/chain.ts';
import type { MovedChain } from '#capital/ledger/domain/chain.ts';
import { LAST_DAY } from '#shared/domain/business-day.ts';
import type { Ground, Proof } from './proof.ts';

/** The entries of each sealed day give the root it was sealed with, no day between is unsealed, none is left over. */
export function proveRoots({ ledger, sourceId, find }: Ground): Proof & { readonly days: () => number } {
  const seals = sealsInTurn(ledger.seals(sourceId));
  let days = 0;
  let root = '';
  let day: string | null = null;
  let moved = new Map<string, MovedChain>();

  const passWithoutEntries = async (until: string): Promise<Seal | null> => {
    let seal = await seals.current();
    while (seal !== null && seal.day < until) {
      find('root-differs', `root ${seal.day}`, null, 'a sealed day has no entries left');
      root = seal.root;
      seal = await seals.next();
    }
    return seal;
  };

  const endDay = async (ended: string): Promise<void> => {
    const seal = await passWithoutEntries(ended);
    if (seal === null) return;
    if (seal.day !== ended) {
      find('seal-missing', `root ${ended}`, null, 'a later day is sealed and this one is not');
      return;
    }
    const content = { sourceId, day: ended, previousRoot: root };
    const reckoned = sealDay(ledger.digest, content, [...moved.values()]);
    if (reckoned !== seal.root || seal.previousRoot !== root) {
      find('root-differs', `root ${ended}`, null, 'the entries do not give the root that was sealed');
    }
    root = seal.root;
    days += 1;
    await seals.next();
  };

  return {
    take: async ({ chain, entry, recordedOn }) => {
      if (recordedOn !== day) {
        if (day !== null) await endDay(day);
        day = recordedOn;
        moved = new Map();
      }
      moved.set(chain, { chain, seq: entry.seq, hash: entry.hash });
    },
    end: async () => {
      if (day !== null) await endDay(day);
      await passWithoutEntries(LAST_DAY);
    },
    days: () => days,
  };
}

/** Seals one after the other, the first read when it is first asked for. */
function sealsInTurn(seals: AsyncIterable<Seal>) {
  const iterator = seals[Symbol.asyncIterator]();
  let current: Promise<Seal | null> | null = null;
  const next = (): Promise<Seal | null> => {
    current = iterator.next().then((result) => (result.done === true ? null : result.value));
    return current;
  };
  return { current: () => current ?? next(), next };
}
