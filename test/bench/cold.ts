import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE_FILE, BUNDLE_OPTIONS, bundle } from '#infra/constructs/bundle.ts';
import { USUAL_STACK } from './usual-stack.ts';

/**
 * `npm run bench:cold`: how much a function has to load before it can answer, and how long that takes. A cold
 * start is billed and waited for, so each function has a budget; the run fails when one is over it.
 */
const BUDGET_KB = 380;
/** A function that never talks to DynamoDB has no reason to carry its client. */
const BUDGET_KB_WITHOUT_DYNAMODB = 90;
/** Archives, XML and CSV weigh half as much again; only the function that reads and writes files carries them. */
const BUDGETS_KB: Readonly<Record<string, number>> = { 'capital http-files': 500 };
const STARTS = 7;

interface Measured {
  readonly name: string;
  readonly kb: number;
  readonly importMs: number;
  readonly usesDynamoDb: boolean;
}

const root = join(import.meta.dirname, '../..');
const workspace = mkdtempSync(join(tmpdir(), 'cold-'));
process.once('exit', () => {
  rmSync(workspace, { recursive: true, force: true });
});

/** Median time, in ms, for a fresh process to import the bundle and all it brings. Throws when it does not start. */
function importTime(name: string, file: string): number {
  const script = `const started = performance.now();
    const failure = await import(${JSON.stringify(file)}).then(() => null, (error) => String(error.message));
    console.log(JSON.stringify({ ms: performance.now() - started, failure }));
    process.exit(0);`;
  const times = Array.from({ length: STARTS }, () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      env: { ...process.env, ...VARIABLES },
    });
    const { ms, failure } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as {
      ms: number;
      failure: string | null;
    };
    if (failure !== null) throw new Error(`${name} does not start: ${failure}`);
    return ms;
  }).sort((a, b) => a - b);
  return times[Math.floor(STARTS / 2)] ?? Number.NaN;
}

/** Enough for a function to start; nothing is called while it is imported. */
const VARIABLES = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  TABLE_NAME: 'table',
  SERVICE_NAME: 'bench',
  STAGE: 'dev',
  REMEMBER_DAYS: '7',
  DATA_KEY_ID: 'key',
};

/** Whether the entry reaches the DynamoDB client, from esbuild's own account of what it bundled. */
async function usesDynamoDb(entry: string): Promise<boolean> {
  const { metafile } = await build({
    ...BUNDLE_OPTIONS,
    entryPoints: [entry],
    outdir: workspace,
    write: false,
    metafile: true,
  });
  return Object.keys(metafile.inputs).some((input) => input.includes('@aws-sdk/client-dynamodb/'));
}

async function measureFunction(entry: string): Promise<Measured> {
  const file = join(bundle(entry), BUNDLE_FILE);
  const name = entry.replace(/^services\/(.+)\/entrypoints\/(.+)\.ts$/, '$1 $2');
  return {
    name,
    kb: statSync(file).size / 1024,
    importMs: importTime(name, file),
    usesDynamoDb: await usesDynamoDb(entry),
  };
}

/** The stack most functions of this kind are built on, bundled the usual way, for comparison in the same run. */
async function measureUsualStack(): Promise<Measured> {
  const outfile = join(workspace, 'usual.mjs');
  await build({
    stdin: { contents: USUAL_STACK, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outfile,
    logLevel: 'error',
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  const name = 'the usual stack';
  return {
    name,
    kb: statSync(outfile).size / 1024,
    importMs: importTime(name, outfile),
    usesDynamoDb: true,
  };
}

const budgetOf = ({ name, usesDynamoDb }: Measured): number =>
  BUDGETS_KB[name] ?? (usesDynamoDb ? BUDGET_KB : BUDGET_KB_WITHOUT_DYNAMODB);

function print(rows: readonly Measured[], usual: Measured): void {
  const width = Math.max(...[...rows, usual].map(({ name }) => name.length));
  const line = (name: string, kb: string, budget: string, ms: string, share: string): void => {
    console.log(
      `${name.padEnd(width)}  ${kb.padStart(6)} KB  ${budget.padStart(6)}  ${ms.padStart(6)} ms  ${share.padStart(7)}`,
    );
  };
  console.log(
    `Minified size and median import time of ${String(STARTS)} fresh processes, Node ${process.version}\n`,
  );
  line('function', 'size', 'budget', 'import', 'of usual');
  for (const row of rows) {
    const share = `${((row.kb / usual.kb) * 100).toFixed(0)} %`;
    const mark = row.kb > budgetOf(row) ? ' OVER' : '';
    line(row.name, row.kb.toFixed(0), String(budgetOf(row)), row.importMs.toFixed(1), share + mark);
  }
  line(usual.name, usual.kb.toFixed(0), '', usual.importMs.toFixed(1), '100 %');
}

/** The files Lambda starts: those that export a handler; the others beside them are their parts. */
function functionEntries(): string[] {
  return globSync('services/*/entrypoints/*.ts', { cwd: root })
    .filter((file) => /^export const handler\b/m.test(readFileSync(join(root, file), 'utf8')))
    .sort();
}

const rows: Measured[] = [];
for (const entry of functionEntries()) {
  rows.push(await measureFunction(entry));
}
print(rows, await measureUsualStack());
const over = rows.filter((row) => row.kb > budgetOf(row));
if (rows.length === 0 || over.length > 0) {
  console.error(`\nOver budget: ${over.map(({ name }) => name).join(', ') || 'no function was found'}`);
  process.exitCode = 1;
}
