/** Stream records in the form a pipe hands them on, and the JSON paths a pipe reads from an event. */
import type { Table } from '../assembly/types.ts';
import type { Json } from './event-pattern.ts';

/** A value with its type, e.g. `{ S: 'text' }`; without any type it is what `whole` mends. */
export type Attribute = Record<string, Json>;

export type Image = Record<string, Attribute>;

/** A stream record as it is on the wire. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion?: string;
  readonly dynamodb: {
    /** Seconds since the epoch. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Image;
    readonly NewImage?: Image;
    readonly OldImage?: Image;
    readonly SequenceNumber: string;
    readonly SizeBytes?: number;
    readonly StreamViewType: string;
  };
}

/** A record as a pipe gives it to filters and enrichment: attribute values typed, numbers as text. */
export function pipeRecordOf(record: StreamRecord, table: Table, region: string): Json {
  const { NewImage, OldImage, ApproximateCreationDateTime, ...rest } = record.dynamodb;
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ...rest,
      ApproximateCreationDateTime: Math.floor(ApproximateCreationDateTime),
      ...(NewImage === undefined ? {} : { NewImage: imageOf(NewImage) }),
      ...(OldImage === undefined ? {} : { OldImage: imageOf(OldImage) }),
    },
    eventSourceARN: table.streamArn ?? '',
  };
}

function imageOf(image: Image): Image {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, whole(value)]));
}

/** DynamoDB Local writes an empty map into its streams as a value without a type, where DynamoDB writes `{M: {}}`. */
function whole(value: Attribute): Attribute {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value['M'] !== undefined) return { M: imageOf(value['M'] as Image) };
  if (value['L'] !== undefined) return { L: (value['L'] as Attribute[]).map(whole) };
  return value;
}

/**
 * `$.a.b` reads from the event, anything else is a literal.
 *
 * @throws Error when the path uses more than dots
 */
export function valueAt(event: Json, setting: string): Json | undefined {
  if (!setting.startsWith('$')) return setting;
  if (!/^\$(\.[\w-]+)*$/.test(setting))
    throw new Error(`The path ${setting} is not known to the local cloud`);
  let value: Json | undefined = event;
  for (const key of setting.split('.').slice(1)) {
    value = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
  }
  return value;
}
