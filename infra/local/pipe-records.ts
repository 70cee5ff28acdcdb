/** Stream records in the form a pipe hands them on, and the JSON paths a pipe reads from an event. */
import type { AttributeValue, _Record } from '@aws-sdk/client-dynamodb-streams';
import type { Table } from './assembly/types.ts';
import type { Json } from './event-pattern.ts';

/** A record as a pipe gives it to filters and enrichment: attribute values typed, numbers as text. */
export function pipeRecordOf(record: _Record, table: Table, region: string): Json {
  const { dynamodb = {} } = record;
  return JSON.parse(
    JSON.stringify({
      eventID: record.eventID,
      eventName: record.eventName,
      eventVersion: record.eventVersion ?? '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(
          (dynamodb.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
        ),
        Keys: dynamodb.Keys,
        NewImage: imageOf(dynamodb.NewImage),
        OldImage: imageOf(dynamodb.OldImage),
        SequenceNumber: dynamodb.SequenceNumber,
        SizeBytes: dynamodb.SizeBytes,
        StreamViewType: dynamodb.StreamViewType,
      },
      eventSourceARN: table.streamArn,
    }),
  ) as Json;
}

type Attribute = AttributeValue | Record<string, never>;

function imageOf(image: Record<string, Attribute> | undefined): Record<string, Attribute> | undefined {
  if (image === undefined) return undefined;
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, whole(value)]));
}

/** DynamoDB Local writes an empty map into its streams as a value without a type, where DynamoDB writes `{M: {}}`. */
function whole(value: Attribute): Attribute {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.M !== undefined) return { M: imageOf(value.M) as Record<string, AttributeValue> };
  if (value.L !== undefined) return { L: value.L.map(whole) as AttributeValue[] };
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
