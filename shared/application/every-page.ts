import type { Page, PageRequest } from './pages.ts';

const PAGE = 200;

/** All rows of a list whose length the domain bounds, page by page. */
export async function everyPage<T>(read: (page: PageRequest) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ cursor, limit: PAGE });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}
