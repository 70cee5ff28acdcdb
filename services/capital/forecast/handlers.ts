import { openFigureBook } from '#capital/indicators/adapters/figure-table.ts';
import { referenceReads } from '#capital/references/adapters/reference-table.ts';
import { pageRequest } from '#shared/application/pages.ts';
import { FORECAST_ROUTES } from '#shared/contracts/capital/forecast/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { ASSUMPTION_FIGURES, openForecastReads } from './adapters/forecast-table.ts';
import { listShortfalls } from './application/list-shortfalls.ts';
import { recordAssumption } from './application/record-assumption.ts';
import { showForecast } from './application/show-forecast.ts';

/** Routes of the forecast of revolving capital and of its assumptions, each with the verb that answers it. */
export function forecastHandlers(table: Table): Handler[] {
  const forecasts = openForecastReads(table);
  const book = (act: Act) => ({
    ...openFigureBook(table, act, ASSUMPTION_FIGURES),
    ...referenceReads(table, act),
  });
  const routes = FORECAST_ROUTES;
  return [
    on(routes.getForecast, ({ params, query, caller, act }) =>
      showForecast(forecasts, caller, params, query, act.today),
    ),
    on(routes.listShortfalls, ({ params, query, caller, act }) =>
      listShortfalls(forecasts, caller, params, query, act.today),
    ),
    on(routes.putForecastAssumption, ({ params, body, act }) =>
      untilWritten(() => recordAssumption(book(act), { ...params, ...body })),
    ),
    on(routes.listForecastAssumptions, ({ query }) => forecasts.assumptionPage(pageRequest(query))),
  ];
}
