import { basename, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BENEFICIARY } from '#beneficiary/manifest.ts';
import { CAPITAL } from '#capital/manifest.ts';
import { LENDING } from '#lending/manifest.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { routeKey } from '#shared/contracts/route.ts';
import type { Route } from '#shared/contracts/route.ts';
import { projectFiles, ROOT } from './tree.ts';

const VARIABLES = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  TABLE_NAME: 'table',
  SERVICE_NAME: 'test',
  STAGE: 'dev',
  REMEMBER_DAYS: '7',
  DATA_KEY_ID: 'key',
};

const SERVICES = [
  { manifest: BENEFICIARY, routes: BENEFICIARY_ROUTES },
  { manifest: CAPITAL, routes: CAPITAL_ROUTES },
  { manifest: LENDING, routes: LENDING_ROUTES },
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(SERVICES)('the functions of $manifest.service', ({ manifest, routes }) => {
  test('answer every route of the service between them, each once', () => {
    const answered = manifest.functions.flatMap((one) =>
      one.kind === 'http' ? Object.values<Route>(one.routes).map(routeKey) : [],
    );
    expect(answered.sort()).toEqual(Object.values<Route>(routes).map(routeKey).sort());
  });

  test('have an entry file each, and there is no other', () => {
    const entries = projectFiles(`services/${manifest.service}/entrypoints`).map((path) =>
      basename(path, '.ts'),
    );
    expect(entries.sort()).toEqual(
      [...manifest.functions.map(({ name }) => name), 'park-dead-letters'].sort(),
    );
  });

  // A function whose handlers or reactions are not those of its manifest throws when it starts.
  test.each(manifest.functions.map(({ name }) => name))('start as their manifest says: %s', async (name) => {
    for (const [variable, value] of Object.entries(VARIABLES)) vi.stubEnv(variable, value);
    const entry = (await import(join(ROOT, `services/${manifest.service}/entrypoints/${name}.ts`))) as {
      handler: unknown;
    };
    expect(entry.handler).toBeTypeOf('function');
  });
});
