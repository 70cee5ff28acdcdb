import * as z from 'zod/mini';
import { ReservationRulesRevised } from '#shared/contracts/capital/reservations/events.ts';
import { ReservationRulesSchema } from '#shared/contracts/capital/reservations/views.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { getReference, putReference } from '#shared/data/reference.ts';
import type { Revised } from '#shared/data/reference.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import type { ReservationRules } from '../application/ports.ts';

/** One record for the province, with all its dated rules. */
const KIND = 'reservation-rules';

const ID = 'reservations';

/** Read strongly together with what a reservation is decided on. */
export const RULES_KEY: Key = { pk: `REF#${KIND}#${ID}`, sk: 'HEAD' };

export const RulesItemSchema = z.object({ content: ReservationRulesSchema });

export async function readRules(table: Table): Promise<ReservationRules> {
  const record = await getReference(table, KIND, ID, ReservationRulesSchema);
  return record?.content ?? { rules: [] };
}

export function keepRules(table: Table, act: Act, content: ReservationRules): Promise<Revised> {
  return putReference(table, act, {
    kind: KIND,
    id: ID,
    content,
    summary: {},
    draft: (revision) =>
      draftEvent({
        event: ReservationRulesRevised,
        subject: ID,
        aggregateVersion: revision,
        communeId: null,
        effectiveOn: act.today,
        data: { revision },
      }),
  });
}
