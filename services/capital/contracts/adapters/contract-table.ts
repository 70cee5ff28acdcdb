import * as z from 'zod/mini';
import {
  AnnexSchema,
  ContractTermsSchema,
  ContractVersionSchema,
} from '#shared/contracts/capital/contracts/views.ts';
import { DecidedSchema } from '#shared/data/proposals.ts';
import type { Key } from '#shared/data/stored.ts';
import { createItem, moveItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { statusOf } from '#shared/domain/proposal.ts';
import { CONTRACT_CHANGE_TRANSITIONS } from '../domain/contract-change-transitions.ts';
import type { ContractChange } from '../domain/contract-change.ts';
import type { Contract, ContractVersion } from '../domain/contract.ts';

/**
 * Items of contracts, in one partition per source:
 *
 * | item    | pk              | sk                 | written                                          |
 * | head    | CONTRACT#source | HEAD               | with every proposal and decision, at its version |
 * | version | CONTRACT#source | VERSION#number     | once                                             |
 * | change  | CONTRACT#source | CHANGE#change      | proposed once, decided once                      |
 * | fact    | CONTRACT#source | FACT#day#version   | once                                             |
 */
const partition = (sourceId: string): string => `CONTRACT#${sourceId}`;

export const contractKey = (sourceId: string): Key => ({ pk: partition(sourceId), sk: 'HEAD' });

export const VERSIONS = 'VERSION#';

export const CHANGES = 'CHANGE#';

export const versionKey = (sourceId: string, version: number): Key => ({
  pk: partition(sourceId),
  sk: `${VERSIONS}${version.toString().padStart(6, '0')}`,
});

export const changeKey = (sourceId: string, changeId: string): Key => ({
  pk: partition(sourceId),
  sk: `${CHANGES}${changeId}`,
});

export const ContractItemSchema = z.object({
  sourceId: z.string(),
  version: z.int(),
  newest: z.int(),
  pending: z.nullable(z.string()),
});

export const VersionItemSchema = ContractVersionSchema;

export const ChangeItemSchema = z.object({
  changeId: z.string(),
  basedOn: z.int(),
  effectiveOn: z.string(),
  reason: z.string(),
  annex: AnnexSchema,
  after: ContractTermsSchema,
  proposedBy: z.string(),
  proposedAt: z.string(),
  decided: z.nullable(DecidedSchema),
});

/** The head moves on from the version that was read; that one condition keeps changes and decisions in a row. */
export function contractWrite(contract: Contract): Write {
  const item = { ...contractKey(contract.sourceId), ...contract };
  return contract.version === 1 ? createItem(item) : replaceItem(item, contract.version - 1);
}

export function versionWrite(sourceId: string, version: ContractVersion): Write {
  return createItem({ ...versionKey(sourceId, version.version), ...z.encode(VersionItemSchema, version) });
}

/** Proposed it is new; decided it takes the place of the proposal. */
export function changeWrite(sourceId: string, change: ContractChange): Write {
  const status = statusOf(change);
  const item = { ...changeKey(sourceId, change.changeId), ...z.encode(ChangeItemSchema, change), status };
  return change.decided === null
    ? createItem(item)
    : moveItem(item, null, { table: CONTRACT_CHANGE_TRANSITIONS, to: status });
}
