import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { API_PAGE_SCRIPT, renderApiPage } from './api-page.ts';
import { renderErrorPage } from './error-page.ts';
import { buildEventCatalogue } from './event-catalogue.ts';
import { renderEventPage } from './event-page.ts';
import { buildOpenApi } from './openapi.ts';
import { errorsOfRoute } from './problem-responses.ts';
import { PUBLISHED_EVENTS, PUBLISHED_ROUTES } from './published.ts';

export interface PublishedDocument {
  /** Where it is served, without the leading slash. */
  readonly key: string;
  readonly body: string | Uint8Array;
}

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Everything the platform publishes about itself, drawn from the contracts each time the app is synthesised. */
export function buildDocuments(): PublishedDocument[] {
  const catalogue = buildEventCatalogue(PUBLISHED_EVENTS);
  return [
    { key: 'v1/openapi.json', body: printJson(buildOpenApi(PUBLISHED_ROUTES)) },
    { key: 'v1/events.json', body: printJson(catalogue) },
    { key: 'docs/index.html', body: renderApiPage() },
    { key: 'docs/api-page.js', body: API_PAGE_SCRIPT },
    ...['swagger-ui.css', 'swagger-ui-bundle.js'].map((file) => ({
      key: `docs/${file}`,
      body: readFileSync(join(SWAGGER_UI, file)),
    })),
    { key: 'docs/events/index.html', body: renderEventPage(catalogue) },
    { key: 'docs/errors/index.html', body: renderErrorPage(PUBLISHED_ROUTES.map(errorsOfRoute)) },
  ];
}

/** Writes the documents under `directory`, each at its key, and gives the directory back. */
export function writeDocuments(directory: string): string {
  for (const { key, body } of buildDocuments()) {
    const file = join(directory, key);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  }
  return directory;
}

function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
