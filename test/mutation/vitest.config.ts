import { defineConfig } from 'vitest/config';

/** The tests that judge mutants: those of the domain, its properties and the second reckoning, on few lives. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['services/lending/{engine,loans}/**/*.test.ts', 'test/engine/**/*.test.ts'],
    setupFiles: ['./test/mutation/setup.ts'],
    // One process with one set of modules: a mutant is switched on inside it, nothing has to be loaded again.
    pool: 'threads',
    testTimeout: 60_000,
    isolate: false,
    maxWorkers: 1,
    env: { SHARE: '0.3' },
  },
});
