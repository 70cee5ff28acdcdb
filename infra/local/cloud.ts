/** The whole platform on one machine, from the synthesised templates. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadAssembly } from './assembly.ts';
import type { Assembly, UserPool } from './assembly/types.ts';
import { startAwsEndpoint } from './aws/aws-endpoint.ts';
import type { AwsEndpoint } from './aws/aws-endpoint.ts';
import { createClock } from './clock.ts';
import { prepareFolders, startServers } from './cloud-servers.ts';
import { createEdge } from './edge/edge.ts';
import { createFront } from './edge/front.ts';
import { createActivity } from './events/activity.ts';
import { startSchedules } from './events/schedules.ts';
import { createFaults } from './faults.ts';
import type { Faults, FaultSettings } from './faults.ts';
import { startFlow } from './flow.ts';
import { createFunctions } from './functions/functions.ts';
import { DEMO_PASSWORD } from './identity/accounts.ts';
import { openIdentity } from './identity/identity.ts';
import type { Identity } from './identity/identity.ts';
import { createInspection } from './inspector/inspection.ts';
import type { Inspection } from './inspector/inspection.ts';
import { createInspector } from './inspector/inspector.ts';
import { listen } from './loopback.ts';
import { createQueues, createTables } from './provision.ts';
import { indexStreams, prepareDatabase } from './servers/dynamodb-file.ts';
import type { Timed } from './stopwatch.ts';

export interface CloudOptions {
  /** Folder with the synthesised templates of one stage. */
  readonly outDir: string;
  /** Settles when the templates are there, for a start that makes them meanwhile. */
  readonly templates?: Promise<unknown>;
  /** Told of each stage of the start. */
  readonly timed?: Timed;
  /** Folder that keeps everything between runs, or `memory`. */
  readonly dataDir: string;
  /** Names the database inside DynamoDB Local; only for sharing data between runs under another name. */
  readonly accessKeyId?: string;
  readonly faults?: FaultSettings;
  /** Wished ports; a taken one is replaced by the next free one, 0 or absent takes any. */
  readonly ports?: { readonly front?: number; readonly api?: number; readonly inspector?: number };
  readonly log?: (line: string) => void;
}

