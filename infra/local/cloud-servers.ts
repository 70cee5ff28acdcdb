/** The servers under the local cloud, and where they keep their files. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserPool } from './assembly/types.ts';
import { startGuard } from './guard.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './identity/accounts.ts';
import { writeIdentityFiles } from './identity/identity-files.ts';
import { releaseHeldMessages } from './provision.ts';
import { startCognito } from './servers/cognito.ts';
import { startDynamoDb } from './servers/dynamodb.ts';
import type { Server } from './servers/server.ts';
import { startSqs } from './servers/sqs.ts';

export interface CloudFolders {
  /** False when everything ends with the process. */
  readonly kept: boolean;
  readonly dynamoDb: string;
  readonly sqs: string;
  readonly cognito: string;
  /** Null keeps the places of pipes in memory. */
  readonly pipes: string | null;
  readonly logs: string;
  readonly masterKey: Buffer;
  /** The business day that was set, kept over a restart. */
  readonly clockFile: string | null;
  remove(): void;
}

export interface CloudServers {
  readonly dynamoDbUrl: string;
  readonly sqsUrl: string;
  readonly cognitoUrl: string;
  /** Settles with a reason when one of them has ended by itself. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** `memory` still needs a folder for cognito-local, which knows only files; it goes when the cloud stops. */
export function prepareFolders(dataDir: string): CloudFolders {
  if (dataDir !== 'memory') {
    mkdirSync(dataDir, { recursive: true });
    return {
      kept: true,
      dynamoDb: join(dataDir, 'dynamodb'),
      sqs: join(dataDir, 'sqs'),
      cognito: join(dataDir, 'cognito'),
      pipes: join(dataDir, 'pipes'),
      logs: join(dataDir, 'logs'),
      masterKey: readOrCreate(join(dataDir, 'master-key'), () => randomBytes(32)),
      clockFile: join(dataDir, 'business-day'),
      remove: () => undefined,
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  return {
    kept: false,
    dynamoDb: 'memory',
    sqs: 'memory',
    cognito: join(folder, 'cognito'),
    pipes: null,
    logs: join(folder, 'logs'),
    masterKey: randomBytes(32),
    clockFile: null,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The servers of tables and queues need nothing of the templates and start while those are still being made.
 *
 * @throws Error when Java is missing or a server does not come up; what was started is stopped again
 */
export async function startServers(
  identity: Promise<{ readonly pool: UserPool; readonly region: string }>,
  folders: CloudFolders,
): Promise<CloudServers> {
  if (folders.kept) releaseHeldMessages(folders.sqs);
  const guard = startGuard();
  const logDir = folders.logs;
  const startIdentity = async (): Promise<Server> => {
    const known = { folder: folders.cognito, accounts: DEMO_ACCOUNTS, password: DEMO_PASSWORD };
    writeIdentityFiles({ ...known, ...(await identity) });
    return startCognito(guard, { dataDir: folders.cognito, logDir });
  };
  try {
    const [dynamoDb, sqs, cognito] = await Promise.all([
      startDynamoDb(guard, { dataDir: folders.dynamoDb, logDir }),
      startSqs(guard, { dataDir: folders.sqs, logDir }),
      startIdentity(),
    ]);
    return {
      dynamoDbUrl: dynamoDb.url,
      sqsUrl: sqs.url,
      cognitoUrl: cognito.url,
      ended: Promise.race([
        dynamoDb.ended.then((reason) => `DynamoDB Local, ${reason}`),
        sqs.ended.then((reason) => `SQS, ${reason}`),
        cognito.ended.then((reason) => `Cognito, ${reason}`),
      ]),
      stop: () => guard.stop(),
    };
  } catch (error) {
    await guard.stop();
    throw error;
  }
}

function readOrCreate(file: string, create: () => Buffer): Buffer {
  if (!existsSync(file)) writeFileSync(file, create(), { mode: 0o600 });
  return readFileSync(file);
}
