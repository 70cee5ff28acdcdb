/**
 * Reads a table's stream on DynamoDB Local from a remembered place on.
 *
 * DynamoDB Local keeps streams in the same database file as the tables: records, sequence numbers, shard and event
 * ids survive a restart and a kill -9 unchanged (measured with -dbPath). After a day it deletes records, and once
 * all are gone it numbers the next ones from 1 again: a sequence number alone would then skip new records without
 * a word. A place is therefore trusted only while the very record it names is still there.
 */
import type { AwsCaller } from '../aws/caller.ts';
import type { StreamRecord } from './pipe-records.ts';

/** The last record dealt with. */
export interface StreamPlace {
  readonly shardId: string;
  readonly sequenceNumber: string;
  readonly eventId: string;
  /** When the record was written, in milliseconds since the epoch. */
  readonly writtenAt: number;
}

export interface StreamPage {
  readonly records: readonly StreamRecord[];
  /** Where reading goes on after these records. */
  readonly place: StreamPlace | null;
}

export interface TableStream {
  /** The next records; an empty page means that there was nothing to read when it was asked for. */
  next(): Promise<StreamPage>;
  /** True when the remembered record was no longer kept, so that records after it may be lost too. */
  readonly gap: boolean;
}

/** @throws Error when the table has no stream */
export async function findStream(client: AwsCaller, tableName: string): Promise<string> {
  const { Streams = [] } = (await client.call(`${STREAMS}.ListStreams`, { TableName: tableName })) as {
    readonly Streams?: readonly { readonly StreamArn: string }[];
  };
  const streamArn = Streams.at(-1)?.StreamArn;
  if (streamArn === undefined) throw new Error(`Table ${tableName} has no stream`);
  return streamArn;
}

export async function openTableStream(
  client: AwsCaller,
  streamArn: string,
  from: StreamPlace | null,
): Promise<TableStream> {
  let place = from;
  let shardId: string | null = null;
  let iterator: string | undefined;

  const iteratorAt = async (shard: string, position: Position): Promise<string | undefined> => {
    const { ShardIterator } = (await client.call(`${STREAMS}.GetShardIterator`, {
      StreamArn: streamArn,
      ShardId: shard,
      ...position,
    })) as { readonly ShardIterator?: string };
    return ShardIterator;
  };

  const recordsAt = async (at: string | undefined, limit?: number): Promise<RecordsAnswer> =>
    (await client.call(`${STREAMS}.GetRecords`, {
      ShardIterator: at,
      ...(limit === undefined ? {} : { Limit: limit }),
    })) as RecordsAnswer;

  const isThere = async (known: StreamPlace): Promise<boolean> => {
    try {
      const at = await iteratorAt(known.shardId, {
        ShardIteratorType: 'AT_SEQUENCE_NUMBER',
        SequenceNumber: known.sequenceNumber,
      });
      const { Records = [] } = await recordsAt(at, 1);
      return Records[0]?.eventID === known.eventId;
    } catch (error) {
      if (isTrimmed(error)) return false;
      throw error;
    }
  };

  /** Goes on after the remembered record; without one from the oldest, or into the shard after a closed one. */
  const aim = async (): Promise<void> => {
    if (place !== null && shardId === null) {
      shardId = place.shardId;
      iterator = await iteratorAt(place.shardId, {
        ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
        SequenceNumber: place.sequenceNumber,
      });
      return;
    }
    const shards = await listShards(client, streamArn);
    const index = shards.findIndex((shard) => shard.ShardId === shardId);
    const closed = shards[index]?.SequenceNumberRange?.EndingSequenceNumber !== undefined;
    const following = shards[closed ? index + 1 : Math.max(index, 0)]?.ShardId;
    if (following === undefined) return;
    shardId = following;
    iterator = await iteratorAt(following, { ShardIteratorType: 'TRIM_HORIZON' });
  };

  const forget = (): void => {
    place = null;
    shardId = null;
    iterator = undefined;
  };

  const read = async (): Promise<StreamRecord[]> => {
    if (iterator === undefined) await aim();
    if (iterator === undefined) return [];
    try {
      const { Records = [], NextShardIterator } = await recordsAt(iterator);
      // From the oldest record on there is no place yet to go on after: an empty stream is aimed at anew.
      iterator = place === null && Records.length === 0 ? undefined : NextShardIterator;
      return [...Records];
    } catch (error) {
      // A stream that has dropped its records refuses even its oldest place until a new one arrives.
      if (!isTrimmed(error) && !isExpired(error)) throw error;
      iterator = undefined;
      if (place !== null) shardId = null;
      return [];
    }
  };

  const next = async (): Promise<StreamPage> => {
    const records = await read();
    const last = records.at(-1);
    if (last !== undefined && shardId !== null) {
      place = {
        shardId,
        sequenceNumber: last.dynamodb.SequenceNumber,
        eventId: last.eventID,
        writtenAt: last.dynamodb.ApproximateCreationDateTime * 1000,
      };
      return { records, place };
    }
    // All that came before the place had been read, so what the stream holds without it is new.
    if (place !== null && Date.now() - place.writtenAt > SAFE_AGE_MS && !(await isThere(place))) {
      forget();
      return next();
    }
    return { records, place };
  };

  const gap = place !== null && !(await isThere(place));
  if (gap) forget();
  return { next, gap };
}

/** What the server calls the service. */
const STREAMS = 'DynamoDBStreams_20120810';

interface RecordsAnswer {
  readonly Records?: readonly StreamRecord[];
  readonly NextShardIterator?: string;
}

interface Position {
  readonly ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' | 'AT_SEQUENCE_NUMBER' | 'TRIM_HORIZON';
  readonly SequenceNumber?: string;
}

interface Shard {
  readonly ShardId: string;
  readonly SequenceNumberRange?: { readonly EndingSequenceNumber?: string };
}

interface ShardsAnswer {
  readonly StreamDescription: { readonly Shards?: readonly Shard[]; readonly LastEvaluatedShardId?: string };
}

/** Records are kept for a day; younger than this they are certainly there. */
const SAFE_AGE_MS = 23 * 3_600_000;

async function listShards(client: AwsCaller, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription } = (await client.call(`${STREAMS}.DescribeStream`, {
      StreamArn: streamArn,
      ...(from === undefined ? {} : { ExclusiveStartShardId: from }),
    })) as ShardsAnswer;
    shards.push(...(StreamDescription.Shards ?? []));
    from = StreamDescription.LastEvaluatedShardId;
  } while (from !== undefined);
  // Ids carry the time a shard was opened, so their order is the order of the records.
  return shards.sort((a, b) => a.ShardId.localeCompare(b.ShardId));
}

function isTrimmed(error: unknown): boolean {
  return (
    error instanceof Error && ['TrimmedDataAccessException', 'ResourceNotFoundException'].includes(error.name)
  );
}

function isExpired(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExpiredIteratorException';
}
