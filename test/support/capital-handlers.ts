import { contractHandlers } from '#capital/contracts/handlers.ts';
import { fundHandlers } from '#capital/funds/handlers.ts';
import { figuresHandlers } from '#capital/indicators/handlers.ts';
import { openingHandlers } from '#capital/opening/handlers.ts';
import { fileHandlers } from '#capital/quota/file-handlers.ts';
import { quotaHandlers } from '#capital/quota/handlers.ts';
import { quotaRequestHandlers } from '#capital/quota/request-handlers.ts';
import { reservationHandlers } from '#capital/reservations/handlers.ts';
import { sourceHandlers } from '#capital/sources/handlers.ts';
import { splitHandlers } from '#capital/split/handlers.ts';
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
