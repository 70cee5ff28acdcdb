import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Cloud } from '#infra/local/cloud.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import * as give from '#test/support/world/commands.ts';
import type { Command } from '#test/support/world/commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import * as running from '#test/support/world/reservation-commands.ts';
import { AT_A_TIME, HOME, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';
import { playContracts, playSplit, SPLIT } from './contract-cast.ts';
import { playFunds } from './fund-cast.ts';
import { playOpenings } from './opening-cast.ts';
import { playPostponed, playShortLived, SHORT_LIVED } from './programme-cast.ts';
import { playQuotas } from './quota-cast.ts';
import { playQuotaRequests } from './quota-request-cast.ts';
import { playStandards } from './standard-cast.ts';
import type { Stage } from './stage.ts';

/** Days on which the cast did what it did, in order. */
export const DAYS = {
  registered: '2026-01-20',
  opened: '2026-02-02',
  received: '2026-02-03',
  allocated: '2026-02-04',
  formed: '2026-02-10',
  applied: '2026-03-02',
  submitted: '2026-03-03',
  confirmed: '2026-03-05',
  approved: '2026-03-10',
  disbursed: '2026-03-12',
  repaid: '2026-04-12',
} as const;

export const SOURCE = 's-contracts';

/** A source whose receipt and allocation some scenario takes back. */
export const REVERSED = 's-reversed';

export const GROUP = 'g-contracts';

export const OTHER_GROUP = 'g-others';

export const HOUSEHOLDS = ['k1', 'k2', 'k3', 'k4', 'k5'].map((name) => `hh-${name}`);

export const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = HOUSEHOLDS;

export const OTHERS = ['m1', 'm2', 'm3', 'm4', 'm5'].map((name) => `hh-${name}`);

export const NATIONAL_ID = '022184123456';

/** Loans by how far they have come. */
export const LOANS = {
  applied: 'loan-applied',
  foreign: 'loan-foreign',
  listed: 'loan-listed',
  eligible: 'loan-eligible',
  large: 'loan-large',
  rateless: 'loan-rateless',
  shortLived: 'loan-short-lived',
  awaiting: 'loan-awaiting',
  reserved: 'loan-reserved',
  active: 'loan-active',
  settled: 'loan-settled',
  frozen: 'loan-frozen',
  split: 'loan-split',
  writtenOff: 'loan-written-off',
} as const;

export const OPEN_LIST = 'list-open';

export const DONE_LIST = 'list-done';

export const PARKED = 'parked-for-contracts';

/** Key under which the administrator has sent an event round again in each service. */
export const SPENT_BY_ADMINISTRATOR = 'administrator-redrive';

const REDRIVEN = 'redriven-for-contracts';

const CONFIRMED = [
  LOANS.eligible,
  LOANS.large,
  LOANS.rateless,
  LOANS.shortLived,
  LOANS.awaiting,
  LOANS.reserved,
  LOANS.active,
  LOANS.settled,
  LOANS.frozen,
  LOANS.writtenOff,
  LOANS.split,
];

const FUNDED = [LOANS.reserved, LOANS.active, LOANS.settled, LOANS.frozen, LOANS.writtenOff];

/** What a loan asks for when it is not the usual. */
const REQUESTS: Readonly<Record<string, Parameters<typeof give.apply>[4]>> = {
  [LOANS.large]: { amount: '190000000' },
  [LOANS.rateless]: { programmeId: 'qn-cooperative' },
  [LOANS.shortLived]: { programmeId: SHORT_LIVED },
};

/** Plays people and loans into every state that some refusal needs. */
export async function playCast({ world, cloud }: Stage): Promise<void> {
  await Promise.all([
    playContracts(world),
    playStandards(world),
    playQuotaRequests(world),
    playOpenings(world),
    playQuotas(world),
    capital(world).then(() => playFunds(world)),
    playShortLived(world, DAYS.confirmed),
    all(world, HOUSEHOLDS.map(register)).then(() => world.must(give.classify(FOURTH, DAYS.formed))),
    all(world, [
      give.formGroup(GROUP, HOME, HOUSEHOLDS, DAYS.formed),
      give.formGroup(OTHER_GROUP, HOME, OTHERS, DAYS.formed),
    ]),
    parkInEach(cloud, PARKED),
    parkInEach(cloud, REDRIVEN),
  ]);
  await playPostponed(world);
  await inParallel([BENEFICIARY_ROUTES, CAPITAL_ROUTES, LENDING_ROUTES], 3, (routes) =>
    world.doors.as('administrator').call(routes.redriveParkedEvent, {
      params: { eventId: REDRIVEN },
      body: { consumer: 'on-events' },
      idempotencyKey: SPENT_BY_ADMINISTRATOR,
    }),
  );
  await all(world, [
    ...[LOANS.applied, LOANS.listed, ...CONFIRMED].map((loanId) =>
      give.apply(loanId, GROUP, FIRST, DAYS.applied, REQUESTS[loanId]),
    ),
    give.apply(LOANS.foreign, OTHER_GROUP, OTHERS[0] ?? '', DAYS.applied),
  ]);
  await all(world, [
    give.submitList(OPEN_LIST, GROUP, [LOANS.listed], DAYS.submitted),
    give.submitList(DONE_LIST, GROUP, CONFIRMED, DAYS.submitted),
  ]);
  await world.must(give.confirmList(DONE_LIST, CONFIRMED, DAYS.confirmed));
  await world.settled();
  await all(world, [
    ...FUNDED.map((loanId) => give.approve(loanId, SOURCE, DAYS.approved)),
    give.approve(LOANS.awaiting, 'never-opened', DAYS.approved),
    give.approve(LOANS.split, SPLIT, DAYS.approved),
  ]);
  await world.settled();
  await all(
    world,
    [LOANS.active, LOANS.settled, LOANS.frozen, LOANS.writtenOff, LOANS.split].map((loanId) =>
      give.disburse(loanId, DAYS.disbursed),
    ),
  );
  await settle(world);
  await world.must(give.repay(LOANS.split, 1, '200000', DAYS.repaid));
  await world.must(give.freeze(LOANS.frozen, DAYS.repaid, '2027-04-11'));
  await world.must(running.writeOff(LOANS.writtenOff, DAYS.repaid));
  await world.settled();
  await playSplit(world);
}

const all = (world: World, commands: readonly Command[], atATime = AT_A_TIME): Promise<void> =>
  inParallel(commands, atATime, (command) => world.must(command));

function register(householdId: string): Command {
  const usual = give.registerHousehold(householdId, HOME, DAYS.registered);
  if (householdId !== FIRST) return usual;
  const { persons } = usual.body as { persons: { personId: string }[] };
  const [first, ...rest] = persons;
  const body = { ...(usual.body as object), persons: [{ ...first, nationalId: NATIONAL_ID }, ...rest] };
  return { ...usual, body };
}

async function capital(world: World): Promise<void> {
  await world.must(give.openSource(SOURCE, DAYS.opened));
  await world.must(give.receiveCapital(SOURCE, '1000000000', DAYS.received));
  await all(world, quota.allocateQuota(SOURCE, HOME, '500000000', DAYS.allocated), 1);
  await world.must(give.openSource(REVERSED, DAYS.opened));
  await world.must(give.receiveCapital(REVERSED, '2000', DAYS.received));
  await world.must({
    ...give.receiveCapital(REVERSED, '1000', DAYS.received),
    key: `${REVERSED}-receive-more`,
  });
  await all(world, quota.allocateQuota(REVERSED, HOME, '500', DAYS.allocated), 1);
}

async function settle(world: World): Promise<void> {
  const { position } = await world.doors.as('credit-officer').call(LENDING_ROUTES.getLoan, {
    params: { loanId: LOANS.settled },
    query: { asOf: DAYS.repaid },
  });
  await world.must(give.repay(LOANS.settled, 1, position?.payoff ?? '', DAYS.repaid));
}

/** An event that waits in each service, put there as a consumer would. */
async function parkInEach(cloud: Cloud, id: string): Promise<void> {
  const { assembly, endpoint } = cloud;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: assembly.region,
      endpoint: endpoint.url,
      credentials: endpoint.operator,
    }),
  );
  const event = {
    id,
    type: 'Unheard',
    version: 1,
    source: 'contracts',
    subject: 'contracts',
    aggregateVersion: 1,
    communeId: null,
    effectiveOn: TODAY,
    recordedAt: `${TODAY}T02:00:00.000Z`,
    actor: 'contracts',
    correlationId: 'contracts',
    causationId: null,
    data: {},
  };
  const item = {
    pk: 'PARKED',
    sk: `${id}#on-events`,
    version: 1,
    eventId: id,
    consumer: 'on-events',
    reason: 'unknown-event-type',
    detail: { vi: 'Chưa biết', en: 'Unknown' },
    parkedAt: event.recordedAt,
    status: 'parked',
    payload: JSON.stringify(event),
  };
  await Promise.all(
    assembly.tables.map(({ name }) => client.send(new PutCommand({ TableName: name, Item: item }))),
  );
  client.destroy();
}
