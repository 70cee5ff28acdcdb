import { defineConfig } from 'vitest/config';

/** The tests that judge mutants: those beside the engine, its properties and the second reckoning, on few lives. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['services/lending/domain/engine/**/*.test.ts', 'test/engine/**/*.test.ts'],
    setupFiles: ['./test/mutation/setup.ts'],
    maxWorkers: 1,
    env: { LIVES: '120', SEED: '20261123' },
  },
});
