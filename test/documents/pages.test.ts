import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildDocuments } from '#infra/documents/documents.ts';
import { bilingual } from '#infra/documents/html.ts';
import { errorsOfRoute } from '#infra/documents/problem-responses.ts';
import { PUBLISHED_EVENTS, PUBLISHED_ROUTES } from '#infra/documents/published.ts';

const SITE = join(import.meta.dirname, '../../services/console/site');
const documents = new Map(
  [
    ...buildDocuments(),
    ...readdirSync(SITE).map((key) => ({ key, body: readFileSync(join(SITE, key)) })),
  ].map(({ key, body }) => [key, Buffer.from(body).toString()]),
);
const pages = [...documents].filter(([key]) => key.endsWith('.html'));
const textOf = (key: string): string => documents.get(key) ?? '';

/** The document that answers an address, as the edge resolves it: a folder means its index page. */
const served = (address: string): boolean => {
  const path = address.replace(/[?#].*$/, '').replace(/^\//, '');
  return [path, `${path}${path === '' || path.endsWith('/') ? '' : '/'}index.html`].some((key) =>
    documents.has(key),
  );
};

describe('the pages', () => {
  test('are the first page and the three of the documentation', () => {
    expect(pages.map(([key]) => key).sort()).toEqual([
      'docs/errors/index.html',
      'docs/events/index.html',
      'docs/index.html',
      'index.html',
    ]);
  });

  test.each(pages)('%s loads and links only what this origin serves', (_, html) => {
    const addresses = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !address.startsWith('#') && !served(address))).toEqual([]);
  });

  // The content security policy allows scripts and styles of this origin only, none in the page itself.
  test.each(pages)('%s has no inline script or style', (_, html) => {
    expect([...html.matchAll(/<script(?![^>]*\bsrc=)/g)]).toEqual([]);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
  });

  test.each(pages)('%s speaks Vietnamese first and says everything in English too', (_, html) => {
    expect(html).toContain('<html lang="vi">');
    const spoken = (language: string): number => html.split(`lang="${language}"`).length - 1;
    const root = 1;
    const withoutScripts = html.includes('<noscript>') ? 1 : 0;
    expect(spoken('vi') - root - withoutScripts).toBe(spoken('en'));
  });

  test('every event has its article', () => {
    const html = textOf('docs/events/index.html');
    for (const { type } of PUBLISHED_EVENTS) expect(html).toContain(`<article id="${type}">`);
  });

  test('every error code has its row, where the type of a problem points', () => {
    const html = textOf('docs/errors/index.html');
    for (const route of PUBLISHED_ROUTES) {
      for (const [code, { when }] of Object.entries(errorsOfRoute(route))) {
        expect(html).toContain(`<tr id="${code}">`);
        expect(html).toContain(bilingual(when));
      }
    }
  });
});

describe('the event catalogue', () => {
  test('holds every event once per version, with a closed set of definitions', () => {
    const { events } = JSON.parse(textOf('v1/events.json')) as {
      events: { type: string; version: number; data: { type: string; $defs?: object } }[];
    };
    const names = events.map(({ type, version }) => `${type} v${String(version)}`);
    expect(names.sort()).toEqual(
      PUBLISHED_EVENTS.map(({ type, version }) => `${type} v${String(version)}`).sort(),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const { data } of events) {
      const refs = [...JSON.stringify(data).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
      expect(Object.keys(data.$defs ?? {})).toEqual(expect.arrayContaining(refs));
    }
  });
});
