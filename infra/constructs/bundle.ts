import { globSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type BuildOptions } from 'esbuild';
import { workspace } from './workspace.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How every function is bundled; the cold-start bench measures with the same options. */
export const BUNDLE_OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  // Packages in the older module format ask for Node's own modules with require.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  legalComments: 'none',
  // Vietnamese as it is: escaped, every such letter would take six bytes instead of two or three.
  charset: 'utf8',
  logLevel: 'error',
  // Lambda passes credentials in the environment. The default chain would bring some 130 KB of single sign-on,
  // process and profile providers that can never be used there.
  alias: {
    '@aws-sdk/credential-provider-node': join(ROOT, 'shared/data/lambda-credentials.ts'),
    '@aws-sdk/middleware-endpoint-discovery': join(ROOT, 'shared/data/no-endpoint-discovery.ts'),
  },
  // Imported by the SDK only when a response is an event stream, which no call of the platform has.
  external: ['@smithy/core/event-streams'],
} as const satisfies BuildOptions;

/** The SDK itself is bundled, so that the version tested is the version deployed. */
export const BUNDLE_FILE = 'index.mjs';

const ENTRYPOINTS = 'services/**/entrypoints/**/*.ts';
const IS_FUNCTION = /^export const handler\b/m;

const bundled = new Map<string, string>();

/**
 * Directory holding the bundle of one entry file (path from the root of the project). All functions are bundled when
 * the first is asked for: what they share, the SDK above all, is then read and parsed once instead of for each.
 * Throws when an entry does not compile.
 */
export function bundle(entry: string): string {
  if (bundled.size === 0) bundleAll(functionFiles());
  if (!bundled.has(entry)) bundleAll([entry]);
  return bundled.get(entry) ?? '';
}

function bundleAll(entries: readonly string[]): void {
  const root = workspace('functions');
  const nameOf = (entry: string): string => entry.replace(/\.ts$/, '').replaceAll('/', '_');
  buildSync({
    ...BUNDLE_OPTIONS,
    entryPoints: entries.map((entry) => ({ in: entry, out: join(nameOf(entry), parse(BUNDLE_FILE).name) })),
    outExtension: { '.js': parse(BUNDLE_FILE).ext },
    outdir: root,
  });
  for (const entry of entries) bundled.set(entry, join(root, nameOf(entry)));
}

function functionFiles(): string[] {
  return globSync(ENTRYPOINTS, { cwd: ROOT })
    .filter((file) => IS_FUNCTION.test(readFileSync(join(ROOT, file), 'utf8')))
    .sort();
}
