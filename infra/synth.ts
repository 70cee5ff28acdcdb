import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { platformApp } from '#infra/platform-app.ts';
import { STAGE_NAMES, stageNamed } from '#infra/stages.ts';

/**
 * `npm run synth` writes the assemblies of all stages to cdk.out/<stage> and fails on any policy finding that is
 * not acknowledged. `--stage NAME` writes one, `--out DIR` writes that one to a directory of its own. Needs no
 * network, and no account.
 */
const { values } = parseArgs({ options: { stage: { type: 'string' }, out: { type: 'string' } } });
const stages = values.stage === undefined ? STAGE_NAMES : [values.stage];
if (values.out !== undefined && stages.length > 1) throw new Error('--out needs --stage');

for (const name of stages) {
  const out = values.out ?? join('cdk.out', name);
  rmSync(out, { recursive: true, force: true });
  const { stacks } = platformApp(stageNamed(name), out).synth();
  // CDK reports findings by the exit code when it believes a CLI will read the report.
  if (process.exitCode !== undefined && process.exitCode !== 0) process.exit();
  console.log(`${name}: ${stacks.map((stack) => stack.stackName).join(', ')} → ${out}`);
}
