import * as z from 'zod/mini';
import { EnvelopeSchema, type EventType } from '#shared/contracts/event.ts';
import { simplify } from './simplify.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface CataloguedEvent {
  readonly type: string;
  readonly version: number;
  readonly source: string;
  readonly title: EventType['title'];
  /** JSON Schema (2020-12) of `data`. */
  readonly data: JsonSchema;
}

export interface EventCatalogue {
  readonly title: string;
  /** JSON Schema of the envelope every event wears. */
  readonly envelope: JsonSchema;
  readonly events: readonly CataloguedEvent[];
}

/** Every event the services publish, with the schema of its data, from the same objects that check them. */
export function buildEventCatalogue(events: readonly EventType[]): EventCatalogue {
  return {
    title: 'Danh mục sự kiện – Tín dụng chính sách xã hội Quảng Ninh',
    envelope: jsonSchema(EnvelopeSchema),
    events: events
      .map(({ type, version, source, title, data }) => ({
        type,
        version,
        source,
        title,
        data: jsonSchema(data),
      }))
      .sort((a, b) => `${a.source} ${a.type}`.localeCompare(`${b.source} ${b.type}`)),
  };
}

/** Events may gain fields within a version, so their objects stay open, as input schemas are. */
function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema: rendered }) => {
      simplify(rendered);
    },
  });
}
