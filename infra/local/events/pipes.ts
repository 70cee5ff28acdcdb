/**
 * EventBridge Pipes from a table's stream to a bus: filter, enrich, put.
 *
 * The place in the stream moves on only after the bus has taken a batch, and it is written to disk after that. A kill
 * at any moment therefore repeats at most the last batches and loses nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Assembly, Pipe, Table } from '../assembly/types.ts';
import type { AwsCaller } from '../aws/caller.ts';
import type { Faults } from '../faults.ts';
import type { Functions } from '../functions/function-types.ts';
import type { Activity } from './activity.ts';
import type { Bus, BusEntry } from './bus.ts';
import type { Checkpoints } from './checkpoints.ts';
import { compilePattern } from './event-pattern.ts';
import type { Json, Matcher } from './event-pattern.ts';
import { pipeRecordOf, valueAt } from './pipe-records.ts';
import type { StreamRecord } from './pipe-records.ts';
import { createRhythm } from './pipe-rhythm.ts';
import { findStream, openTableStream } from './table-stream.ts';
import type { StreamPage, StreamPlace, TableStream } from './table-stream.ts';

export interface RunningPipe {
  readonly name: string;
  readonly tableName: string;
  /** Says that the table was written: a resting pipe reads at once. */
  nudge(): void;
  /** Resolves when a read that began after this call found nothing left. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface PipeOptions {
  readonly pipe: Pipe;
  readonly assembly: Assembly;
  /** Reads with the pipe's own role. */
  readonly streams: AwsCaller;
  /** Finds the stream's address on the local server, which no role has to allow. */
  readonly finder: AwsCaller;
  readonly functions: Functions;
  readonly bus: Bus;
  readonly faults: Faults;
  readonly activity: Activity;
  readonly checkpoints: Checkpoints;
  /** Everything the table holds that should have passed the pipe; asked for when the stream has a gap. */
  readonly rebuild: (table: Table) => AsyncIterable<readonly StreamRecord[]>;
  /** Takes a batch whose retries are used up. */
  readonly giveUp: (pipe: Pipe, batch: readonly Json[]) => Promise<void>;
  readonly report: (problem: string) => void;
}

const FIRST_RETRY_MS = 100;

const LONGEST_RETRY_MS = 2_000;

const CONCURRENT_ENRICHMENTS = 4;

/** @throws Error when the pipe has a part that the local cloud does not know */
export async function startPipe(options: PipeOptions): Promise<RunningPipe> {
  const { pipe, assembly, checkpoints, streams, finder } = options;
  const table = assembly.tables.find(({ streamArn }) => streamArn === pipe.sourceArn);
  if (table === undefined)
    throw new Error(`Pipe ${pipe.name}: ${pipe.sourceArn} is no table stream of this assembly`);
  if (pipe.enrichmentTemplate !== undefined || pipe.targetTemplate !== undefined) {
    throw new Error(`Pipe ${pipe.name} uses an input template, which the local cloud does not know`);
  }
  const filters = pipe.filters.map((pattern) => compilePattern(pattern as Json));
  const last = checkpoints.read(pipe.name);
  const stream = await openTableStream(streams, await findStream(finder, table.name), last);
  const stopping = new AbortController();
  const context: Context = { ...options, table, filters, signal: stopping.signal };
  if (stream.gap && last?.drained !== true) {
    options.report(
      `${pipe.name}: the stream no longer holds the last place; all facts of ${table.name} pass again`,
    );
    for await (const records of options.rebuild(table)) await pass(context, records);
  }
  const reader = readOn(context, stream);
  return {
    name: pipe.name,
    tableName: table.name,
    nudge: reader.nudge,
    caughtUp: reader.caughtUp,
    stop: async () => {
      stopping.abort();
      await reader.done;
      streams.close();
    },
  };
}

interface Context extends PipeOptions {
  readonly table: Table;
  readonly filters: readonly Matcher[];
  readonly signal: AbortSignal;
}