export interface Cloud extends Pick<Identity, 'token' | 'machineToken' | 'tokenFor'> {
  /** The public address: first page, documents and API. */
  readonly frontUrl: string;
  readonly apiUrl: string;
  readonly inspectorUrl: string;
  readonly cognitoUrl: string;
  /** Settles with the reason when a server under the cloud has ended. */
  readonly ended: Promise<string>;
  readonly assembly: Assembly;
  /** The AWS endpoint of the functions, with the operator's credentials for looking inside. */
  readonly endpoint: AwsEndpoint;
  readonly faults: Faults;
  readonly inspect: Inspection;
  /** Moves the clock of all functions to this day in Vietnam; null returns to real time. */
  readonly setBusinessDay: (day: string | null) => void;
  /** Resolves when no fact, event, message or invocation is on its way; throws saying what still moves. */
  readonly settled: (timeoutMs?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const KEPT_DATABASE = 'local';

/** @throws Error in one line when Java is missing, a template is not understood or a server does not come up */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const timed: Timed = options.timed ?? ((_, work) => work());
  const folders = prepareFolders(options.dataDir);
  const reading = readTemplates(options);
  const servers = await timed('servers', () => startServers(reading, folders));
  const { assembly, pool } = await reading;
  const [distribution] = assembly.distributions;
  const accessKeyId =
    options.accessKeyId ?? (folders.kept ? KEPT_DATABASE : `t${randomBytes(8).toString('hex')}`);
  const closing: (() => Promise<void>)[] = [() => servers.stop()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
    folders.remove();
  };
  try {
    const faults = createFaults(options.faults);
    const clock = createClock();
    const activity = createActivity();
    const endpoint = await startAwsEndpoint({
      assembly,
      dynamoDbUrl: servers.dynamoDbUrl,
      sqsUrl: servers.sqsUrl,
      masterKey: folders.masterKey,
      faults,
      accessKeyId,
    });
    closing.push(() => endpoint.stop());
    const database = { accessKeyId, region: assembly.region };
    if (folders.kept) prepareDatabase(folders.dynamoDb, database);
    await timed('tables', () => provision(assembly, endpoint));
    if (folders.kept) indexStreams(folders.dynamoDb, database);

    const functions = createFunctions({ assembly, endpoint, clock, faults, logDir: folders.logs });
    closing.push(() => functions.stop());
    const inspection = createInspection({ assembly, endpoint, functions, faults, clock });
    const flow = await startFlow({
      assembly,
      endpoint,
      functions,
      faults,
      activity,
      pipesDir: folders.pipes,
      report: (problem) => {
        inspection.report(problem);
        options.log?.(problem);
      },
    });
    inspection.watch(flow);
    closing.push(() => flow.stop());
    const schedules = startSchedules({
      schedules: assembly.schedules,
      clock,
      functions,
      activity,
      report: (problem) => {
        inspection.report(problem);
        options.log?.(problem);
      },
    });
    closing.push(() => {
      schedules.stop();
      return Promise.resolve();
    });

    const identity = await openIdentity({
      pool,
      region: assembly.region,
      cognitoUrl: servers.cognitoUrl,
      password: DEMO_PASSWORD,
    });
    const setBusinessDay = (day: string | null): void => {
      clock.setBusinessDay(day);
      schedules.check();
      if (folders.clockFile === null) return;
      if (day === null) rmSync(folders.clockFile, { force: true });
      else writeFileSync(folders.clockFile, day);
    };
    if (folders.clockFile !== null && existsSync(folders.clockFile)) {
      clock.setBusinessDay(readFileSync(folders.clockFile, 'utf8').trim());
    }

    const edges = new Map(
      assembly.httpApis.map((api) => [
        api.id,
        createEdge({ api, assembly, functions, keys: identity.keys, activity }),
      ]),
    );
    const [mainEdge] = edges.values();
    if (mainEdge === undefined) throw new Error('The templates have no HTTP API');
    const front =
      distribution === undefined
        ? mainEdge
        : createFront(distribution, assembly, { apis: edges, tokens: identity.tokenEndpoint });
    const inspector = createInspector({ inspection, faults, setBusinessDay, settled: flow.settled });
    const ports = options.ports ?? {};
    const frontServer = await listen(ports.front ?? 0, front);
    closing.push(() => frontServer.close());
    const apiServer = await listen(ports.api ?? 0, mainEdge);
    closing.push(() => apiServer.close());
    const inspectorServer = await listen(ports.inspector ?? 0, inspector);
    closing.push(() => inspectorServer.close());

    return {
      frontUrl: frontServer.url,
      apiUrl: apiServer.url,
      inspectorUrl: inspectorServer.url,
      cognitoUrl: servers.cognitoUrl,
      ended: servers.ended,
      assembly,
      endpoint,
      faults,
      inspect: inspection,
      token: identity.token,
      machineToken: identity.machineToken,
      tokenFor: identity.tokenFor,
      setBusinessDay,
      settled: flow.settled,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Templates {
  readonly assembly: Assembly;
  readonly pool: UserPool;
  readonly region: string;
}

async function readTemplates({ outDir, templates }: CloudOptions): Promise<Templates> {
  await templates;
  const assembly = loadAssembly(outDir);
  const [pool] = assembly.userPools;
  if (pool === undefined) throw new Error('The templates have no user pool');
  return { assembly, pool, region: assembly.region };
}

async function provision(assembly: Assembly, endpoint: AwsEndpoint): Promise<void> {
  const connection = { region: assembly.region, endpoint: endpoint.url, credentials: endpoint.operator };
  const dynamoDb = new DynamoDBClient(connection);
  const sqs = new SQSClient({ ...connection, useQueueUrlAsEndpoint: false });
  await Promise.all([createTables(dynamoDb, assembly.tables), createQueues(sqs, assembly.queues)]);
  dynamoDb.destroy();
  sqs.destroy();
}
