import { describe, expect, test } from 'vitest';
import { DESCRIBED_SERVICES, drawReadme } from './described-services.ts';
import { withTables, withoutWords } from './readme-tables.ts';

describe.each(DESCRIBED_SERVICES)('the README of $manifest.service', (described) => {
  test('has the tables of its manifests and contracts, as npm run readmes writes them', async () => {
    const { stands, drawn } = await drawReadme(described);
    expect(stands).toBe(drawn);
  });

  test('says of every event that comes in what happens', async () => {
    expect(withoutWords((await drawReadme(described)).stands)).toEqual([]);
  });
});

describe('a README drawn anew', () => {
  const [described] = DESCRIBED_SERVICES;
  const bare = ['Routes', 'Events in', 'Events out', 'Tables', 'Nuances']
    .map((heading) => `\n## ${heading}\n\nWords of people.\n`)
    .join('');

  test('gets tables where it had none, and keeps the words around them', () => {
    if (described === undefined) throw new Error('no service is described');
    const drawn = withTables(bare, described);
    expect(drawn).toContain(
      '| `PUT /v1/beneficiary/areas/{areaId}` | administrator; systems with `reference.write` |',
    );
    expect(drawn.split('Words of people.')).toHaveLength(6);
    expect(drawn.endsWith('## Nuances\n\nWords of people.\n')).toBe(true);
  });

  test('loses rows that are no longer true, keeps what happens, and says where that is missing', () => {
    if (described === undefined) throw new Error('no service is described');
    const old =
      '| event | what happens |\n| --- | --- |\n| `LoanConfirmed` | decides |\n| `Unheard` | nothing |\n';
    const drawn = withTables(bare.replace('## Events in\n\n', `## Events in\n\n${old}\n`), described);
    expect(drawn).toContain('| `LoanConfirmed` | lending | `on-events` | decides |');
    expect(drawn).not.toContain('Unheard');
    expect(withoutWords(drawn)).toEqual(['`LoanDisbursed`', '`RepaymentRecorded`']);
  });
});
