/** What a running cloud tells others on this machine, and how they reach it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from './accounts.ts';
import { loadAssembly } from './assembly.ts';
import { openIdentity, type Identity } from './identity.ts';

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

export function forgetRunning(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** The cloud that runs on this data, or null; what a killed one left behind does not count. */
export function findRunning(dataDir: string): Running | null {
  try {
    const running = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Running;
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
}

/** @throws Error in one line when no cloud runs */
export async function connect(dataDir: string = DATA_DIR): Promise<Connection> {
  const running = findRunning(dataDir);
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
