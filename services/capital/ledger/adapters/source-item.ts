import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import type { CapitalSource } from '../domain/source.ts';
import { sourceKey } from './capital-table.ts';
import { balancesOf, ChainHeadSchema, movedOnly } from './stored-balances.ts';

export const SOURCES_PARTITION = 'SOURCES';

const HandedOverSchema = z.nullable(
  z.object({ to: z.string(), on: z.string(), version: z.int(), until: z.nullable(z.string()) }),
);

export const SourceItemSchema = z.object({
  sourceId: z.string(),
  version: z.int(),
  investorId: z.string(),
  kind: CapitalKindSchema,
  contractNumber: z.string(),
  openedOn: z.string(),
  lastEntryOn: z.string(),
  balances: balancesOf(SOURCE_ACCOUNTS),
  committed: z._default(StoredVndSchema, ZERO_VND),
  handedOver: z._default(HandedOverSchema, null),
  takingIn: z.optional(z.string()),
  chain: ChainHeadSchema,
});

/** While its opening balances are being recorded nothing else is posted to a source. Throws `busy-try-again` (503). */
export function sourceItem(source: CapitalSource): Item & { readonly version: number } {
  if (source.takingIn) throw new DomainError(COMMON_ERRORS, 'busy-try-again', { takingIn: source.takingIn });
  return sourceTakingIn(source);
}

/** The summary holds nothing that receipts or allocations change, so they leave the index alone. */
export function sourceTakingIn(source: CapitalSource): Item & { readonly version: number } {
  const { handedOver, committed, takingIn, ...rest } = source;
  const { sourceId, investorId, kind, contractNumber, openedOn } = rest;
  return {
    ...sourceKey(sourceId),
    gsi1pk: SOURCES_PARTITION,
    gsi1sk: sourceId,
    summary: { sourceId, investorId, kind, contractNumber, openedOn },
    ...rest,
    ...(handedOver === null ? {} : { handedOver }),
    ...(takingIn ? { takingIn } : {}),
    ...(committed === 0n ? {} : { committed }),
    balances: movedOnly(source.balances),
  };
}
