/** What a running cloud tells others on this machine, and how they reach it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAssembly } from './assembly.ts';
import { DEMO_PASSWORD } from './identity/accounts.ts';
import { openIdentity } from './identity/identity.ts';
import type { Identity } from './identity/identity.ts';

/** Where the inspector tells its process number. */
export const PROCESS_PATH = '/process';

const ALIVE_MS = 10_000;

export const DATA_DIR = fileURLToPath(new URL('../../.local', import.meta.url));

export interface Running {
  readonly pid: number;
  readonly frontUrl: string;
  readonly apiUrl: string;
  readonly inspectorUrl: string;
  readonly cognitoUrl: string;
  readonly outDir: string;
}

/** A running cloud seen from another process. */
export interface Connection extends Pick<Identity, 'token' | 'machineToken' | 'tokenFor'> {
  readonly frontUrl: string;
  readonly apiUrl: string;
  readonly inspectorUrl: string;
  readonly setBusinessDay: (day: string | null) => Promise<void>;
  /** Resolves when nothing is on its way between the services. */
  readonly settled: () => Promise<void>;
}

export function writeRunning(running: Running, dataDir: string): void {
  writeFileSync(fileIn(dataDir), JSON.stringify(running, null, 2));
}

/** Removes this process's own note; that of another cloud stays. */
export function forgetRunning(dataDir: string): void {
  if (readRunning(dataDir)?.pid === process.pid) rmSync(fileIn(dataDir), { force: true });
}

/**
 * The cloud that runs on this data, or null; what a killed one left behind does not count. It is asked itself,
 * because its process number and its ports may belong to others by now.
 */
export async function findRunning(dataDir: string): Promise<Running | null> {
  const running = readRunning(dataDir);
  return running !== null && (await isAlive(running)) ? running : null;
}

function readRunning(dataDir: string): Running | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Running;
  } catch {
    return null;
  }
}

async function isAlive({ inspectorUrl, pid }: Running): Promise<boolean> {
  try {
    const response = await fetch(`${inspectorUrl}${PROCESS_PATH}`, { signal: AbortSignal.timeout(ALIVE_MS) });
    return (await response.text()) === String(pid);
  } catch (error) {
    // Somebody listens and is slow: rather take it for running than start a second one on the same data.
    return error instanceof DOMException && error.name === 'TimeoutError';
  }
}

/** @throws Error in one line when no cloud runs */
export async function connect(dataDir: string = DATA_DIR): Promise<Connection> {
  const running = await findRunning(dataDir);
  if (running === null) throw new Error('The platform is not running. Start it with "npm start".');
  const { region, userPools } = loadAssembly(running.outDir);
  const [pool] = userPools;
  if (pool === undefined) throw new Error('The templates have no user pool');
  const identity = await openIdentity({
    pool,
    region,
    cognitoUrl: running.cognitoUrl,
    password: DEMO_PASSWORD,
  });
  const ask = async (path: string, body: URLSearchParams): Promise<void> => {
    const response = await fetch(`${running.inspectorUrl}${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    if (response.status >= 400) throw new Error(`${path}: ${await response.text()}`);
  };
  return {
    frontUrl: running.frontUrl,
    apiUrl: running.apiUrl,
    inspectorUrl: running.inspectorUrl,
    token: identity.token,
    machineToken: identity.machineToken,
    tokenFor: identity.tokenFor,
    setBusinessDay: (day) => ask('/business-day', new URLSearchParams({ day: day ?? '' })),
    settled: () => ask('/settle', new URLSearchParams()),
  };
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'running.json');
}
