import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { platformApp, platformStacks } from '#infra/platform-app.ts';
import { STAGE_NAMES, stageNamed } from '#infra/stages.ts';

/**
 * `npm run synth` writes the assemblies of all stages to cdk.out/<stage> and fails on any policy finding that is
 * not acknowledged. `--stage NAME` writes one, `--out DIR` writes that one to a directory of its own. Needs no
 * network, and no account. `--unchecked` leaves out the checks, two thirds of the work, for templates that stay on
 * this machine.
 */
const { values } = parseArgs({
  options: { stage: { type: 'string' }, out: { type: 'string' }, unchecked: { type: 'boolean' } },
});
const stages = values.stage === undefined ? STAGE_NAMES : [values.stage];
if (values.out !== undefined && stages.length > 1) throw new Error('--out needs --stage');

const build = values.unchecked === true ? platformStacks : platformApp;
// The CDK's own validation of templates is switched off by this name alone.
if (values.unchecked === true) process.env['CDK_VALIDATION'] = 'false';

for (const name of stages) {
  const out = values.out ?? join('cdk.out', name);
  clear(out);
  const { stacks } = build(stageNamed(name), out).synth();
  // CDK reports findings by the exit code alone when it believes that a CLI will read its report.
  if (process.exitCode !== undefined && process.exitCode !== 0) process.exit();
  console.log(`${name}: ${stacks.map((stack) => stack.stackName).join(', ')} → ${out}`);
}

/** Removes an earlier assembly, also an unfinished one, and only that: any other directory was named by mistake. */
function clear(directory: string): void {
  if (!existsSync(directory)) return;
  const foreign = readdirSync(directory).filter((name) => !/^asset\.|^cdk\.out$|\.json$/.test(name));
  if (foreign.length > 0) throw new Error(`${directory} holds ${foreign.join(', ')}`);
  rmSync(directory, { recursive: true });
}
