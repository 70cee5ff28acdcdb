import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { DEPENDENCY_RULES } from './dependency-rules.ts';

const ROOMS = ['infra', 'services', 'shared', 'test'];

export interface CruiseReport {
  /** Project files the checker saw, relative to the root. */
  readonly seen: readonly string[];
  /** `rule: from → to`, sorted. */
  readonly violations: readonly string[];
}

/** Runs the dependency rules over the tree under `root`. */
export const cruiseTree = async (root: string): Promise<CruiseReport> => {
  const outcome = await cruise(
    ROOMS,
    {
      baseDir: root,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: String.raw`(^|/)(cdk\.out|\.local)/` },
      // Type-only imports are dependencies of the reader, so the rules hold for them too.
      tsPreCompilationDeps: true,
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
      validate: true,
      ruleSet: { forbidden: DEPENDENCY_RULES },
    },
    undefined,
    { tsConfig: extractTsConfig(join(root, 'tsconfig.json')) },
  );
  const result = outcome.output as ICruiseResult;
  return {
    seen: result.modules
      .map((module) => module.source)
      .filter((source) => ROOMS.some((room) => source.startsWith(`${room}/`)))
      .sort(),
    violations: result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort(),
  };
};

/** Every TypeScript file of the tree, found without the checker. */
export const typeScriptFiles = (root: string): string[] =>
  ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('cdk.out'))
      .map((path) => `${room}/${path}`),
  ).sort();
