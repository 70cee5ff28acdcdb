import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuard } from '#infra/local/guard.ts';
import { startDynamoDb } from '#infra/local/servers/dynamodb.ts';
import { costsOf } from './ledger-costs.ts';
import { DAYS } from './long-ledger.ts';
import type { LedgerCosts } from './ledger-costs.ts';
import { reserveAtOnce } from './reservation-race.ts';

/**
 * `npm run bench:capital [postings…]`: what the ledger costs at ten thousand and at a million postings over the
 * same ten years, and how reservations that meet on one leaf compare with reservations spread over 54. Units are
 * counted by the bench's own meter; the run fails when a cost grows with the postings or with later history, other
 * than by the entries of the very day that is asked about as known on an instant within it.
 */
const SIZES = process.argv.slice(2).map(Number);
const [SMALL, LARGE] = [SIZES[0] ?? 10_000, SIZES[1] ?? 1_000_000];
/** A month of a leaf that moves daily has more lines than one that moves twice: at most this many units more. */
const MORE_LINES = 2;
/** As known on an instant reads the entries of that instant's own day one by one, a hundred a page. */
const ENTRIES_A_PAGE = 100;
const UNITS_AN_ENTRY = 0.04;
const ENTRIES_A_DAY = LARGE / DAYS;
const RESERVATIONS = 200;

process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';

function complaints(small: LedgerCosts, large: LedgerCosts): string[] {
  return Object.entries(large.costs).flatMap(([work, cost]) => {
    const before = small.costs[work];
    const earlier = large.atHalf[work];
    const own = work.includes('as known on') ? ENTRIES_A_DAY : 0;
    const pages = Math.ceil(own / ENTRIES_A_PAGE);
    return [
      ...(cost.requests > (before?.requests ?? 0) + pages
        ? [`${work}: more requests with more postings`]
        : []),
      ...(cost.readUnits > (before?.readUnits ?? 0) + MORE_LINES + own * UNITS_AN_ENTRY
        ? [`${work}: more read units`]
        : []),
      ...(cost.writeUnits > (before?.writeUnits ?? 0) ? [`${work}: more write units`] : []),
      ...(earlier && (cost.requests > earlier.requests || cost.readUnits > earlier.readUnits)
        ? [`${work}: costs more after five more years`]
        : []),
    ];
  });
}

const small = await costsOf(SMALL);
const large = await costsOf(LARGE);
console.log(`| work | requests | read units | write units | read units at ${SMALL.toLocaleString('en')} |`);
console.log('| --- | --: | --: | --: | --: |');
for (const [work, { requests, readUnits, writeUnits }] of Object.entries(large.costs)) {
  console.log(
    `| ${work} | ${requests} | ${readUnits} | ${writeUnits} | ${small.costs[work]?.readUnits ?? ''} |`,
  );
}
console.log(`\nat ${LARGE.toLocaleString('en')} postings over ten years on 54 leaves`);

const logDir = await mkdtemp(join(tmpdir(), 'bench-capital-'));
const guard = startGuard();
try {
  const server = await startDynamoDb(guard, { dataDir: 'memory', logDir });
  const one = await reserveAtOnce(server.url, RESERVATIONS, 1);
  const spread = await reserveAtOnce(server.url, RESERVATIONS, 54);
  const ratio = (one.seconds / spread.seconds).toFixed(2);
  console.log(`\n${RESERVATIONS} reservations at once, ${one.concurrency} functions:`);
  console.log(
    `on 1 leaf   ${one.requestsEach.toFixed(2)} store requests each, ${ratio}× the time of 54 leaves`,
  );
  console.log(`on 54 leaves ${spread.requestsEach.toFixed(2)} store requests each`);
} finally {
  await guard.stop();
  await rm(logDir, { recursive: true, force: true });
}

const found = complaints(small, large);
for (const complaint of found) console.error(`✗ ${complaint}`);
process.exitCode = found.length === 0 ? 0 : 1;
