import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AREAS } from './areas.ts';
import { ROOT } from './tree.ts';

/** The same for every service, so that who knows one finds the way in all. */
const HEADINGS = [
  'What it is',
  'Areas',
  'Routes',
  'Events in',
  'Events out',
  'Tables',
  'Failure behaviour',
  'Nuances',
  'How to add',
];

describe.each(Object.entries<readonly string[]>(AREAS))('the README of %s', (service, areas) => {
  const text = readFileSync(join(ROOT, `services/${service}/README.md`), 'utf8');

  test('has the fixed headings, in their order', () => {
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
  });

  test('names its areas from the ground up', () => {
    const section = text.slice(text.indexOf('## Areas'), text.indexOf('## Routes'));
    expect([...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, area]) => area)).toEqual(areas);
  });
});
