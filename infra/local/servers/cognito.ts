/** Cognito user pools over the wire. Tokens are issued by `<url>/<poolId>`. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Guard } from '../guard.ts';
import { freePort } from './ports.ts';
import { whenReady, type Server } from './server.ts';

/**
 * @param dataDir folder for its files (`.cognito/db/<poolId>.json` inside it); always a real folder
 * @param port wished port: the issuer of every token contains it, so a stable one keeps tokens valid over restarts
 * @throws Error when the server does not come up
 */
export async function startCognito(
  guard: Guard,
  options: { readonly dataDir: string; readonly logDir: string; readonly port?: number },
): Promise<Server> {
  const port = await freePort(options.port);
  mkdirSync(options.logDir, { recursive: true });
  mkdirSync(options.dataDir, { recursive: true });
  const logFile = join(options.logDir, 'cognito.log');
  const home = dirname(createRequire(import.meta.url).resolve('cognito-local/package.json'));
  const guarded = await guard.start({
    command: process.execPath,
    args: [join(home, 'lib', 'bin', 'start.js')],
    cwd: options.dataDir,
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      NO_COLOR: '1',
      AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
    },
    logFile,
  });
  return whenReady('Cognito', `http://127.0.0.1:${String(port)}`, guarded, logFile);
}
