import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuard } from '#infra/local/guard.ts';
import { startDynamoDb } from '#infra/local/servers/dynamodb.ts';
import { openDoors } from '#test/province/doors.ts';
import { loadReference } from '#test/province/load-reference.ts';
import { startInProcessPlatform } from '#test/support/in-process-platform.ts';
import { fillCommune, playLongLoan, playProbe, prepareSource } from './capacity-story.ts';
import type { Cost } from './metered-table.ts';

/** Loans that run in the commune before the probe is played: the figures must not depend on it. */
const SIZES = [24, 96] as const;

const REPLAY = ' (replay)';
const LONG = ' (120 instalments)';

type Costs = ReadonlyMap<string, Cost>;

interface Budget {
  readonly work: string;
  readonly most: Partial<Cost>;
}

/** Bounds of one act, everything included: fact, head, outbox, idempotency and indexes. */
const BUDGETS: readonly Budget[] = [
  { work: 'recordRepayment', most: { writeUnits: 7, writeRequests: 1, requests: 2 } },
  { work: 'disburseLoan', most: { writeUnits: 14, writeRequests: 1 } },
  { work: `disburseLoan${LONG}`, most: { writeUnits: 14, writeRequests: 1 } },
  { work: 'getLoan', most: { readUnits: 1, requests: 1 } },
  { work: 'listLoans', most: { readUnits: 1, requests: 1 } },
  { work: 'listLists', most: { readUnits: 1, requests: 1 } },
  { work: 'listHouseholds', most: { readUnits: 1, requests: 1 } },
  { work: `recordRepayment${REPLAY}`, most: { requests: 1, writeUnits: 0 } },
];

process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';

/** Plays the probe in a province with this many loans and returns what each piece of its work cost. */
async function measureAt(endpoint: string, loans: number): Promise<Costs> {
  const costs = new Map<string, Cost>();
  let watching: string | null = null;
  const entrance = await startInProcessPlatform(endpoint, (work, cost, { replayed }) => {
    if (watching !== null) costs.set(`${work}${replayed ? REPLAY : watching}`, cost);
  });
  await loadReference(openDoors(entrance), 1);
  const ground = await prepareSource(entrance);
  await fillCommune(entrance, ground, loans);
  watching = '';
  await playProbe(entrance, ground);
  watching = LONG;
  await playLongLoan(entrance, ground);
  return costs;
}

/** Requests and units must be the same; a balance with more digits may make an item a few bytes larger. */
function differences(small: Costs, large: Costs): string[] {
  const units = (cost: Cost | undefined): string => JSON.stringify({ ...cost, largestItem: null });
  return [...large].flatMap(([work, cost]) =>
    units(small.get(work)) === units(cost)
      ? []
      : [
          `${work}: ${JSON.stringify(small.get(work))} at ${SIZES[0]} loans, ${JSON.stringify(cost)} at ${SIZES[1]}`,
        ],
  );
}

function overBudget(costs: Costs): string[] {
  return BUDGETS.flatMap(({ work, most }) => {
    const cost = costs.get(work);
    if (!cost) return [`${work} was not measured`];
    return Object.entries(most).flatMap(([figure, bound]) =>
      cost[figure as keyof Cost] > bound
        ? [`${work}: ${figure} ${cost[figure as keyof Cost]}, at most ${bound}`]
        : [],
    );
  });
}

function table(costs: Costs): string {
  const rows = [...costs]
    .filter(([work]) => !work.endsWith(LONG) || work.startsWith('disburseLoan'))
    .map(
      ([work, cost]) =>
        `| ${work} | ${cost.requests} | ${cost.readUnits} | ${cost.writeUnits} | ${cost.largestItem} |`,
    );
  return [
    '| work | requests | read units | write units | largest item, bytes |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

const logDir = await mkdtemp(join(tmpdir(), 'bench-capacity-'));
const guard = startGuard();
try {
  const server = await startDynamoDb(guard, { dataDir: 'memory', logDir });
  const small = await measureAt(server.url, SIZES[0]);
  const large = await measureAt(server.url, SIZES[1]);
  console.log(table(large));
  const complaints = [...differences(small, large), ...overBudget(large)];
  for (const complaint of complaints) console.error(`✗ ${complaint}`);
  if (complaints.length === 0) {
    console.log(
      `\nThe same at ${SIZES[0]} and at ${SIZES[1]} running loans in the commune; every budget is kept.`,
    );
  }
  process.exitCode = complaints.length === 0 ? 0 : 1;
} finally {
  await guard.stop();
  await rm(logDir, { recursive: true, force: true });
}
