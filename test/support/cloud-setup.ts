import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { synthesise } from '#infra/local/synthesis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with the templates of the dev stage, synthesised from the sources as they are. */
    cloudOutDir: string;
  }
}

/** Synthesises once for all tests that run on the local cloud; unchanged sources are not synthesised again. */
export default async function setup(project: TestProject): Promise<void> {
  const outDir = join(fileURLToPath(new URL('../..', import.meta.url)), '.local', 'test', 'cdk.out');
  await synthesise(outDir);
  project.provide('cloudOutDir', outDir);
}
