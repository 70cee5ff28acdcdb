import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * What a change must pass, in the order that fails fastest. The tests come last, so that their tally ends the
 * output; a step that failed before them is named and still fails the whole.
 */
const STEPS: readonly { readonly name: string; readonly command: readonly [string, ...string[]] }[] = [
  { name: 'format', command: ['prettier', '--check', '.'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'API document', command: ['node', 'infra/lint-api.ts'] },
  { name: 'synth', command: ['node', 'infra/synth.ts'] },
  { name: 'tests', command: ['vitest', 'run', '--config', 'test/vitest.config.ts'] },
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const environment = { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env['PATH'] ?? ''}` };

const failed: string[] = [];
for (const { name, command } of STEPS) {
  if (name === 'tests' && failed.length > 0) console.log(`\nFAILED before the tests: ${failed.join(', ')}`);
  console.log(`\n— ${name}: ${command.join(' ')}`);
  const started = performance.now();
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, { cwd: ROOT, env: environment, stdio: 'inherit' });
  if (status !== 0) failed.push(name);
  if (name !== 'tests') {
    console.log(
      `${status === 0 ? 'ok' : 'FAILED'}, ${String(Math.round((performance.now() - started) / 1000))} s`,
    );
  }
}
process.exitCode = failed.length === 0 ? 0 : 1;
