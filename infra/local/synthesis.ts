/** Synthesises the templates the local cloud runs, when what they are made of has changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Everything a template or a bundle is made of. */
const SOURCES = ['infra', 'services', 'shared', 'package-lock.json', 'package.json'];
/** Of these no template knows anything. */
const LEFT_OUT = [join('infra', 'local'), join('infra', 'check.ts')];

/**
 * Leaves the templates of the dev stage in this folder, without the policy checks that come before a deployment.
 * True when they had to be made.
 *
 * @throws Error with the output of the synthesis when it fails
 */
export async function synthesise(outDir: string): Promise<boolean> {
  const mark = `${outDir}.sources`;
  const sources = hashOfSources();
  if (
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === sources &&
    existsSync(join(outDir, 'manifest.json'))
  ) {
    return false;
  }
  rmSync(mark, { force: true });
  mkdirSync(dirname(outDir), { recursive: true });
  await run([join(ROOT, 'infra', 'synth.ts'), '--stage', 'dev', '--unchecked', '--out', outDir]);
  writeFileSync(mark, sources);
  return true;
}

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString();
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The templates could not be synthesised:\n${output}`);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const entries = readdirSync(join(ROOT, dirname(path)), { withFileTypes: true });
  const self = entries.find(({ name }) => path.endsWith(name));
  if (self?.isFile() === true) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .filter((file) => !LEFT_OUT.some((left) => file.startsWith(left)))
    .sort();
}
