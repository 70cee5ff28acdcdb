/** Runs the functions of the templates in worker threads, from their own bundles. */
import { availableParallelism } from 'node:os';
import type { Assembly, LambdaFunction } from '../assembly/types.ts';
import type { AwsEndpoint } from '../aws/aws-endpoint.ts';
import type { LocalClock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import { openFunctionLogs } from './function-logs.ts';
import type { FunctionFailure, Functions, InvokeResult } from './function-types.ts';
import { FunctionWorker } from './function-worker.ts';

export interface FunctionsOptions {
  readonly assembly: Assembly;
  readonly endpoint: AwsEndpoint;
  readonly clock: LocalClock;
  readonly faults: Faults;
  /** Folder for one log file per function; none = logs stay in memory. */
  readonly logDir?: string;
  /** Workers per function where the template reserves no fewer. */
  readonly concurrency?: number;
}

/** Each worker is a runtime of its own that has to be started and grow warm: more than there are processors cost. */
const DEFAULT_CONCURRENCY = Math.min(Math.max(availableParallelism(), 2), 4);

const IDLE_MS = 60_000;

const KEPT_FAILURES = 100;

const KEPT_LINES = 200;

interface Pool {
  readonly definition: LambdaFunction;
  readonly limit: number;
  readonly idle: FunctionWorker[];
  readonly waiting: (() => void)[];
  readonly lines: string[];
  busy: number;
}

export function createFunctions(options: FunctionsOptions): Functions {
  const { assembly, endpoint, clock, faults } = options;
  const logFiles = openFunctionLogs(options.logDir);
  const pools = new Map(assembly.functions.map((one) => [one.id, poolOf(one, options.concurrency)] as const));
  const workers = new Map<string, FunctionWorker>();
  const failures: FunctionFailure[] = [];
  let running = 0;
  let stopped = false;

  const remember = (pool: Pool, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    pool.lines.push(...lines);
    pool.lines.splice(0, Math.max(0, pool.lines.length - KEPT_LINES));
    logFiles.write(pool.definition.id, lines);
  };

  const newWorker = (pool: Pool): FunctionWorker => {
    const worker = new FunctionWorker(pool.definition, {
      region: assembly.region,
      account: assembly.account,
      endpointUrl: endpoint.url,
      credentials: endpoint.credentialsOf(pool.definition.id),
      clock: clock.shared,
    });
    workers.set(worker.sessionToken, worker);
    return worker;
  };

  const retire = (worker: FunctionWorker): void => {
    workers.delete(worker.sessionToken);
    void worker.kill();
  };

  const runOn = async (pool: Pool, event: unknown): Promise<InvokeResult> => {
    const worker = pool.idle.pop() ?? newWorker(pool);
    worker.wake();
    const place = { where: pool.definition.id, action: 'lambda:Invoke' };
    const killed = faults.strikes('kill', place)
      ? setTimeout(() => void worker.kill(), faults.delayMs(place) / 10)
      : undefined;
    const result = await worker.run(event);
    clearTimeout(killed);
    const unusable = worker.dead || (!result.ok && result.error.type === 'InitFailed');
    if (unusable || stopped) {
      retire(worker);
    } else {
      pool.idle.push(worker);
      worker.sleep(IDLE_MS, () => {
        pool.idle.splice(pool.idle.indexOf(worker), 1);
        retire(worker);
      });
    }
    return result;
  };

  endpoint.onKill((sessionToken) => void workers.get(sessionToken)?.kill());

  return {
    invoke: async (functionId, event) => {
      const pool = pools.get(functionId);
      if (pool === undefined) throw new Error(`No function is called ${functionId}`);
      running += 1;
      try {
        if (pool.busy >= pool.limit) await new Promise<void>((resolve) => pool.waiting.push(resolve));
        else pool.busy += 1;
        const result = stopped ? KILLED : await runOn(pool, event);
        remember(pool, result.logs);
        if (!result.ok) {
          failures.unshift({
            at: new Date().toISOString(),
            functionId,
            error: result.error,
            logs: result.logs,
            event: withoutToken(event),
          });
          failures.length = Math.min(failures.length, KEPT_FAILURES);
        }
        return result;
      } finally {
        running -= 1;
        // The place is handed to the next in line; only with nobody waiting does it become free.
        const next = pool.waiting.shift();
        if (next === undefined) pool.busy -= 1;
        else next();
      }
    },
    get running() {
      return running;
    },
    failures: () => failures,
    logs: (functionId) => pools.get(functionId)?.lines ?? [],
    stop: async () => {
      stopped = true;
      await Promise.all([...workers.values()].map((worker) => worker.kill()));
      await logFiles.close();
    },
  };
}

const KILLED: InvokeResult = {
  ok: false,
  error: { type: 'Killed', message: 'The local cloud is stopping' },
  logs: [],
};

/** The caller's token is a key to the platform: it has no place among the things people look at. */
function withoutToken(event: unknown): unknown {
  const headers = (event as { headers?: Readonly<Record<string, string>> } | null)?.headers;
  if (headers?.['authorization'] === undefined) return event;
  return { ...(event as object), headers: { ...headers, authorization: 'removed' } };
}

function poolOf(definition: LambdaFunction, concurrency = DEFAULT_CONCURRENCY): Pool {
  const limit = Math.max(1, Math.min(definition.reservedConcurrency ?? concurrency, concurrency));
  return { definition, limit, idle: [], waiting: [], lines: [], busy: 0 };
}
