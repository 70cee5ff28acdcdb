import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AREAS } from './areas.ts';
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
    import '#lending/loans/adapters/loan-store.ts';
    import '#lending/loans/application/disburse-loan.ts';
    import '../environment.ts';
    import '../functions/http.ts';`,
  'services/lending/environment.ts': `import 'zod/mini';`,
  'services/lending/functions/http.ts': `import '#shared/contracts/lending/loans/routes.ts'; import '#shared/functions/manifest.ts';`,
  'services/lending/manifest.ts': `import './functions/http.ts';`,
  'services/lending/loans/adapters/loan-store.ts': `
    import '@aws-sdk/client-dynamodb';
    import '../application/ports.ts';`,
  'services/lending/loans/application/disburse-loan.ts': `
    import './ports.ts';
    import '#shared/application/pages.ts';
    import '#shared/contracts/lending/loans/routes.ts';`,
  'services/lending/loans/application/ports.ts': `import '../domain/loan.ts';`,
  'services/lending/loans/domain/loan.ts': `
    import '#lending/engine/domain/terms.ts';
    import '#shared/domain/vnd.ts';
    import '#shared/contracts/lending/loans/errors.ts';`,
  'services/lending/loans/domain/loan.test.ts': `import './loan.ts';`,
  'services/lending/engine/domain/terms.ts': `export {};`,
  'services/capital/entrypoints/http.ts': `import '#capital/ledger/domain/source.ts';`,
  'services/capital/ledger/domain/source.ts': `export {};`,
  'shared/application/pages.ts': `import '#shared/domain/vnd.ts';`,
  'shared/functions/manifest.ts': `export {};`,
  'shared/contracts/lending/loans/routes.ts': `import 'zod/mini';`,
  'shared/contracts/lending/loans/errors.ts': `import '#shared/domain/vnd.ts';`,
  'shared/domain/vnd.ts': `export {};`,
  'shared/client/api-client.ts': `import '#shared/contracts/lending/loans/routes.ts';`,
  'infra/bin/app.ts': `import '../../services/lending/environment.ts'; import '../../services/lending/manifest.ts';`,
  'test/journeys/journey.ts': `import '#shared/client/api-client.ts';`,
};

/** An area that reaches for the one above it. */
const upward = Object.fromEntries(
  Object.entries<readonly string[]>(AREAS).flatMap(([service, areas]) =>
    areas.slice(0, -1).map((area, index) => [
      `${service}-${area}-knows-only-below`,
      {
        [`services/${service}/${area}/domain/low.ts`]: `import '#${service}/${areas[index + 1] ?? ''}/domain/high.ts';`,
        [`services/${service}/${areas[index + 1] ?? ''}/domain/high.ts`]: `export {};`,
      },
    ]),
  ),
);

const PLANTED: Record<string, Record<string, string>> = {
  ...upward,
  'domain-is-pure': {
    'services/lending/loans/domain/loan.ts': `import '#shared/contracts/lending/loans/routes.ts';`,
  },
  'application-knows-no-aws': {
    'services/lending/loans/application/disburse-loan.ts': `import '@aws-sdk/client-dynamodb'; import './ports.ts';`,
  },
  'adapters-serve-the-ports': {
    'services/lending/loans/adapters/loan-store.ts': `import '../application/disburse-loan.ts';`,
  },
  'entrypoints-stay-at-home': {
    'services/capital/entrypoints/http.ts': `import '@aws-sdk/client-dynamodb'; import '#capital/ledger/domain/source.ts';`,
  },
  'environment-is-a-schema': {
    'services/lending/environment.ts': `import './loans/domain/loan.ts';`,
  },
  'manifests-are-words': { 'services/lending/functions/http.ts': `import '../loans/domain/loan.ts';` },
  'services-never-import-each-other': {
    'services/capital/entrypoints/http.ts': `import '#capital/ledger/domain/source.ts'; import '#lending/loans/domain/loan.ts';`,
  },
  'console-speaks-the-contracts': {
    'services/console/site/page.ts': `import '#shared/runtime/problem.ts';`,
    'shared/runtime/problem.ts': `export {};`,
  },
  'infra-sees-manifests-only': {
    'infra/bin/app.ts': `import '../../services/lending/loans/domain/loan.ts';`,
  },
  'local-cloud-plays-templates': { 'infra/local/token.ts': `import '#shared/domain/vnd.ts';` },
  'shared-stands-alone': { 'shared/client/api-client.ts': `import '#lending/environment.ts';` },
  'product-knows-no-tests': {
    'services/capital/ledger/domain/source.ts': `import '#test/journeys/journey.ts';`,
  },
  'shared-domain-is-pure': { 'shared/domain/vnd.ts': `import 'node:crypto';` },
  'contracts-are-schemas': { 'shared/contracts/lending/loans/routes.ts': `import '@middy/core';` },
  'kit-knows-no-aws': { 'shared/application/pages.ts': `import '@aws-sdk/client-dynamodb';` },
  'manifests-are-shapes': { 'shared/functions/manifest.ts': `import '@middy/core';` },
  'client-runs-anywhere': { 'shared/client/api-client.ts': `import 'node:https';` },
  'no-cycles': {
    'services/lending/loans/domain/loan.ts': `import './terms.ts';`,
    'services/lending/loans/domain/terms.ts': `import './loan.ts';`,
  },
  'no-unknown-import': { 'services/lending/loans/domain/loan.ts': `import './absent.ts';` },
  'functions-bundle-run-time-packages': {
    'services/lending/loans/adapters/loan-store.ts': `import 'fast-check'; import '../application/ports.ts';`,
  },
  'no-dead-product-files': {
    'services/lending/loans/domain/forgotten.ts': `import './loan.ts';`,
    'services/lending/loans/domain/forgotten.test.ts': `import './forgotten.ts';`,
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
