import { defineConfig } from 'vitest/config';

const minutes = (count: number): number => count * 60_000;

/** Each file starts a whole local cloud: they run after the rest, one by one, or they would starve each other. */
const oneAtATime = (groupOrder: number) => ({ maxWorkers: 1, sequence: { groupOrder } });

/**
 * Projects are split by what a test needs to run: nothing (`unit`, `architecture`, `documents`),
 * the CDK app (`infra`), a DynamoDB (`store`), or the whole local cloud (`cloud`, `contract`, `journeys`).
 */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    reporters: ['default', './test/support/tally-reporter.ts'],
    // Two cores are the measure of a CI machine; more workers would only make the servers they share slower.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{services,shared,infra}/**/*.test.ts',
            'test/{bench,engine,model,province,support}/**/*.test.ts',
          ],
        },
      },
      { extends: true, test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'documents',
          include: ['test/{documents,golden}/**/*.test.ts'],
          env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(3),
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['test/stores/**/*.test.ts'],
          globalSetup: ['test/support/dynamo-setup.ts'],
          env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
          testTimeout: minutes(1),
          hookTimeout: minutes(1),
        },
      },
      {
        extends: true,
        test: {
          name: 'cloud',
          include: ['test/local-cloud/**/*.test.ts'],
          ...oneAtATime(1),
          testTimeout: minutes(2),
          hookTimeout: minutes(3),
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contracts/**/*.test.ts'],
          globalSetup: ['test/support/cloud-setup.ts'],
          env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
          ...oneAtATime(2),
          testTimeout: minutes(1),
          hookTimeout: minutes(3),
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/{journeys,reliability}/**/*.test.ts'],
          globalSetup: ['test/support/cloud-setup.ts'],
          ...oneAtATime(3),
          testTimeout: minutes(4),
          hookTimeout: minutes(3),
        },
      },
    ],
  },
});
