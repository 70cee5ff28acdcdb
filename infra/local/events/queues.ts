/**
 * Event source mappings: polls a queue as Lambda's poller does and answers for each message of a batch.
 *
 * What succeeds is deleted; what fails becomes visible again after a short delay that grows with each attempt.
 * (In AWS it is the queue's visibility time-out, minutes; waiting that long on one machine would only hide the
 * retry.) Moving a message to its dead-letter queue is the queue's own affair: it counts the receives.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventSourceMapping, Queue } from '../assembly/types.ts';
import type { AwsCaller } from '../aws/caller.ts';
import type { Faults } from '../faults.ts';
import type { Functions } from '../functions/function-types.ts';
import type { Activity } from './activity.ts';
import { compilePattern } from './event-pattern.ts';
import type { Json, Matcher } from './event-pattern.ts';

/** A message as the queue hands it out. */
interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<
    Record<string, { readonly DataType: string; readonly StringValue?: string }>
  >;
}

export interface QueuePoller {
  readonly queue: Queue;
  stop(): Promise<void>;
}

export interface QueuePollerOptions {
  readonly mapping: EventSourceMapping;
  readonly queue: Queue;
  readonly region: string;
  readonly sqs: AwsCaller;
  readonly functions: Functions;
  readonly faults: Faults;
  readonly activity: Activity;
  /** Told of what cannot be handled, e.g. a server that does not answer. */
  readonly report: (problem: string) => void;
}

const LONG_POLL_SECONDS = 5;

const DEFAULT_CONCURRENCY = 4;

const RETRY_MS = 250;

/** How often the poller tells the queue what became of a message before it lets the hold run out. */
const TOLD_AT_MOST = 20;

const FIRST_RETRY_SECONDS = 1;

const LONGEST_RETRY_SECONDS = 8;

/** The local server takes fractions of a second, which AWS does not. */
const AT_ONCE_SECONDS = 0.01;

/** A receive holds messages while they wait for a free invocation, so the hold is longer than one time-out. */
const HOLD_SECONDS = 120;

export function startQueuePoller(options: QueuePollerOptions): QueuePoller {
  const { mapping, queue, sqs, activity } = options;
  const filters = mapping.filters.map((pattern) => compilePattern(pattern as Json));
  const limit = mapping.maximumConcurrency ?? DEFAULT_CONCURRENCY;
  const stopping = new AbortController();
  const deliveries = new Set<Promise<void>>();

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (deliveries.size >= limit) await Promise.race(deliveries);
      const messages = await receive(options, stopping.signal);
      if (messages.length === 0) continue;
      const delivery = activity
        .during(() => deliver(options, filters, messages))
        .catch((error: unknown) => {
          options.report(`${queue.name}: ${String(error)}`);
        })
        .finally(() => deliveries.delete(delivery));
      deliveries.add(delivery);
    }
    await Promise.all(deliveries);
  };
  const done = mapping.enabled ? poll() : Promise.resolve();
  return {
    queue,
    stop: async () => {
      stopping.abort();
      await done;
      sqs.close();
    },
  };
}

async function receive(options: QueuePollerOptions, signal: AbortSignal): Promise<Message[]> {
  try {
    const asked = {
      QueueUrl: options.queue.url,
      MaxNumberOfMessages: Math.min(options.mapping.batchSize, 10),
      WaitTimeSeconds: LONG_POLL_SECONDS,
      VisibilityTimeout: HOLD_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    };
    const { Messages = [] } = (await options.sqs.call('AmazonSQS.ReceiveMessage', asked, signal)) as {
      readonly Messages?: Message[];
    };
    return Messages;
  } catch (error) {
    if (!signal.aborted) {
      options.report(`${options.queue.name}: ${String(error)}`);
      await sleep(RETRY_MS);
    }
    return [];
  }
}

async function deliver(options: QueuePollerOptions, filters: Matcher[], received: Message[]): Promise<void> {
  const { faults, queue } = options;
  const place = { where: queue.name, action: 'sqs:Deliver' };
  if (faults.strikes('delay', place)) await sleep(faults.delayMs(place));
  const ordered = faults.reordered(received, place);
  const wanted = ordered.filter((message) => passes(filters, message));
  const failed = wanted.length === 0 ? new Set<string>() : await invoke(options, wanted);
  if (wanted.length > 0 && faults.strikes('duplicate', place)) await invoke(options, wanted);

  const succeeded = received.filter((message) => !failed.has(message.MessageId));
  if (succeeded.length > 0) {
    await tell(options, 'AmazonSQS.DeleteMessageBatch', {
      QueueUrl: queue.url,
      Entries: succeeded.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
    });
  }
  await Promise.all(
    received
      .filter((message) => failed.has(message.MessageId))
      .map((message) => releaseLater(options, message)),
  );
}

