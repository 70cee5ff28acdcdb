/** Starts servers so that they die with this process, also when it is killed without warning. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type GuardRequest =
  | {
      readonly kind: 'start';
      readonly id: number;
      readonly command: string;
      readonly args: readonly string[];
      readonly cwd: string;
      readonly env: Readonly<Record<string, string | undefined>>;
      readonly logFile: string;
    }
  | { readonly kind: 'stop'; readonly id: number; readonly signal: 'SIGTERM' | 'SIGKILL' };

export type GuardReport =
  | { readonly kind: 'started'; readonly id: number; readonly pid: number }
  | { readonly kind: 'ended'; readonly id: number; readonly reason: string };

export interface GuardedServer {
  readonly pid: number;
  /** Settles with the reason when the server has ended, wanted or not. */
  readonly ended: Promise<string>;
  /** Asks the server to end, kills it when it has not after three seconds. */
  stop(): Promise<void>;
}

export interface Guard {
  start(server: {
    readonly command: string;
    readonly args: readonly string[];
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly logFile: string;
  }): Promise<GuardedServer>;
  /** Ends every server and the guard. */
  stop(): Promise<void>;
}

const GRACE_MS = 3000;

export function startGuard(): Guard {
  const entry = fileURLToPath(new URL('./guard-process.ts', import.meta.url));
  const guard = fork(entry, [], {
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const running = new Map<number, GuardedServer>();
  let nextId = 1;
  return {
    start: async (server) => {
      const id = nextId;
      nextId += 1;
      const [started, ended] = follow(guard, id);
      send(guard, { kind: 'start', id, ...server, env: { ...process.env, ...server.env } });
      const pid = await Promise.race([
        started,
        ended.then((reason) => Promise.reject(new Error(`${server.command} did not start: ${reason}`))),
      ]);
      const handle: GuardedServer = { pid, ended, stop: () => stopServer(guard, id, ended) };
      running.set(id, handle);
      void ended.then(() => running.delete(id));
      return handle;
    },
    stop: async () => {
      await Promise.all([...running.values()].map((server) => server.stop()));
      const gone = new Promise<void>((resolve) => {
        if (guard.exitCode === null && guard.signalCode === null)
          guard.once('exit', () => {
            resolve();
          });
        else resolve();
      });
      if (guard.connected) guard.disconnect();
      await gone;
    },
  };
}

function follow(guard: ChildProcess, id: number): [started: Promise<number>, ended: Promise<string>] {
  const started = new Promise<number>((resolve) => {
    guard.on('message', (message: GuardReport) => {
      if (message.kind === 'started' && message.id === id) resolve(message.pid);
    });
  });
  const ended = new Promise<string>((resolve) => {
    guard.on('message', (message: GuardReport) => {
      if (message.kind === 'ended' && message.id === id) resolve(message.reason);
    });
    guard.once('exit', () => {
      // Without its guard a server would outlive us: end it by hand.
      void started.then((pid) => {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It has ended already.
        }
      });
      resolve('the guard ended');
    });
  });
  return [started, ended];
}

async function stopServer(guard: ChildProcess, id: number, ended: Promise<string>): Promise<void> {
  send(guard, { kind: 'stop', id, signal: 'SIGTERM' });
  const timer = setTimeout(() => {
    send(guard, { kind: 'stop', id, signal: 'SIGKILL' });
  }, GRACE_MS);
  await ended;
  clearTimeout(timer);
}

function send(guard: ChildProcess, message: GuardRequest): void {
  if (guard.connected) guard.send(message);
}
