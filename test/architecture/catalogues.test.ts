import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, ROOT } from './tree.ts';

/** Everything the published language exports, found in the modules themselves so that none can be forgotten. */
const exported = await Promise.all(
  projectFiles('shared')
    .filter((path) => /^shared\/(contracts|domain)\/.+\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .map(async (path) => ({
      path,
      values: Object.entries((await import(join(ROOT, path))) as Record<string, unknown>),
    })),
);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ERROR_FIELDS = ['status', 'title', 'remedy', 'when'];
const entries = exported.flatMap(({ path, values }) =>
  values.flatMap(([name, catalogue]) =>
    isRecord(catalogue)
      ? Object.entries(catalogue).flatMap(([code, entry]) =>
          isRecord(entry) &&
          ERROR_FIELDS.some((field) => field in entry) &&
          'status' in entry &&
          'when' in entry
            ? [{ where: `${path} ${name}`, code, entry }]
            : [],
        )
      : [],
  ),
);

/** Human texts anywhere in what is exported: an object with `vi` or `en`. Schemas are machines, not words. */
function* texts(value: unknown, where: string, depth = 0): Generator<[string, Record<string, unknown>]> {
  if (depth > 4 || typeof value !== 'object' || value === null || '_zod' in value) return;
  if (isRecord(value) && ('vi' in value || 'en' in value)) yield [where, value];
  for (const [key, part] of Object.entries(value)) yield* texts(part, `${where}.${key}`, depth + 1);
}
const words = exported.flatMap(({ path, values }) =>
  values.flatMap(([name, value]) => [...texts(value, `${path} ${name}`)]),
);

describe('the catalogues', () => {
  test('were found: errors, routes and events', () => {
    expect(entries.length).toBeGreaterThan(30);
    expect(words.length).toBeGreaterThan(150);
  });

  test('say everything in Vietnamese and in English', () => {
    const incomplete = words.filter(([, { vi, en }]) =>
      [vi, en].some((text) => typeof text !== 'string' || text.trim() === ''),
    );
    expect(incomplete.map(([where]) => where)).toEqual([]);
  });

  test('do not repeat English as Vietnamese', () => {
    expect(words.filter(([, { vi, en }]) => vi === en).map(([where]) => where)).toEqual([]);
  });

  test('give every error a status, a title, a remedy and when it is thrown', () => {
    const incomplete = entries.filter(
      ({ entry }) =>
        typeof entry['status'] !== 'number' ||
        !isRecord(entry['title']) ||
        !isRecord(entry['remedy']) ||
        !isRecord(entry['when']),
    );
    expect(incomplete).toEqual([]);
  });

  test('use one code for one meaning, in kebab-case', () => {
    const meanings = Map.groupBy(entries, ({ code }) => code);
    const ambiguous = [...meanings].filter(
      ([, same]) => new Set(same.map(({ entry }) => JSON.stringify(entry))).size > 1,
    );
    expect(ambiguous.map(([code, same]) => ({ code, where: same.map(({ where }) => where) }))).toEqual([]);
    expect(entries.map(({ code }) => code).filter((code) => !/^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });
});