/** Message ids that failed: all of them when the function itself did. */
async function invoke(options: QueuePollerOptions, messages: Message[]): Promise<Set<string>> {
  const { mapping, queue, region } = options;
  const all = (): Set<string> => new Set(messages.map((message) => message.MessageId));
  const event = { Records: messages.map((message) => recordOf(message, queue, region)) };
  const result = await options.functions.invoke(mapping.functionId, event);
  if (!result.ok) return all();
  if (!mapping.reportBatchItemFailures) return new Set();
  const reported = failuresOf(result.payload);
  const known = all();
  // As in AWS: an answer that names a message that was not in the batch fails the whole batch.
  if (reported === null || reported.some((id) => !known.has(id))) return known;
  return new Set(reported);
}

function failuresOf(payload: unknown): string[] | null {
  if (payload === null || payload === undefined) return [];
  const failures = (payload as { batchItemFailures?: unknown }).batchItemFailures;
  if (failures === null || failures === undefined) return [];
  if (!Array.isArray(failures)) return null;
  const ids = failures.map(
    (failure: unknown) => (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier,
  );
  return ids.every((id) => typeof id === 'string' && id !== '') ? (ids as string[]) : null;
}

/**
 * The queue itself holds the message back. Never with 0 seconds: there fauxqs 2.4.1, keeping its messages on
 * disk, fails between taking the message out of flight and making it visible, and the message is gone.
 */
async function releaseLater(options: QueuePollerOptions, message: Message): Promise<void> {
  const attempt = Number(message.Attributes?.['ApproximateReceiveCount'] ?? '1');
  // The last attempt is followed by the dead-letter queue, which there is no reason to wait for.
  const last = attempt >= (options.queue.redrive?.maxReceiveCount ?? Number.POSITIVE_INFINITY);
  await tell(options, 'AmazonSQS.ChangeMessageVisibility', {
    QueueUrl: options.queue.url,
    ReceiptHandle: message.ReceiptHandle,
    VisibilityTimeout: last
      ? AT_ONCE_SECONDS
      : Math.min(FIRST_RETRY_SECONDS * 2 ** (attempt - 1), LONGEST_RETRY_SECONDS),
  });
}

/**
 * Tells the queue until it hears, as Lambda's poller does. It polls with the function's role, so that faults of the
 * function strike it too, and a message nobody answers for is held for two minutes.
 */
async function tell({ queue, sqs, report }: QueuePollerOptions, target: string, body: object): Promise<void> {
  for (let times = 1; ; times += 1) {
    try {
      await sqs.call(target, body);
      return;
    } catch (error) {
      if (times === TOLD_AT_MOST) throw error;
      report(`${queue.name}: ${String(error)}`);
      await sleep(RETRY_MS);
    }
  }
}

function passes(filters: Matcher[], message: Message): boolean {
  if (filters.length === 0) return true;
  const event: Json = { messageId: message.MessageId, body: bodyOf(message.Body) };
  return filters.some((matches) => matches(event));
}

function bodyOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function recordOf(message: Message, queue: Queue, region: string): Record<string, unknown> {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue }]) => [
        name,
        { dataType: DataType, stringValue: StringValue },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: region,
  };
}

export interface QueueDepth {
  readonly name: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export async function queueDepth(sqs: AwsCaller, queue: Queue): Promise<QueueDepth> {
  const asked = { QueueUrl: queue.url, AttributeNames: ['All'] };
  const { Attributes = {} } = (await sqs.call('AmazonSQS.GetQueueAttributes', asked)) as {
    readonly Attributes?: Readonly<Record<string, string>>;
  };
  const count = (name: string): number => Number(Attributes[name] ?? '0');
  return {
    name: queue.name,
    visible: count('ApproximateNumberOfMessages'),
    inFlight: count('ApproximateNumberOfMessagesNotVisible'),
    delayed: count('ApproximateNumberOfMessagesDelayed'),
  };
}
