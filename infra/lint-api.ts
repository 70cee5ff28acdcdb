import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workspace } from './constructs/workspace.ts';
import { writeDocuments } from './documents/documents.ts';

/** Asks two checkers, with their recommended rules, whether the API document is one that others can work with. */
const document = join(writeDocuments(workspace('documents')), 'v1/openapi.json');

const CHECKERS: readonly (readonly [string, ...string[]])[] = [
  ['redocly', 'lint', document, '--config', 'redocly.yaml'],
  ['spectral', 'lint', document, '--ruleset', '.spectral.yaml', '--fail-severity', 'warn'],
];

// Redocly would otherwise report its use and ask for newer versions, over the network.
const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const ROOT = fileURLToPath(new URL('..', import.meta.url));

for (const [program, ...args] of CHECKERS) {
  const { status } = spawnSync(program, args, { cwd: ROOT, env: environment, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