function readOn(
  context: Context,
  stream: TableStream,
): { caughtUp: () => Promise<void>; nudge: () => void; done: Promise<void> } {
  const { pipe, activity, checkpoints, signal } = context;
  let reads = 0;
  let waiting: { readonly since: number; readonly resolve: () => void }[] = [];
  let place: StreamPlace | null = null;
  let drained = false;
  const rhythm = createRhythm();
  /** Read and not yet through: tried again before anything later is read. */
  let pending: StreamPage | null = null;

  signal.addEventListener('abort', () => {
    rhythm.atOnce();
  });
  const foundNothing = (read: number): void => {
    drained = true;
    for (const { resolve } of waiting.filter(({ since }) => since < read)) resolve();
    waiting = waiting.filter(({ since }) => since >= read);
  };
  const step = async (): Promise<void> => {
    reads += 1;
    const read = reads;
    const page = pending ?? (await stream.next());
    if (page.records.length === 0) {
      foundNothing(read);
      if (waiting.length > 0) rhythm.atOnce();
      return;
    }
    rhythm.found();
    drained = false;
    pending = page;
    await activity.during(() => pass(context, page.records));
    pending = null;
    place = page.place;
    if (place !== null) checkpoints.write(pipe.name, { ...place, drained: false });
    if (waiting.length > 0) rhythm.atOnce();
  };
  const loop = async (): Promise<void> => {
    const stopped = (): boolean => signal.aborted;
    while (!stopped()) {
      try {
        await step();
        await rhythm.next();
      } catch (error) {
        if (stopped()) break;
        context.report(`${pipe.name}: ${String(error)}`);
        await Promise.race([sleep(LONGEST_RETRY_MS), aborted(signal)]);
      }
    }
    const last = place ?? checkpoints.read(pipe.name);
    if (last !== null && drained) checkpoints.write(pipe.name, { ...last, drained: true });
    for (const { resolve } of waiting) resolve();
  };
  return {
    caughtUp: () =>
      new Promise((resolve) => {
        if (signal.aborted) resolve();
        else waiting.push({ since: reads, resolve });
        rhythm.atOnce();
      }),
    nudge: rhythm.nudge,
    done: loop(),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}

async function pass(context: Context, records: readonly StreamRecord[]): Promise<void> {
  const { pipe, faults, assembly, table, filters } = context;
  const wanted = records
    .map((record) => pipeRecordOf(record, table, assembly.region))
    .filter((record) => filters.length === 0 || filters.some((matches) => matches(record)));
  if (wanted.length === 0) return;
  const place = { where: pipe.name, action: 'pipe:Deliver' };
  if (faults.strikes('delay', place)) await sleep(faults.delayMs(place));
  const ordered = faults.reordered(wanted, place);
  await deliverAll(context, ordered);
  if (faults.strikes('duplicate', place)) await deliverAll(context, ordered);
}

/** Enriches batches side by side and puts them on the bus in the order of the stream. */
async function deliverAll(context: Context, records: readonly Json[]): Promise<void> {
  const size = context.pipe.source.batchSize;
  const batches = Array.from({ length: Math.ceil(records.length / size) }, (_, index) =>
    records.slice(index * size, (index + 1) * size),
  );
  for (let index = 0; index < batches.length; index += CONCURRENT_ENRICHMENTS) {
    const group = batches.slice(index, index + CONCURRENT_ENRICHMENTS);
    const enriched = await Promise.all(
      group.map((batch) => persist(context, batch, () => enrich(context, batch))),
    );
    for (const [position, events] of enriched.entries()) {
      if (events === null) continue;
      await persist(context, group[position] ?? [], () => context.bus.put(entriesOf(context.pipe, events)));
    }
  }
}

/**
 * Tries for as long as the pipe's own retry setting says; for ever is what a pipe does by default. What is given
 * up goes to the pipe's dead-letter queue and answers null.
 */
async function persist<T>(
  context: Context,
  batch: readonly Json[],
  attempt: () => Promise<T>,
): Promise<T | null> {
  const { pipe, signal } = context;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      // A stop must not let the place move on over a batch that has not arrived.
      if (signal.aborted) throw error;
      context.report(`${pipe.name}: ${String(error)}`);
      if (pipe.source.maximumRetryAttempts >= 0 && tries >= pipe.source.maximumRetryAttempts) {
        await context.giveUp(pipe, batch);
        return null;
      }
      await sleep(Math.min(FIRST_RETRY_MS * 2 ** tries, LONGEST_RETRY_MS));
    }
  }
}

async function enrich(options: PipeOptions, batch: readonly Json[]): Promise<readonly Json[]> {
  const { pipe, assembly, functions } = options;
  if (pipe.enrichmentArn === undefined) return batch;
  const lambda = assembly.functions.find(({ arn }) => arn === pipe.enrichmentArn);
  if (lambda === undefined)
    throw new Error(`enrichment ${pipe.enrichmentArn} is no function of this assembly`);
  const result = await functions.invoke(lambda.id, batch);
  if (!result.ok) throw new Error(`${lambda.id}: ${result.error.type}: ${result.error.message}`);
  if (result.payload === null || result.payload === undefined) return [];
  return (Array.isArray(result.payload) ? result.payload : [result.payload]) as Json[];
}

function entriesOf(pipe: Pipe, events: readonly Json[]): BusEntry[] {
  const { eventBus } = pipe;
  return events.map((event) => {
    const text = (setting: string | undefined, standard: string): string => {
      const value = setting === undefined ? standard : valueAt(event, setting);
      if (typeof value !== 'string')
        throw new Error(`${setting ?? ''} of ${JSON.stringify(event)} is not a text`);
      return value;
    };
    return {
      busArn: pipe.targetArn,
      detailType: text(eventBus?.detailType, 'Event from aws:dynamodb'),
      source: text(eventBus?.source, `Pipe ${pipe.name}`),
      time: text(eventBus?.time, new Date().toISOString()),
      resources: (eventBus?.resources ?? []).map((resource) => text(resource, '')),
      detail: event,
    };
  });
}
