import { contractHandlers } from '#capital/entrypoints/contract-handlers.ts';
import { fileHandlers } from '#capital/entrypoints/file-handlers.ts';
import { fundHandlers } from '#capital/entrypoints/fund-handlers.ts';
import { figuresHandlers } from '#capital/entrypoints/figures-handlers.ts';
import { openingHandlers } from '#capital/entrypoints/opening-handlers.ts';
import { quotaRequestHandlers } from '#capital/entrypoints/quota-request-handlers.ts';
import { reservationHandlers } from '#capital/entrypoints/reservation-handlers.ts';
import { quotaHandlers } from '#capital/entrypoints/quota-handlers.ts';
import { sourceHandlers } from '#capital/entrypoints/source-handlers.ts';
import { splitHandlers } from '#capital/entrypoints/split-handlers.ts';
import type { Table } from '#shared/data/table.ts';
import type { Handler } from '#shared/runtime/http-app.ts';

/** Every handler of the capital service, whose routes are answered by several functions. */
export function capitalHandlers(table: Table): Handler[] {
  return [
    ...sourceHandlers(table),
    ...contractHandlers(table),
    ...splitHandlers(table),
    ...reservationHandlers(table),
    ...fundHandlers(table),
    ...figuresHandlers(table),
    ...quotaRequestHandlers(table),
    ...openingHandlers(table),
    ...quotaHandlers(table),
    ...fileHandlers(table),
  ];
}
