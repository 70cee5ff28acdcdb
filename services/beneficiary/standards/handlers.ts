import { on } from '#shared/runtime/http-app.ts';
import { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openStandards } from './adapters/standard-store.ts';
import { listPovertyStandards } from './application/find-standards.ts';
import { recordPovertyStandard } from './application/record-standard.ts';

/** Routes of poverty standards, each with the verb that answers it. */
export function standardHandlers(table: Table): Handler[] {
  const standards = (act: Act) => openStandards(table, act);
  const routes = STANDARD_ROUTES;
  return [
    on(routes.putPovertyStandard, ({ params, body, act }) =>
      untilWritten(() => recordPovertyStandard(standards(act), params.standardId, body)),
    ),
    on(routes.listPovertyStandards, ({ query, act }) =>
      listPovertyStandards(standards(act), query.on, query.cursor),
    ),
  ];
}
