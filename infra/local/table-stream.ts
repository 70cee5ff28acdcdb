/**
 * Reads a table's stream on DynamoDB Local from a remembered place on.
 *
 * DynamoDB Local keeps streams in the same database file as the tables: records, sequence numbers and shard ids
 * survive a restart and a kill -9 unchanged (measured with -dbPath). Like DynamoDB it drops records after a day;
 * unlike DynamoDB it then refuses even TRIM_HORIZON until a new record arrives, which is read here as "nothing".
 */
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type DynamoDBStreamsClient,
  type Shard,
  type _Record,
} from '@aws-sdk/client-dynamodb-streams';

/** The last record dealt with. */
export interface StreamPlace {
  readonly shardId: string;
  readonly sequenceNumber: string;
}

export interface StreamPage {
  readonly records: readonly _Record[];
  /** Where reading goes on after these records. */
  readonly place: StreamPlace | null;
}

export interface TableStream {
  /** The next records; an empty page means that there was nothing to read when it was asked for. */
  next(): Promise<StreamPage>;
  /** True when the remembered place was no longer kept, so that records after it may be lost. */
  readonly gap: boolean;
}

/** @throws Error when the table has no stream */
export async function findStream(client: DynamoDBStreamsClient, tableName: string): Promise<string> {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const streamArn = Streams.at(-1)?.StreamArn;
  if (streamArn === undefined) throw new Error(`Table ${tableName} has no stream`);
  return streamArn;
}

export async function openTableStream(
  client: DynamoDBStreamsClient,
  streamArn: string,
  from: StreamPlace | null,
): Promise<TableStream> {
  let place = from;
  let shardId: string | null = null;
  let iterator: string | undefined;

  const iteratorFor = async (
    shard: string,
    type: 'TRIM_HORIZON' | 'AFTER_SEQUENCE_NUMBER',
  ): Promise<void> => {
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shard,
        ShardIteratorType: type,
        ...(type === 'AFTER_SEQUENCE_NUMBER' && place !== null
          ? { SequenceNumber: place.sequenceNumber }
          : {}),
      }),
    );
    shardId = shard;
    iterator = ShardIterator;
  };

  /** False when the remembered place is no longer there to read on from. */
  const resume = async (): Promise<boolean> => {
    if (place === null) return false;
    try {
      await iteratorFor(place.shardId, 'AFTER_SEQUENCE_NUMBER');
      await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1 }));
      return true;
    } catch (error) {
      if (!isTrimmed(error)) throw error;
      iterator = undefined;
      return false;
    }
  };

  /** The oldest shard at first; the one after a closed shard from then on. */
  const advance = async (): Promise<void> => {
    const shards = await listShards(client, streamArn);
    const index = shards.findIndex((shard) => shard.ShardId === shardId);
    const closed = shards[index]?.SequenceNumberRange?.EndingSequenceNumber !== undefined;
    const following = shards[closed ? index + 1 : Math.max(index, 0)]?.ShardId;
    if (following !== undefined) await iteratorFor(following, 'TRIM_HORIZON');
  };

  const next = async (): Promise<StreamPage> => {
    if (iterator === undefined) await advance();
    if (iterator === undefined) return { records: [], place };
    try {
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator }),
      );
      iterator = NextShardIterator;
      const last = Records.at(-1)?.dynamodb?.SequenceNumber;
      if (shardId !== null && last !== undefined) place = { shardId, sequenceNumber: last };
      return { records: Records, place };
    } catch (error) {
      if (!isTrimmed(error) && !isExpired(error)) throw error;
      // An iterator dies of age while the table rests: all that was there had been read.
      if (isTrimmed(error) || !(await resume())) iterator = undefined;
      return { records: [], place };
    }
  };

  const resumed = await resume();
  return { next, gap: place !== null && !resumed };
}

async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({
        StreamArn: streamArn,
        ...(from === undefined ? {} : { ExclusiveStartShardId: from }),
      }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    from = StreamDescription?.LastEvaluatedShardId;
  } while (from !== undefined);
  // Ids carry the time a shard was opened, so their order is the order of the records.
  return shards.sort((a, b) => (a.ShardId ?? '').localeCompare(b.ShardId ?? ''));
}

function isTrimmed(error: unknown): boolean {
  return (
    error instanceof Error && ['TrimmedDataAccessException', 'ResourceNotFoundException'].includes(error.name)
  );
}

function isExpired(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExpiredIteratorException';
}
