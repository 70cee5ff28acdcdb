/**
 * Mutation testing of the loan engine: each small change of its code must make a test fail, or the tests only
 * walk past it. Judges are the tests beside the engine, its properties and the second reckoning on a few lives.
 * `npm run mutate -- --mutate services/lending/engine/domain/rows/level.ts` for one file.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: ['services/lending/engine/domain/**/*.ts', '!services/lending/engine/domain/**/*.test.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A mutant that fills memory in an endless loop ends here, not with the machine.
  testRunnerNodeArgs: ['--max-old-space-size=768'],
  timeoutMS: 3000,
  timeoutFactor: 1.2,
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/human-texts.mjs'],
  ignorers: ['human-texts'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation/engine.json' },
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: 'reports/stryker',
  cleanTempDir: 'always',
  ignorePatterns: [
    'cdk.out',
    '.local',
    'reports',
    'coverage',
    'infra',
    'services/capital',
    'services/beneficiary',
  ],
};
