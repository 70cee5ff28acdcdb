/** Starts what moves by itself, pipes and queue pollers, and knows when all of it has come to rest. */
import { setTimeout as sleep } from 'node:timers/promises';
import { evaluate } from './assembly/policy.ts';
import type { Assembly, EventSourceMapping, Pipe, Queue } from './assembly/types.ts';
import type { AwsEndpoint } from './aws/aws-endpoint.ts';
import { awsCaller } from './aws/caller.ts';
import type { AwsCaller, AwsConnection } from './aws/caller.ts';
import type { Activity } from './events/activity.ts';
import { createBus } from './events/bus.ts';
import type { Bus } from './events/bus.ts';
import { openCheckpoints } from './events/checkpoints.ts';
import type { Json } from './events/event-pattern.ts';
import { startPipe } from './events/pipes.ts';
import type { RunningPipe } from './events/pipes.ts';
import { queueDepth, startQueuePoller } from './events/queues.ts';
import type { QueueDepth, QueuePoller } from './events/queues.ts';
import { rebuildRecords } from './events/stream-rebuild.ts';
import { writtenTables } from './events/written-tables.ts';
import type { Faults } from './faults.ts';
import type { Functions } from './functions/function-types.ts';

export interface Flow {
  readonly bus: Bus;
  depths(): Promise<readonly QueueDepth[]>;
  /**
   * Resolves when no fact, event, message or invocation is on its way.
   *
   * @throws Error saying what still moves after `timeoutMs`
   */
  readonly settled: (timeoutMs?: number) => Promise<void>;
  stop(): Promise<void>;
}

export interface FlowOptions {
  readonly assembly: Assembly;
  readonly endpoint: AwsEndpoint;
  readonly functions: Functions;
  readonly faults: Faults;
  readonly activity: Activity;
  /** Folder for the places of pipes; null keeps them in memory. */
  readonly pipesDir: string | null;
  readonly report: (problem: string) => void;
}

const SETTLE_PAUSE_MS = 10;

const SETTLE_TIMEOUT_MS = 120_000;

export async function startFlow(options: FlowOptions): Promise<Flow> {
  const { assembly, endpoint, activity, functions } = options;
  const operator = { region: assembly.region, endpoint: endpoint.url, credentials: endpoint.operator };
  const caller = awsCaller(operator);
  const bus = createBus(assembly, caller, functions);
  const checkpoints = openCheckpoints(options.pipesDir);

  const pipes: RunningPipe[] = [];
  for (const pipe of assembly.pipes) {
    assertPipeRole(pipe);
    const credentials = endpoint.credentialsOf(pipe.name);
    pipes.push(
      await startPipe({
        ...options,
        pipe,
        bus,
        checkpoints,
        streams: awsCaller({ ...operator, credentials }),
        finder: caller,
        rebuild: (table) => rebuildRecords(caller, table),
        giveUp: (given, batch) => sendToDeadLetters(caller, assembly, given, batch),
      }),
    );
  }
  const unwatch = endpoint.observe(({ call, status }) => {
    if (status >= 300) return;
    const written = writtenTables(call);
    for (const pipe of pipes) if (written.includes(pipe.tableName)) pipe.nudge();
  });
  const pollers = assembly.eventSourceMappings.map((mapping) => pollerFor(mapping, options, operator));
  const depths = (): Promise<QueueDepth[]> =>
    Promise.all(assembly.queues.map((queue) => queueDepth(caller, queue)));
  const polled = new Set(pollers.map(({ queue }) => queue.name));

  const moving = async (): Promise<string[]> => {
    const queues = (await depths()).filter(({ name }) => polled.has(name));
    return [
      ...(activity.inHand > 0 ? [`${activity.inHand} pieces of work in hand`] : []),
      ...(functions.running > 0 ? [`${functions.running} invocations`] : []),
      ...queues
        .map(({ name, visible, inFlight, delayed }) => ({ name, messages: visible + inFlight + delayed }))
        .filter(({ messages }) => messages > 0)
        .map(({ name, messages }) => `${messages} messages in ${name}`),
    ];
  };
  return {
    bus,
    depths,
    settled: async (timeoutMs = SETTLE_TIMEOUT_MS) => {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const before = activity.steps;
        await Promise.all(pipes.map((pipe) => pipe.caughtUp()));
        const still = await moving();
        if (still.length === 0 && activity.steps === before) return;
        if (Date.now() > deadline) throw new Error(`Not at rest after ${timeoutMs} ms: ${still.join(', ')}`);
        await sleep(SETTLE_PAUSE_MS);
      }
    },
    stop: async () => {
      unwatch();
      await Promise.all([...pipes.map((pipe) => pipe.stop()), ...pollers.map((poller) => poller.stop())]);
      await checkpoints.written();
      caller.close();
    },
  };
}

function pollerFor(
  mapping: EventSourceMapping,
  options: FlowOptions,
  connection: AwsConnection,
): QueuePoller {
  const { assembly, endpoint } = options;
  const queue = queueByArn(assembly, mapping.sourceArn, `event source mapping ${mapping.id}`);
  // Lambda polls with the function's own role.
  const credentials = endpoint.credentialsOf(mapping.functionId);
  const sqs = awsCaller({ ...connection, credentials });
  return startQueuePoller({ ...options, mapping, queue, region: assembly.region, sqs });
}

function queueByArn(assembly: Assembly, arn: string, where: string): Queue {
  const queue = assembly.queues.find((one) => one.arn === arn);
  if (queue === undefined) throw new Error(`${where}: ${arn} is no queue of this assembly`);
  return queue;
}

/** Reading the stream is checked call by call; what the cloud does for the pipe itself is checked here. */
function assertPipeRole(pipe: Pipe): void {
  const needs = [
    ...(pipe.enrichmentArn === undefined
      ? []
      : [{ action: 'lambda:InvokeFunction', resource: pipe.enrichmentArn }]),
    { action: 'events:PutEvents', resource: pipe.targetArn },
    ...(pipe.source.deadLetterArn === undefined
      ? []
      : [{ action: 'sqs:SendMessage', resource: pipe.source.deadLetterArn }]),
  ];
  for (const need of needs) {
    const verdict = evaluate(pipe.role.statements, need);
    if (!verdict.allowed) throw new Error(`Pipe ${pipe.name}: its role lacks ${verdict.missing}`);
  }
}

async function sendToDeadLetters(
  caller: AwsCaller,
  assembly: Assembly,
  pipe: Pipe,
  batch: readonly Json[],
): Promise<void> {
  if (pipe.source.deadLetterArn === undefined) return;
  const queue = queueByArn(assembly, pipe.source.deadLetterArn, `pipe ${pipe.name}`);
  await caller.call('AmazonSQS.SendMessage', {
    QueueUrl: queue.url,
    MessageBody: JSON.stringify({
      context: { pipeArn: pipe.arn, condition: 'RetryAttemptsExhausted' },
      timestamp: new Date().toISOString(),
      records: batch,
    }),
  });
}
