import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root: string | undefined;

/**
 * A directory of this process alone, removed when it ends: syntheses that run at the same time do not meet. The
 * CDK copies what it needs into the assembly.
 */
export function workspace(name: string): string {
  if (root === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'synth-'));
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true });
    });
    root = made;
  }
  const directory = join(root, name);
  mkdirSync(directory, { recursive: true });
  return directory;
}
