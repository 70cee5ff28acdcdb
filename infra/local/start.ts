/**
 * `npm start`: the whole platform on this machine.
 *
 *   npm start                 with the demo province
 *   npm start -- --empty      with the reference data only
 *   npm start -- --reset      forgets everything first
 *   npm start -- --port N     the public address on port N, the API on N+1, the inspector on N+2
 *   npm start -- --data DIR   keeps its files in another folder than .local
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud, type Cloud } from './cloud.ts';
import { fillProvince } from './fill-province.ts';
import { forgetData } from './reset.ts';
import { DATA_DIR, findRunning, forgetRunning, writeRunning } from './running.ts';
import { findJava } from './servers/java.ts';
import { sayAccounts, sayAddresses } from './start-words.ts';
import { createStopwatch } from './stopwatch.ts';
import { synthesise } from './synthesis.ts';

const values = readOptions();

const dataDir = resolve(values.data);
const port = Number(values.port);
const startedAt = performance.now();
let cloud: Cloud | null = null;
let stopping = false;

async function stop(code: number): Promise<never> {
  // Asked a second time, do not wait: the servers end with this process.
  if (stopping) process.exit(code);
  stopping = true;
  await cloud?.stop();
  forgetRunning(dataDir);
  process.exit(code);
}

async function fail(error: unknown): Promise<void> {
  // While stopping, servers end and loads break off: that is no failure.
  if (stopping) return;
  console.error(error instanceof Error ? error.message : String(error));
  await stop(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('uncaughtException', (error) => void fail(error));
process.on('unhandledRejection', (error) => void fail(error));

try {
  if (!Number.isInteger(port) || port < 1 || port > 65_000) throw new Error(`Not a port: ${values.port}`);
  const other = await findRunning(dataDir);
  if (other !== null)
    throw new Error(`The platform is already running: ${other.frontUrl} (process ${other.pid}).`);
  await findJava();
  if (values.reset) forgetData(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const outDir = join(dataDir, 'cdk.out');
  const timed = createStopwatch((line) => {
    console.log(line);
  });
  const ports = { front: port, api: port + 1, inspector: port + 2 };
  cloud = await timed('first-page', () => {
    const templates = timed('templates', () => synthesise(outDir));
    return startCloud({ outDir, templates, timed, dataDir, ports });
  });
  void cloud.ended.then((reason) => fail(new Error(`A server ended: ${reason}`)));
  const { frontUrl, apiUrl, inspectorUrl, cognitoUrl } = cloud;
  writeRunning({ pid: process.pid, frontUrl, apiUrl, inspectorUrl, cognitoUrl, outDir }, dataDir);
  sayAddresses(cloud, performance.now() - startedAt);
  await fillProvince(cloud, { dataDir, empty: values.empty, timed });
  sayAccounts(performance.now() - startedAt);
} catch (error) {
  await fail(error);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        empty: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        port: { type: 'string', default: '8080' },
        data: { type: 'string', default: DATA_DIR },
      },
    }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('Usage: npm start -- [--empty] [--reset] [--port N] [--data DIR]');
    process.exit(2);
  }
}
