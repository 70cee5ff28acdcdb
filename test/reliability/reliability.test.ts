import { describe, expect, it } from 'vitest';
import { crashSuite } from './crash-suite.ts';
import { calmRun, deliverySuite } from './delivery-suite.ts';
import { brokenIdentities } from './identities.ts';
import { shareCloud } from './one-cloud.ts';
import { parkedSuite } from './parked-suite.ts';
import { raceSuite } from './race-suite.ts';

const shared = shareCloud();
const calm = calmRun(shared);

describe('events that come twice and in another order', () => {
  deliverySuite(shared, calm);
});

describe('a crash after the act is written', () => {
  crashSuite(shared, calm);
});

describe('two reservations at once', () => {
  raceSuite(shared);
});

describe('money that has no place to go', () => {
  parkedSuite(shared);
});

it('every đồng of every source and loan is where both ends say it is', async () => {
  const { broken, looked } = await brokenIdentities(shared().stage('audit').doors);
  expect(looked).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});
