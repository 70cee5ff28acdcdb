/**
 * The shape every service table has. Two sparse indexes: `gsi1` carries the changing summary of a work list,
 * `gsi2` only a fixed label, so that an act that changes balances touches one index at most.
 */
export const TABLE_KEY = { partition: 'pk', sort: 'sk' } as const;

export const TABLE_INDEXES = [
  { name: 'gsi1', partition: 'gsi1pk', sort: 'gsi1sk', projected: ['summary'] },
  { name: 'gsi2', partition: 'gsi2pk', sort: 'gsi2sk', projected: ['label'] },
] as const;

export type IndexName = (typeof TABLE_INDEXES)[number]['name'];

/** Epoch seconds after which DynamoDB may remove the item: idempotency and seen-event records only. */
export const TIME_TO_LIVE_ATTRIBUTE = 'expiresAt';

/** The attribute that makes an item an outbox record: the pipe's filter looks for it in new images. */
export const OUTBOX_ATTRIBUTE = 'event';
