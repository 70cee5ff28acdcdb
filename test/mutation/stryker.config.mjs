import { scope, SCOPE } from './scopes.ts';

const { mutate, apart } = scope();

/**
 * Mutation testing of the rules that reckon with money: each small change of their code must make a test fail, or
 * the tests only walk past it. `SCOPE=capital npm run mutate` for capital's domain instead of the loan engine, and
 * `npm run mutate -- --mutate services/lending/engine/domain/rows/level.ts` for one file of a scope.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [...mutate, '!**/*.test.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A mutant that fills memory in an endless loop ends here, not with the machine.
  testRunnerNodeArgs: ['--max-old-space-size=768'],
  timeoutMS: 3000,
  timeoutFactor: 1.2,
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/human-texts.mjs'],
  ignorers: ['human-texts'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${SCOPE}.json` },
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: 'reports/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['cdk.out', '.local', 'reports', 'coverage', 'infra', ...apart],
};
