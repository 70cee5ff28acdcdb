import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, ROOT } from './tree.ts';

const MOST_LINES = 400;
const TEXT = /\.(ts|mjs|js|json|md|html|css|svg|sh|yml|yaml)$|(^|\/)\.ci\/run$|(^|\/)\.[a-z]+ignore$/;

const files = projectFiles()
  .filter((path) => TEXT.test(path) && path !== 'package-lock.json')
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const code = files.filter(({ path }) => /\.(ts|mjs|js)$/.test(path));
const product = code.filter(({ path }) => !path.startsWith('test/') && !path.endsWith('.test.ts'));

const linesMatching = (among: typeof files, pattern: RegExp): string[] =>
  among.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${String(index + 1)}`] : [])),
  );

describe('the words of the project', () => {
  test('were read', () => {
    expect(code.length).toBeGreaterThan(50);
  });

  // Written in pieces, so that this file does not find itself.
  test('name no machine, registry or folder outside the project', () => {
    const outside = new RegExp(
      [
        '/wo' + 'rk/',
        '/tm' + 'p/(?!\\$)',
        'registry' + String.raw`\.[a-z]+\.`,
        String.raw`(\.\./)+sha` + 'red/.*\\.md',
      ].join('|'),
    );
    expect(linesMatching(files, outside)).toEqual([]);
  });

  test('silence no check and leave nothing for later', () => {
    const silenced = new RegExp(
      [
        'eslint-' + 'disable',
        '@ts-' + '(ignore|expect-error|nocheck)',
        String.raw`\bas ` + 'any\\b',
        'TO' + 'DO',
        'FIX' + 'ME',
      ].join('|'),
    );
    expect(linesMatching(code, silenced)).toEqual([]);
  });

  test('skip no test silently', () => {
    const tests = code.filter(({ path }) => path.endsWith('.test.ts'));
    expect(linesMatching(tests, new RegExp(String.raw`\.(on` + 'ly|to' + 'do)\\('))).toEqual([]);
  });

  test('print to the console only from commands, never from a function', () => {
    const functions = product.filter(
      ({ path }) => /^(services|shared)\//.test(path) && !path.startsWith('services/console/'),
    );
    expect(linesMatching(functions, /\bconsole\.\w+\(/)).toEqual([]);
  });
});

describe('the files', () => {
  test(`are each one thing: under ${String(MOST_LINES)} lines`, () => {
    const long = code
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines >= MOST_LINES);
    expect(long).toEqual([]);
  });

  test('are named in kebab-case', () => {
    const odd = code.filter(
      ({ path }) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|mjs|js)$/.test(path.split('/').at(-1) ?? ''),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  // A barrel hides who needs what and drags whole folders into every bundle.
  test('re-export nothing', () => {
    expect(linesMatching(product, /^export (\*|\{[^}]*\}) from /)).toEqual([]);
  });

  test('of the entrypoints stay small: parse, call a verb, answer', () => {
    const long = product
      .filter(({ path }) => /^services\/[^/]+\/entrypoints\//.test(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 120);
    expect(long).toEqual([]);
  });
});
