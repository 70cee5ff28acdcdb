import { bookOf, chainName } from '#capital/ledger/domain/book.ts';
import type { Ground, Proof } from './proof.ts';

/** What the loans of a leaf hold is what it keeps as reserved and lent. Leaves that move meanwhile: the next run. */
export function proveLoans({ ledger, sourceId, heads, find }: Ground): Proof {
  return {
    end: async () => {
      const held = new Map<string, { reserved: bigint; lent: bigint }>();
      for await (const { programmeId, communeId, reserved, lent } of ledger.loans(sourceId)) {
        const chain = chainName(bookOf(sourceId, { programmeId, communeId }));
        const sum = held.get(chain) ?? { reserved: 0n, lent: 0n };
        held.set(chain, { reserved: sum.reserved + reserved, lent: sum.lent + lent });
      }
      for await (const now of ledger.heads(sourceId)) {
        const chain = chainName(now.book);
        if (now.book.leaf === null || heads.get(chain)?.seq !== now.seq) continue;
        const { reserved, lent } = held.get(chain) ?? { reserved: 0n, lent: 0n };
        if (reserved !== now.balances['cash-reserved'] || lent !== now.balances['loans']) {
          find('loans-differ', chain, null, `loans hold ${reserved} reserved and ${lent} lent`);
        }
      }
    },
  };
}
