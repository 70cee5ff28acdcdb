import type { Page, PageRequest } from './pages.ts';

/** Rows read at a time where each is looked up once more: the store takes a hundred keys at once. */
const PAGE = 100;

/** Rows read at a time where they come whole. */
const WHOLE_PAGE = 200;

/** The rows of a list to its end, read page by page as they are wanted. */
export async function* eachRow<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
  pageSize: number = PAGE,
): AsyncIterable<T> {
  let cursor: string | undefined;
  do {
    const page = await read({ cursor, limit: pageSize });
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** All rows of a list whose length the domain bounds. */
export async function everyRow<T>(read: (page: PageRequest) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of eachRow(read, WHOLE_PAGE)) all.push(row);
  return all;
}
