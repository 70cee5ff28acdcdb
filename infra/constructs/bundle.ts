import { join } from 'node:path';
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

const bundled = new Map<string, string>();

/**
 * Directory holding the bundle of one entry file (path from the root of the project). Each entry is bundled once
 * per process, however many stages are synthesised. Throws when the entry does not compile.
 */
export function bundle(entry: string): string {
  const known = bundled.get(entry);
  if (known !== undefined) return known;
  const directory = workspace(entry.replace(/\.ts$/, '').replaceAll('/', '_'));
  buildSync({ ...BUNDLE_OPTIONS, entryPoints: [entry], outfile: join(directory, BUNDLE_FILE) });
  bundled.set(entry, directory);
  return directory;
}
