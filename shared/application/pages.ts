/** A page of a list as a request asks for it. */
export interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
}

/** A page as a store is asked for it; the store's own size when no limit is given. */
export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

/** Rows, and the opaque token of the next page; null on the last. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

export function pageRequest({ cursor, limit }: PageQuery): PageRequest {
  return { cursor, ...(limit === undefined ? {} : { limit: Number(limit) }) };
}

export function mapPage<T, R>(page: Page<T>, row: (item: T) => R): Page<R> {
  return { items: page.items.map(row), next: page.next };
}
