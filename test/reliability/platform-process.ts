import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connect } from '#infra/local/running.ts';
import type { Connection } from '#infra/local/running.ts';

const START = fileURLToPath(new URL('../../infra/local/start.ts', import.meta.url));
const LONGEST_START_MS = 120_000;
const LONGEST_DEATH_MS = 10_000;
const POLL_MS = 50;

/** `npm start` in a process of its own, with its files in a folder of its own, made to be killed. */
export interface PlatformProcess {
  /** Starts it, unless it runs; resolves when its doors are open, which is before it is filled. */
  start(): Promise<Connection>;
  /** Resolves when it has said that everything is loaded. */
  filled(): Promise<void>;
  /** Ends it as a power cut would, and gives the processes of it that are still there afterwards. */
  kill(): Promise<readonly number[]>;
  /** Where it says it answers, the same after every start. */
  readonly frontUrl: string;
  remove(): void;
}

/** @param outDir templates that were synthesised already, so that no start has to */
export async function platformProcess(outDir: string): Promise<PlatformProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const dataDir = join(folder, 'data');
  cpSync(outDir, join(dataDir, 'cdk.out'), { recursive: true });
  cpSync(`${outDir}.sources`, join(dataDir, 'cdk.out.sources'));
  const port = await threeFreePorts();
  const running = join(dataDir, 'running.json');
  let child: ChildProcess | null = null;
  let said = '';

  return {
    frontUrl: `http://127.0.0.1:${port.toString()}`,
    start: async () => {
      if (child === null) {
        rmSync(running, { force: true });
        said = '';
        child = spawn(process.execPath, [START, '--empty', '--data', dataDir, '--port', port.toString()], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        for (const stream of [child.stdout, child.stderr])
          stream?.on('data', (part: Buffer) => {
            said += part.toString();
          });
      }
      await until(
        'the doors to open',
        LONGEST_START_MS,
        () => existsSync(running) && isWhole(running),
        () => said,
      );
      return connect(dataDir);
    },
    filled: () =>
      until(
        'the platform to be filled',
        LONGEST_START_MS,
        () => existsSync(join(dataDir, 'loaded')),
        () => said,
      ),
    kill: async () => {
      const victim = child;
      child = null;
      if (victim?.pid === undefined) return [];
      const family = [victim.pid, ...descendantsOf(victim.pid)];
      const gone = once(victim, 'exit');
      victim.kill('SIGKILL');
      await gone;
      const deadline = Date.now() + LONGEST_DEATH_MS;
      let left = family.filter(isAlive);
      while (left.length > 0 && Date.now() < deadline) {
        await sleep(POLL_MS);
        left = left.filter(isAlive);
      }
      return left;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function until(
  what: string,
  withinMs: number,
  isThere: () => boolean,
  told: () => string,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!isThere()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}:\n${told()}`);
    await sleep(POLL_MS);
  }
}

function isWhole(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie has ended; only its parent has not taken note yet.
    return !readFileSync(`/proc/${pid.toString()}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** Children of the process, theirs, and so on, as the kernel lists them. */
function descendantsOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) }];
      } catch {
        return [];
      }
    });
  const below = (parent: number): number[] =>
    parents.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...below(one.pid)]);
  return below(pid);
}

/** The start command takes a port and the two after it. */
async function threeFreePorts(): Promise<number> {
  for (;;) {
    const first = await freePort(0);
    if (first < 65_000 && (await freePort(first + 1)) > 0 && (await freePort(first + 2)) > 0) return first;
  }
}

/** The port when it is free, 0 when it is taken; any free one for 0. */
function freePort(wished: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(0);
    });
    server.listen(wished, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
