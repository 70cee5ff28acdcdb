/** What every started server has in common. */
import { setTimeout as pause } from 'node:timers/promises';

import type { GuardedServer } from '../guard.ts';

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Settles with the reason when the server has ended, wanted or not. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const READY_MS = 60_000;

/**
 * Waits until something answers HTTP at the address.
 *
 * @throws Error naming the server and its log when it ends first or does not answer within a minute
 */
export async function whenReady(
  name: string,
  url: string,
  guarded: GuardedServer,
  logFile: string,
): Promise<Server> {
  let endReason: string | undefined;
  void guarded.ended.then((reason) => {
    endReason = reason;
  });
  const deadline = Date.now() + READY_MS;
  while (!(await answers(url))) {
    if (endReason !== undefined)
      throw new Error(`${name} ended while starting (${endReason}); see ${logFile}`);
    if (Date.now() > deadline) throw new Error(`${name} does not answer at ${url}; see ${logFile}`);
    await pause(50);
  }
  return { url, pid: guarded.pid, ended: guarded.ended, stop: () => guarded.stop() };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );
}
