/** One warm worker of one function: starts it, runs one event at a time, ends it when it takes too long. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LambdaFunction } from '../assembly/types.ts';
import type { Credentials } from '../aws/aws-endpoint.ts';
import type { FunctionError, InvokeResult } from './function-types.ts';

export interface WorkerSurroundings {
  readonly region: string;
  readonly account: string;
  readonly endpointUrl: string;
  readonly credentials: Credentials;
  readonly clock: SharedArrayBuffer;
}

/** What a worker is started with. */
export interface WorkerStart {
  readonly file: string;
  readonly exportName: string;
  readonly clock: SharedArrayBuffer;
}

/** What a worker is told. */
export interface WorkerTask {
  readonly event: unknown;
  readonly requestId: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly deadline: number;
}

/** What a worker tells. */
export type WorkerReport =
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'done'; readonly payload: unknown }
  | { readonly kind: 'failed'; readonly error: FunctionError };

const ENTRY = new URL('./function-entry.ts', import.meta.url);

/** Start-up is outside the function's time limit, as in Lambda, which gives it ten seconds. */
const INIT_MS = 10_000;

export class FunctionWorker {
  readonly sessionToken = randomUUID();
  dead = false;
  readonly #definition: LambdaFunction;
  readonly #worker: Worker;
  #logs: string[] = [];
  #settle: ((result: InvokeResult) => void) | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #warm = false;

  constructor(definition: LambdaFunction, surroundings: WorkerSurroundings) {
    this.#definition = definition;
    const start: WorkerStart = { ...bundleOf(definition), clock: surroundings.clock };
    this.#worker = new Worker(ENTRY, {
      workerData: start,
      env: environmentOf(definition, surroundings, this.sessionToken),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb },
    });
    this.#worker.on('message', (report: WorkerReport) => {
      this.#hear(report);
    });
    this.#worker.on('error', (error: Error) => {
      this.dead = true;
      this.#finish({ type: error.name, message: error.message, ...stackOf(error) });
    });
    this.#worker.on('exit', () => {
      this.dead = true;
      this.#finish({ type: 'Killed', message: 'The worker ended before it answered' });
    });
  }

  /** Runs one event; the caller never runs two at once. */
  async run(event: unknown): Promise<InvokeResult> {
    const limitMs = this.#definition.timeoutSeconds * 1000;
    const settled = new Promise<InvokeResult>((resolve) => {
      this.#settle = resolve;
    });
    const timer = setTimeout(
      () => {
        this.#finish({
          type: 'TimedOut',
          message: `Task timed out after ${String(this.#definition.timeoutSeconds)} seconds`,
        });
        void this.kill();
      },
      limitMs + (this.#warm ? 0 : INIT_MS),
    );
    const task: WorkerTask = {
      event,
      requestId: randomUUID(),
      functionName: this.#definition.id,
      functionArn: this.#definition.arn,
      memoryMb: this.#definition.memoryMb,
      deadline: Date.now() + limitMs,
    };
    this.#worker.postMessage(task);
    const result = await settled;
    this.#warm = true;
    clearTimeout(timer);
    return result;
  }

  wake(): void {
    clearTimeout(this.#idleTimer);
    this.#worker.ref();
  }

  sleep(milliseconds: number, expired: () => void): void {
    this.#worker.unref();
    this.#idleTimer = setTimeout(expired, milliseconds).unref();
  }

  async kill(): Promise<void> {
    this.dead = true;
    clearTimeout(this.#idleTimer);
    await this.#worker.terminate();
  }

  #hear(report: WorkerReport): void {
    switch (report.kind) {
      case 'log':
        this.#logs.push(...report.text.split('\n').filter((line) => line !== ''));
        return;
      case 'done':
        this.#answer({ ok: true, payload: report.payload, logs: this.#logs });
        return;
      case 'failed':
        this.#finish(report.error);
    }
  }

  #finish(error: FunctionError): void {
    this.#answer({ ok: false, error, logs: this.#logs });
  }

  #answer(result: InvokeResult): void {
    const settle = this.#settle;
    this.#settle = undefined;
    if (settle === undefined) return;
    this.#logs = [];
    settle(result);
  }
}

/**
 * @throws Error when the handler is not `file.export` or its file is not in the bundle
 */
function bundleOf(definition: LambdaFunction): { file: string; exportName: string } {
  const dot = definition.handler.lastIndexOf('.');
  const name = definition.handler.slice(0, dot);
  const file = ['.mjs', '.cjs', '.js']
    .map((extension) => join(definition.assetDir, name + extension))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${definition.id}: no bundle for handler ${definition.handler}`);
  return { file, exportName: definition.handler.slice(dot + 1) };
}

/** What Lambda would set, with AWS behind the local endpoint. Nothing of this machine's environment leaks in. */
function environmentOf(
  definition: LambdaFunction,
  surroundings: WorkerSurroundings,
  sessionToken: string,
): Record<string, string> {
  const { region, endpointUrl, credentials } = surroundings;
  // The SDK calls a queue at the address in its URL, so the URL must lead to the local endpoint as well.
  const sqs = `https://sqs.${region}.amazonaws.com`;
  const own = Object.entries(definition.environment).map(([key, value]) => [
    key,
    value.replaceAll(sqs, endpointUrl),
  ]);
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpointUrl,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: definition.id,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.id}`,
    AWS_LAMBDA_LOG_STREAM_NAME: sessionToken,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: definition.assetDir,
    TZ: ':UTC',
    _HANDLER: definition.handler,
  };
}

function stackOf(error: Error): { stack?: string } {
  return error.stack === undefined ? {} : { stack: error.stack };
}
