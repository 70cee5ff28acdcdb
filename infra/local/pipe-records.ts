/** Stream records in the form a pipe hands them on, and the JSON paths a pipe reads from an event. */
import type { _Record } from '@aws-sdk/client-dynamodb-streams';
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
        NewImage: dynamodb.NewImage,
        OldImage: dynamodb.OldImage,
        SequenceNumber: dynamodb.SequenceNumber,
        SizeBytes: dynamodb.SizeBytes,
        StreamViewType: dynamodb.StreamViewType,
      },
      eventSourceARN: table.streamArn,
    }),
  ) as Json;
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
