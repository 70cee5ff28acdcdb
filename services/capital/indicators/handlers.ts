import { openContractReads } from '#capital/contracts/adapters/contract-book.ts';
import { pageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { INDICATOR_FIGURES, openFigureBook, openFigureReads } from './adapters/figure-table.ts';
import { listIndicators } from './application/indicator-targets.ts';
import { listIndicatorRows } from './application/list-indicator-rows.ts';
import { importNationalTable, recordOpportunityRate, recordTarget } from './application/record-figure.ts';
import { seriesIndicator } from './application/series-indicator.ts';
import { showTargets } from './application/show-targets.ts';
import { valueIndicator } from './application/value-indicator.ts';

/** Routes of indicators and of the dated figures they rest on, each with the verb that answers it. */
export function indicatorHandlers(table: Table): Handler[] {
  const reads = openFigureReads(table);
  const book = (act: Act) => openFigureBook(table, act, INDICATOR_FIGURES);
  const routes = INDICATOR_ROUTES;
  return [
    on(routes.listIndicators, ({ act }) => listIndicators(reads, act.today)),
    on(routes.getIndicator, ({ params, query, caller, act }) =>
      valueIndicator(reads, caller, params.indicatorId, query, act),
    ),
    on(routes.getIndicatorSeries, ({ params, query, caller, act }) =>
      seriesIndicator(reads, caller, params.indicatorId, query, act),
    ),
    on(routes.listIndicatorRows, ({ params, query, caller, act }) =>
      listIndicatorRows(reads, caller, params.indicatorId, query, act),
    ),
    on(routes.putIndicatorTarget, ({ params, body, act }) =>
      untilWritten(() => recordTarget(book(act), { ...params, ...body })),
    ),
    on(routes.listIndicatorTargets, ({ query }) => reads.targetPage(pageRequest(query))),
    on(routes.putOpportunityRate, ({ params, body, act }) =>
      untilWritten(() => recordOpportunityRate(book(act), { ...params, ...body })),
    ),
    on(routes.listOpportunityRates, ({ query }) => reads.opportunityRatePage(pageRequest(query))),
    on(routes.putNationalTable, ({ params, body, act }) =>
      untilWritten(() => importNationalTable(book(act), { ...params, ...body })),
    ),
    on(routes.getNationalTable, async ({ params }) =>
      existing(await reads.nationalTable(params.asOf), params.asOf),
    ),
    on(routes.getContractTargets, ({ params, query, caller, act }) =>
      showTargets(openContractReads(table), reads, caller, { ...params, asOf: query.asOf ?? act.today }, act),
    ),
  ];
}
