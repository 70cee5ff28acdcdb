/** Inside a worker: plays the Lambda runtime for one function. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FunctionError } from './function-types.ts';
import type { WorkerReport, WorkerStart, WorkerTask } from './function-worker.ts';

type Handler = (event: unknown, context: object) => unknown;

const start = workerData as WorkerStart;

const port = parentPort;

if (port === null) throw new Error('This file runs as a worker only');

const tell = (report: WorkerReport): void => {
  port.postMessage(report);
};

shiftClock(start.clock);

captureOutput();

// Tasks that arrive while the bundle is loading wait in the port.
let handler: Handler | undefined;

let initError: FunctionError | undefined;

try {
  const bundle = (await import(pathToFileURL(start.file).href)) as Readonly<Record<string, unknown>>;
  const exported = bundle[start.exportName];
  if (typeof exported !== 'function')
    throw new Error(`${start.file} exports no function ${start.exportName}`);
  handler = exported as Handler;
} catch (error) {
  initError = { ...describe(error), type: 'InitFailed' };
}

port.on('message', (task: WorkerTask) => {
  void run(task);
});

async function run(task: WorkerTask): Promise<void> {
  if (handler === undefined) {
    tell({ kind: 'failed', error: initError ?? { type: 'InitFailed', message: 'The bundle did not load' } });
    return;
  }
  try {
    const payload: unknown = await handler(task.event, contextOf(task));
    // Lambda answers JSON: what cannot be said in JSON does not reach the caller here either.
    tell({
      kind: 'done',
      payload: payload === undefined ? null : (JSON.parse(JSON.stringify(payload)) as unknown),
    });
  } catch (error) {
    tell({ kind: 'failed', error: describe(error) });
  }
}

function contextOf(task: WorkerTask): object {
  return {
    awsRequestId: task.requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: task.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: task.functionArn,
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    memoryLimitInMB: String(task.memoryMb),
    // The limit runs in real time, whatever day the local cloud plays.
    getRemainingTimeInMillis: () => Math.max(0, task.deadline - realNow()),
  };
}

function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { type: 'Error', message: String(error) };
  return {
    type: error.name,
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}

/** Log lines travel on the same channel as the answer, so none is lost or mixed with the next invocation's. */
function captureOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: Uint8Array | string, encoding?: unknown, written?: unknown): boolean => {
      tell({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
      const callback = typeof encoding === 'function' ? encoding : written;
      if (typeof callback === 'function')
        queueMicrotask(() => Reflect.apply(callback, undefined, []) as unknown);
      return true;
    };
  }
}

function realNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Makes `Date` tell the time of the local cloud: real time plus the shared offset. */
function shiftClock(shared: SharedArrayBuffer): void {
  const offset = new BigInt64Array(shared);
  const RealDate = Date;
  const now = (): number => RealDate.now() + Number(Atomics.load(offset, 0));
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
}
