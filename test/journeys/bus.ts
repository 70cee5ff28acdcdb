import * as z from 'zod/mini';
import { until } from './steps/wait.ts';

const InspectionSchema = z.object({
  events: z.array(
    z.object({
      event: z.object({
        'detail-type': z.string(),
        source: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    }),
  ),
});

export interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
}

/** The bus of the local cloud, heard through its inspector, as far as it concerns one run. */
export interface Bus {
  /** Waits until an event of each type, not told before, has gone over the bus. Throws when one does not come. */
  next(types: readonly string[]): Promise<readonly SeenEvent[]>;
}

export function listenTo(inspectorUrl: string, run: string): Bus {
  const heard = new Map<string, SeenEvent>();
  const told = new Set<string>();
  const listen = async (): Promise<void> => {
    const response = await fetch(`${inspectorUrl}/inspection.json`);
    const { events } = z.parse(InspectionSchema, await response.json());
    for (const { event } of events) {
      const id = String(event.detail['id']);
      if (!JSON.stringify(event.detail).includes(run)) continue;
      heard.set(id, { id, type: event['detail-type'], source: event.source });
    }
  };
  return {
    next: async (types) => {
      const fresh = await until(
        `events ${types.join(', ')} on the bus`,
        async () => {
          await listen();
          return types.flatMap(
            (type) => [...heard.values()].find((one) => one.type === type && !told.has(one.id)) ?? [],
          );
        },
        (found) => found.length === types.length,
      );
      for (const { id } of fresh) told.add(id);
      return fresh;
    },
  };
}
