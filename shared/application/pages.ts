import type { Query } from '#capital/ledger/application/find-entries.ts';
import type { Page } from '#shared/data/read.ts';

export function pageRequest({ cursor, limit }: Query): PageRequest {
  return { cursor, ...(limit === undefined ? {} : { limit: Number(limit) }) };
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

export function mapPage<T, R>(page: Page<T>, row: (item: T) => R): Page<R> {
  return { items: page.items.map(row), next: page.next };
}
