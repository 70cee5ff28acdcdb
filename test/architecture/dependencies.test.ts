import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cruiseTree, typeScriptFiles } from './cruise.ts';
import { DEPENDENCY_RULES } from './dependency-rules.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the tree', async () => {
  const report = await cruiseTree(ROOT);

  test('keeps every dependency rule', () => {
    expect(report.violations).toEqual([]);
  });

  // With an unsuitable compiler the checker reads nothing and reports nothing: a green that means blind.
  test('was seen whole by the checker', () => {
    expect(report.seen.filter((path) => path.endsWith('.ts'))).toEqual(typeScriptFiles(ROOT));
  });
});

/** The smallest tree that keeps the rules, and per rule one change that breaks it. */
const SOUND = {
  'services/lending/entrypoints/http.ts': `
    import '../adapters/loan-store.ts';
    import '../application/apply-for-loan.ts';
    import '../environment.ts';`,
  'services/lending/environment.ts': `import 'zod/mini';`,
  'services/lending/adapters/loan-store.ts': `
    import '@aws-sdk/client-dynamodb';
    import '../application/ports.ts';`,
  'services/lending/application/apply-for-loan.ts': `
    import './ports.ts';
    import '#shared/contracts/lending/http.ts';`,
  'services/lending/application/ports.ts': `import '../domain/loan.ts';`,
  'services/lending/domain/loan.ts': `
    import '#shared/domain/vnd.ts';
    import '#shared/contracts/lending/errors.ts';`,
  'services/lending/domain/loan.test.ts': `import './loan.ts';`,
  'services/capital/entrypoints/http.ts': `import '../domain/source.ts';`,
  'services/capital/domain/source.ts': `export {};`,
  'shared/contracts/lending/http.ts': `import 'zod/mini';`,
  'shared/contracts/lending/errors.ts': `import '#shared/domain/vnd.ts';`,
  'shared/domain/vnd.ts': `export {};`,
  'shared/client/api-client.ts': `import '#shared/contracts/lending/http.ts';`,
  'infra/bin/app.ts': `import '../../services/lending/environment.ts';`,
  'test/journeys/journey.ts': `import '#shared/client/api-client.ts';`,
};

const PLANTED: Record<string, Record<string, string>> = {
  'domain-is-pure': { 'services/lending/domain/loan.ts': `import '#shared/contracts/lending/http.ts';` },
  'application-knows-no-aws': {
    'services/lending/application/apply-for-loan.ts': `import '@aws-sdk/client-dynamodb'; import './ports.ts';`,
  },
  'adapters-serve-the-ports': {
    'services/lending/adapters/loan-store.ts': `import '../application/apply-for-loan.ts';`,
  },
  'entrypoints-stay-at-home': {
    'services/capital/entrypoints/http.ts': `import '@aws-sdk/client-dynamodb'; import '../domain/source.ts';`,
  },
  'environment-is-a-schema': { 'services/lending/environment.ts': `import './domain/loan.ts';` },
  'services-never-import-each-other': {
    'services/capital/entrypoints/http.ts': `import '../domain/source.ts'; import '#lending/domain/loan.ts';`,
  },
  'console-speaks-the-contracts': {
    'services/console/site/page.ts': `import '#shared/runtime/problem.ts';`,
    'shared/runtime/problem.ts': `export {};`,
  },
  'infra-sees-environments-only': { 'infra/bin/app.ts': `import '../../services/lending/domain/loan.ts';` },
  'local-cloud-plays-templates': { 'infra/local/token.ts': `import '#shared/domain/vnd.ts';` },
  'shared-stands-alone': { 'shared/client/api-client.ts': `import '#lending/environment.ts';` },
  'product-knows-no-tests': { 'services/capital/domain/source.ts': `import '#test/journeys/journey.ts';` },
  'shared-domain-is-pure': { 'shared/domain/vnd.ts': `import 'node:crypto';` },
  'contracts-are-schemas': { 'shared/contracts/lending/http.ts': `import '@middy/core';` },
  'client-runs-anywhere': { 'shared/client/api-client.ts': `import 'node:https';` },
  'no-cycles': {
    'services/lending/domain/loan.ts': `import './terms.ts';`,
    'services/lending/domain/terms.ts': `import './loan.ts';`,
  },
  'no-unknown-import': { 'services/lending/domain/loan.ts': `import './absent.ts';` },
  'functions-bundle-run-time-packages': {
    'services/lending/adapters/loan-store.ts': `import 'fast-check'; import '../application/ports.ts';`,
  },
  'no-dead-product-files': {
    'services/lending/domain/forgotten.ts': `import './loan.ts';`,
    'services/lending/domain/forgotten.test.ts': `import './forgotten.ts';`,
  },
  'no-dead-test-files': { 'test/support/unused.ts': `export {};` },
};

const planted: string[] = [];
const plant = (files: Record<string, string>): string => {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'));
  planted.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const file of ['package.json', 'tsconfig.json']) copyFileSync(join(ROOT, file), join(root, file));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
};

afterAll(() => {
  for (const root of planted) rmSync(root, { recursive: true });
});

describe('the rules have power', () => {
  test('the sound tree passes', async () => {
    expect((await cruiseTree(plant(SOUND))).violations).toEqual([]);
  });

  test('every rule has a planted violation', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(DEPENDENCY_RULES.map((rule) => rule.name).sort());
  });

  test.each(Object.entries(PLANTED))('%s finds its planted violation', async (rule, change) => {
    const { violations } = await cruiseTree(plant({ ...SOUND, ...change }));
    expect(violations.filter((line) => line.startsWith(`${rule}: `))).not.toEqual([]);
  });
});
