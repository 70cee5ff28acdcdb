import { AREA_ROUTES } from '#shared/contracts/beneficiary/areas/routes.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { acting } from '#shared/runtime/acting.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openAreas } from './adapters/area-store.ts';
import { findArea, listAreas, resolveAreaCode } from './application/find-area.ts';
import { recordArea } from './application/record-area.ts';

/** Routes of administrative units, each with the verb that answers it. */
export function areaHandlers(table: Table): Handler[] {
  const areas = (request: Act) => openAreas(table, request);
  const act = acting(areas);
  const routes = AREA_ROUTES;
  return [
    on(routes.putArea, (r) => act(r, (context) => recordArea(context, r.params.areaId, r.body))),
    on(routes.listAreas, ({ query, act }) =>
      listAreas(areas(act), {
        level: query.type ?? 'commune',
        on: query.on ?? act.today,
        cursor: query.cursor,
      }),
    ),
    on(routes.getArea, ({ params, act }) => findArea(areas(act), params.areaId)),
    on(routes.resolveAreaCode, ({ params, query, act }) =>
      resolveAreaCode(areas(act), params.code, query.on ?? act.today),
    ),
  ];
}
