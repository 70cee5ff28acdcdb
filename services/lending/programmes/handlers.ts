import { mapPage, pageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import { REFERENCE_ROUTES } from '#shared/contracts/lending/programmes/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import {
  findProgramme,
  listOrganisations,
  listProgrammes,
  openReferenceStore,
} from './adapters/reference-store.ts';
import { putOrganisation, putProgramme } from './application/put-reference.ts';
import { versionOn } from './domain/programme.ts';

/** Routes of programmes and organisations, each with the verb that answers it. */
export function programmeHandlers(table: Table): Handler[] {
  const references = (act: Act) => openReferenceStore(table, act);
  const routes = REFERENCE_ROUTES;
  return [
    on(routes.putProgramme, (r) =>
      untilWritten(() => putProgramme(references(r.act), r.params.programmeId, r.body)),
    ),
    on(routes.putOrganisation, (r) =>
      untilWritten(() => putOrganisation(references(r.act), r.params.organisationId, r.body)),
    ),
    on(routes.listProgrammes, async ({ query, act }) => {
      const day = query.on ?? act.today;
      const page = await listProgrammes(table, pageRequest(query));
      return mapPage(page, ({ terms, ...row }) => ({ ...row, inForce: versionOn(terms, day) }));
    }),
    on(routes.getProgramme, async ({ params: { programmeId }, query, act }) => {
      const day = query.on ?? act.today;
      const { revision, content } = existing(await findProgramme(table, programmeId), programmeId);
      return { programmeId, revision, ...content, on: day, inForce: versionOn(content.versions, day) };
    }),
    on(routes.listOrganisations, ({ query }) => listOrganisations(table, pageRequest(query))),
  ];
}
