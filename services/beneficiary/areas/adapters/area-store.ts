import * as z from 'zod/mini';
import { AreaChanged } from '#shared/contracts/beneficiary/areas/events.ts';
import { AreaContentSchema, AreaRowSchema } from '#shared/contracts/beneficiary/areas/views.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { queryAll, queryPage } from '#shared/data/read.ts';
import { getReference, putReference } from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import type { AreaRow, AreaStore } from '../application/ports.ts';
import { levelOf } from '../domain/area.ts';
import type { AreaLevel } from '../domain/area.ts';

const KIND = 'area';

const LIST = 'REF#area';

/** Sorts after every day of the calendar: units that have no end come last in a level. */
const NO_END = '9999-12-31';

/** Sorts after every id. */
const LAST = '~';

/** Above all units that ever shared a level; a province has some 230. */
const BOUND = 2000;

const PAGE = 60;

const RowSchema = z.object({ summary: AreaRowSchema });

/** Areas on the table. Sorted by their last day, so that a list of today reads only what is in force. */
export function openAreas(table: Table, act: Act): AreaStore {
  const record = (areaId: string) => getReference(table, KIND, areaId, AreaContentSchema);
  return {
    record,
    area: async (areaId) => (await record(areaId))?.content ?? null,
    put: (content) =>
      putReference(table, act, {
        kind: KIND,
        id: content.areaId,
        content,
        summary: z.encode(AreaRowSchema, content),
        sort: `${levelOf(content.kind)}#${content.validTo ?? NO_END}#${content.areaId}`,
        draft: (revision) =>
          draftEvent({
            event: AreaChanged,
            subject: content.areaId,
            aggregateVersion: revision,
            communeId: levelOf(content.kind) === 'commune' ? content.areaId : null,
            effectiveOn: content.validFrom ?? act.today,
            data: {
              areaId: content.areaId,
              revision,
              validity: { from: content.validFrom, to: content.validTo },
            },
          }),
      }),
    endingFrom: async (level, day, cursor) => {
      const between = [`${level}#${day}`, `${level}#${LAST}`] as const;
      const page = await queryPage(table, RowSchema, {
        index: 'gsi1',
        partition: LIST,
        between,
        cursor,
        limit: PAGE,
      });
      return { items: page.items.map(({ summary }) => summary), next: page.next };
    },
    withCode: async (level, code, day) => {
      const open = await rows(table, { prefix: `${level}#${NO_END}#${code}` });
      return [
        ...open.filter((row) => row.code === code),
        ...(await endedWithCode(table, level, code, day, open)),
      ];
    },
  };
}

/** Only needed for days before the present bearer of the code began. */
async function endedWithCode(
  table: Table,
  level: AreaLevel,
  code: string,
  day: string,
  open: readonly AreaRow[],
): Promise<AreaRow[]> {
  if (open.some(({ validFrom }) => validFrom === null || validFrom <= day)) return [];
  const ended = await rows(table, { between: [`${level}#${day}`, `${level}#${NO_END}`] });
  return ended.filter((row) => row.code === code);
}

type Range = { readonly prefix: string } | { readonly between: readonly [string, string] };

async function rows(table: Table, range: Range): Promise<AreaRow[]> {
  const found = await queryAll(table, RowSchema, { index: 'gsi1', partition: LIST, bound: BOUND, ...range });
  return found.map(({ summary }) => summary);
}
