import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { startCloud, type Cloud } from '#infra/local/cloud.ts';
import { parcelClient, synthesiseParcels } from './fixture/parcels.ts';

const templates = synthesiseParcels();
afterAll(() => {
  templates.remove();
});

const start = (): Promise<Cloud> => startCloud({ outDir: templates.outDir, dataDir: templates.dataDir });
const TWO_DAYS_MS = 2 * 86_400_000;

function inDatabase(use: (database: DatabaseSync) => void): void {
  const folder = join(templates.dataDir, 'dynamodb');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.db'))) {
    const database = new DatabaseSync(join(folder, file));
    use(database);
    database.close();
  }
}

/** Makes every stream record two days old, as it would be after a weekend. */
function age(): void {
  inDatabase((database) => {
    database.exec(`UPDATE us SET CreationDateTime = CreationDateTime - ${TWO_DAYS_MS}`);
  });
}

it('takes up again after the stream has forgotten, from the facts in the table', async () => {
  const first = await start();
  const ids = ['one', 'two', 'three'];
  const client = parcelClient(first.apiUrl, await first.token('credit-officer'));
  for (const id of ids) await client.send(id);
  await first.settled();
  await first.stop();
  inDatabase((database) => {
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(
      database.prepare("SELECT 1 AS found FROM sqlite_master WHERE name = 'us_by_stream'").get(),
    ).toEqual({
      found: 1,
    });
  });

  const counts = async (cloud: Cloud): Promise<number[]> => {
    const reader = parcelClient(cloud.apiUrl, await cloud.token('credit-officer'));
    return Promise.all(ids.map((id) => reader.deliveries(id)));
  };

  // A clean stop with nothing on its way: the old stream has lost nothing, and what comes now is not overlooked
  // although its records are numbered from 1 again.
  age();
  const rested = await start();
  ids.push('four');
  await parcelClient(rested.apiUrl, await rested.token('credit-officer')).send('four');
  await rested.settled();
  expect(await counts(rested)).toEqual([1, 1, 1, 1]);
  await rested.stop();

  // Killed with records on their way: what the stream forgot is sent again from the table.
  const checkpoint = join(templates.dataDir, 'pipes', 'parcels-outbox.json');
  const place = JSON.parse(readFileSync(checkpoint, 'utf8')) as object;
  writeFileSync(checkpoint, JSON.stringify({ ...place, eventId: 'long-gone', drained: false }));
  const recovered = await start();
  await recovered.settled();
  expect(Math.min(...(await counts(recovered)))).toBeGreaterThanOrEqual(2);
  expect(recovered.inspect.problems()[0]?.text).toContain('pass again');
  await recovered.stop();
});
