import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifySource } from '#capital/verification/application/verify-ledger.ts';
import type { Cloud } from '#infra/local/cloud.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { apiLedger } from '#test/ledger/api-ledger.ts';
import { startTestCloud } from '#test/support/test-cloud.ts';
import * as give from '#test/support/world/commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import { HOME, openWorld, putSmallReference, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';

const SOURCE = 's-ledger';

const [TOMORROW, THE_DAY_AFTER] = ['2026-06-16', '2026-06-17'];

let cloud: Cloud;

let world: World;

beforeAll(async () => {
  cloud = await startTestCloud();
  world = openWorld(cloud);
  cloud.setBusinessDay(TODAY);
  await putSmallReference(world);
  await world.must(give.openSource(SOURCE, TODAY));
  await world.must(give.receiveCapital(SOURCE, '900', TODAY));
  for (const act of quota.allocateQuota(SOURCE, HOME, '500', TODAY)) await world.must(act);
  await cloud.settled();
});

afterAll(() => cloud.stop());

const seals = async () => {
  const call = { params: { sourceId: SOURCE }, query: {} };
  return (await world.doors.as('auditor').call(CAPITAL_ROUTES.listSeals, call)).items;
};

const verify = (today: string) => verifySource(apiLedger(world.doors.as('auditor')), SOURCE, today);

const mismatches = () =>
  cloud.inspect.logs('dev-capital-verify-ledger').filter((line) => line.includes('LEDGER_MISMATCH'));

test('the schedule seals the day when midnight passes, and an auditor can reckon it all anew', async () => {
  expect(await seals()).toEqual([]);
  cloud.setBusinessDay(TOMORROW);
  await cloud.settled();
  expect(await seals()).toMatchObject([{ day: TODAY, previousRoot: '', chains: 2, entries: 2 }]);
  expect(await verify(TOMORROW)).toMatchObject({ entries: 2, chains: 2, days: 1, findings: [] });
  expect(mismatches()).toEqual([]);
});

test('the schedule finds one altered byte the night after, and so does the auditor', async () => {
  const { assembly, endpoint } = cloud;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: assembly.region,
      endpoint: endpoint.url,
      credentials: endpoint.operator,
    }),
  );
  await client.send(
    new UpdateCommand({
      TableName: 'dev-capital',
      Key: { pk: `LEAF#${SOURCE}#${give.PROGRAMME}#${HOME}`, sk: `FACT#${TODAY}#00000001` },
      UpdateExpression: 'SET #event.#data.#amount = :forged',
      ExpressionAttributeNames: { '#event': 'event', '#data': 'data', '#amount': 'amount' },
      ExpressionAttributeValues: { ':forged': '501' },
    }),
  );
  client.destroy();
  cloud.setBusinessDay(THE_DAY_AFTER);
  await cloud.settled();
  const chain = `${SOURCE}/${give.PROGRAMME}/${HOME}`;
  expect((await verify(THE_DAY_AFTER)).findings).toMatchObject([{ fault: 'entry-altered', chain, seq: 1 }]);
  expect(mismatches()).toHaveLength(1);
  expect(mismatches()[0]).toContain(chain);
});
