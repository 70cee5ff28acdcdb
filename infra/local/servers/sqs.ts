/** SQS over the wire; with a data folder every change is written through before it is answered. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Guard } from '../guard.ts';
import { freePort } from './ports.ts';
import { whenReady, type Server } from './server.ts';

/**
 * @param dataDir folder for its files, or `memory`
 * @throws Error when the server does not come up
 */
export async function startSqs(
  guard: Guard,
  options: { readonly dataDir: string; readonly logDir: string },
): Promise<Server> {
  const port = await freePort();
  mkdirSync(options.logDir, { recursive: true });
  if (options.dataDir !== 'memory') mkdirSync(options.dataDir, { recursive: true });
  const logFile = join(options.logDir, 'sqs.log');
  const guarded = await guard.start({
    command: process.execPath,
    args: [fileURLToPath(new URL('./sqs-process.ts', import.meta.url)), String(port), options.dataDir],
    cwd: options.logDir,
    logFile,
  });
  return whenReady('SQS', `http://127.0.0.1:${String(port)}`, guarded, logFile);
}
