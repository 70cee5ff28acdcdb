import { defineConfig } from 'vitest/config';
import { scope } from './scopes.ts';

/** The tests that judge the mutants of a scope; those of the engine on few lives. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: [...scope().tests],
    setupFiles: ['./test/mutation/setup.ts'],
    // One process with one set of modules: a mutant is switched on inside it, nothing has to be loaded again.
    pool: 'threads',
    testTimeout: 60_000,
    isolate: false,
    maxWorkers: 1,
    env: { SHARE: '0.3' },
  },
});
