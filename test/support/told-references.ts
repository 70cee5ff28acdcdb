import { referenceReactions } from '#capital/references/reactions.ts';
import { AreaChanged } from '#shared/contracts/beneficiary/areas/events.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { ReferenceRevised } from '#shared/contracts/lending/programmes/events.ts';
import type { Table } from '#shared/data/table.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { testAct } from './acts.ts';
import { testEnvelope } from './lambda-events.ts';

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** Events by which capital hears of programmes and areas, as the services publish them that record them. */
export const told = {
  area: (areaId: string, validity: Period | null = { from: null, to: null }, revision = 1): Envelope =>
    testEnvelope(AreaChanged, { areaId, revision, validity }, { aggregateVersion: revision }),
  programme: (
    id: string,
    periods: readonly Period[] = [{ from: '2002-10-04', to: null }],
    { revision = 1, status = 'open' } = {},
  ): Envelope =>
    testEnvelope(
      ReferenceRevised,
      { kind: 'programme', id, revision, lends: { status, periods } },
      { aggregateVersion: revision },
    ),
};

/** Lets capital know programmes and areas that are in force on every day a test plays. */
export function tellReferences(
  table: Table,
  { programmes = [], areas = [] }: { readonly programmes?: string[]; readonly areas?: string[] },
): Promise<void> {
  const reactions = new Map(referenceReactions(table).map((one) => [one.event.type, one]));
  const events = [
    ...[...new Set(programmes)].map((id) => told.programme(id)),
    ...[...new Set(areas)].map((id) => told.area(id)),
  ];
  return inParallel(events, 8, async (event) => {
    await reactions.get(event.type)?.apply(event, testAct({ key: event.id }));
  });
}
