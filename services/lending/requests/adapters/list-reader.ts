import { listKey } from '#lending/table-map.ts';
import { getItem } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { ListReader } from '../application/ports.ts';
import { ListItemSchema } from './list-item.ts';

export function openListReader(table: Table): ListReader {
  return { findList: (listId) => getItem(table, listKey(listId), ListItemSchema) };
}
