import * as z from 'zod/mini';
import { HEAD, sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { referenceReads } from '#capital/references/adapters/reference-table.ts';
import type { Page } from '#shared/application/pages.ts';
import { QUOTA_LINES } from '#shared/contracts/capital/quota/views.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import { DecidedSchema } from '#shared/data/proposals.ts';
import { getItem, queryAll, queryPage, readForAct } from '#shared/data/read.ts';
import type { QueryOptions } from '#shared/data/read.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, moveItem, putItem } from '#shared/data/write.ts';
import type { QuotaRequestBook, QuotaRequestReads } from '../application/request-ports.ts';
import { QUOTA_REQUEST_TRANSITIONS } from '../domain/quota-request-transitions.ts';
import { requestStatus } from '../domain/quota-request.ts';
import type { QuotaGrant, QuotaRequest } from '../domain/quota-request.ts';
import { DecisionItemSchema, decisionKey, ROWS, ROWS_OF_ITEM, RowsItemSchema } from './decision-table.ts';

/**
 * Items of requests of communes, in one partition per request:
 *
 * | item    | pk                    | sk               | gsi1 (summary)                    | gsi2 (label)                             |
 * | request | QUOTA-REQUEST#request | HEAD             | QUOTA-REQUESTS#status · instant#… | QUOTA-REQUESTS#commune · status#instant#… |
 * | fact    | QUOTA-REQUEST#request | FACT#day#version |                                   |                                          |
 *
 * and beside each decision that is named for one (decision-table.ts), sk MEETS#request, by which its requests are
 * found when it is decided. A list is one query of one page.
 */
const requestKey = (requestId: string): Key => ({ pk: `QUOTA-REQUEST#${requestId}`, sk: HEAD });

const requestsOf = (of: string): string => `QUOTA-REQUESTS#${of}`;

const MEETS = 'MEETS#';

/** A move is two rows. */
const MOST_ROWS_ITEMS = (2 * QUOTA_LINES) / ROWS_OF_ITEM;

/** Requests one decision is named for: a few for each commune of the province. */
const MEETS_BOUND = 2000;

const MeetsItemSchema = z.object({ requestId: z.string() });

const RequestSchema = z.object({
  requestId: z.string(),
  version: z.int(),
  programmeId: z.string(),
  communeId: z.string(),
  sourceId: z.nullable(z.string()),
  amount: StoredVndSchema,
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decided: z.nullable(DecidedSchema),
  grant: z.nullable(
    z.object({
      sourceId: z.string(),
      decisionId: z.string(),
      granted: StoredVndSchema,
      note: z.nullable(z.string()),
    }),
  ),
  // Requests from before a decision was awaited have none.
  promised: z._default(z.nullable(z.object({ by: z.string(), at: z.string() })), null),
});

const RequestItemSchema = z.object({ summary: RequestSchema });

const RequestLabelSchema = z.object({ label: RequestSchema });

export function openQuotaRequestBook(table: Table, act: Act): QuotaRequestBook {
  return {
    today: act.today,
    now: act.now,
    ...referenceReads(table, act),
    request: async (requestId) => {
      const key = requestKey(requestId);
      return (await readForAct(table, act, [key])).take(key, RequestItemSchema)?.summary ?? null;
    },
    hasSource: async (sourceId) =>
      (await getItem(table, sourceKey(sourceId), z.unknown(), 'strong')) !== null,
    decision: ({ sourceId, decisionId }) =>
      getItem(table, decisionKey(sourceId, decisionId), DecisionItemSchema, 'strong'),
    rowsOf: async ({ sourceId, decisionId }) => {
      const { pk } = decisionKey(sourceId, decisionId);
      const items = await queryAll(table, RowsItemSchema, {
        partition: pk,
        prefix: ROWS,
        bound: MOST_ROWS_ITEMS,
        consistency: 'strong',
      });
      return items.flatMap(({ rows }) => rows);
    },
    namedBy: async ({ sourceId, decisionId }) => {
      const { pk } = decisionKey(sourceId, decisionId);
      const found = await queryAll(table, MeetsItemSchema, {
        partition: pk,
        prefix: MEETS,
        bound: MEETS_BOUND,
        consistency: 'strong',
      });
      return found.map(({ requestId }) => requestId);
    },
    keep: (request, draft, answer) => {
      const item = requestItem(request);
      const sk = factSortKey(draft.effectiveOn, draft.aggregateVersion);
      const writes = [
        request.version === 1
          ? createItem(item)
          : moveItem(item, request.version - 1, { table: QUOTA_REQUEST_TRANSITIONS, to: item.status }),
        ...(request.grant === null ? [] : [putItem(meetsItem(request.requestId, request.grant))]),
      ];
      return commit(table, act, { writes, facts: [{ key: { pk: item.pk, sk }, draft }], answer });
    },
  };
}

function meetsItem(requestId: string, { sourceId, decisionId }: QuotaGrant): Item {
  return { pk: decisionKey(sourceId, decisionId).pk, sk: `${MEETS}${requestId}`, requestId };
}

export function openQuotaRequestReads(table: Table): QuotaRequestReads {
  return {
    request: async (requestId) =>
      (await getItem(table, requestKey(requestId), RequestItemSchema))?.summary ?? null,
    withStatus: async (status, page) => {
      const options: QueryOptions = { index: 'gsi1', partition: requestsOf(status), ...page };
      const found = await queryPage(table, RequestItemSchema, options);
      return pageFrom(found, ({ summary }) => summary);
    },
    ofCommune: async (communeId, status, page) => {
      const found = await queryPage(table, RequestLabelSchema, {
        index: 'gsi2',
        partition: requestsOf(communeId),
        ...(status === null ? {} : { prefix: `${status}#` }),
        ...page,
      });
      return pageFrom(found, ({ label }) => label);
    },
  };
}

function pageFrom<T, R>({ items, next }: Page<T>, rowOf: (item: T) => R): Page<R> {
  return { items: items.map(rowOf), next };
}

function requestItem(request: QuotaRequest) {
  const status = requestStatus(request);
  const time = `${request.proposedAt}#${request.requestId}`;
  return {
    ...requestKey(request.requestId),
    version: request.version,
    status,
    gsi1pk: requestsOf(status),
    gsi1sk: time,
    summary: request,
    gsi2pk: requestsOf(request.communeId),
    gsi2sk: `${status}#${time}`,
    label: request,
  };
}
