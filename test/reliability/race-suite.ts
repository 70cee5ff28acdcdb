import { expect, it } from 'vitest';
import type { Cloud } from '#infra/local/cloud.ts';
import type { FaultRule } from '#infra/local/faults.ts';
import { applyForLoan, formGroup, readLoan } from '#test/journeys/steps/lending.ts';
import { fundSource, readSource } from '#test/journeys/steps/sources.ts';
import { HOME } from '#test/support/world/small-world.ts';
import { approve, at, cancel, DAYS, list, meet, PROGRAMME } from './lives.ts';
import type { OneCloud } from './one-cloud.ts';

const HALF = '50000000';
/** One đồng less than both want. */
const QUOTA = '99999999';
const MOST_TRIES = 6;

const CAPITAL = 'capital-on-events';

/** Whoever has the first reservation in hand is slow to write it: by then the other has read the same leaf. */
const SLOW_TO_WRITE: readonly FaultRule[] = [
  { kind: 'delay', probability: 1, where: CAPITAL, action: 'dynamodb:TransactWriteItems' },
  { kind: 'throttle', probability: 1, where: CAPITAL, action: 'dynamodb:TransactWriteItems', limit: 2 },
];

function nextRead({ endpoint }: Cloud): Promise<void> {
  return new Promise((resolve) => {
    const stop = endpoint.observe(({ principal, call }) => {
      if (!principal.endsWith(CAPITAL) || call.operation !== 'BatchGetItem') return;
      stop();
      resolve();
    });
  });
}

/** Two loans that together want one đồng more than the quota, asking for their capital at the same moment. */
async function race({ cloud, stage }: OneCloud, run: string) {
  const scene = stage(run);
  const [leaf, borrowers] = await Promise.all([
    fundSource(scene, {
      programmeId: PROGRAMME,
      communeId: HOME,
      received: QUOTA,
      quota: QUOTA,
      on: DAYS.begun,
    }),
    meet(scene, 4),
  ]);
  const groupId = await formGroup(scene, borrowers, DAYS.begun);
  const names = ['left', 'right'];
  for (const [index, name] of names.entries()) {
    const borrower = at(borrowers, index);
    const asked = {
      groupId,
      borrower,
      programmeId: PROGRAMME,
      amount: HALF,
      termMonths: 24,
      on: DAYS.applied,
    };
    await applyForLoan(scene, asked, name);
  }
  await list(scene, groupId, names, 'list');
  await cloud.settled();
  cloud.faults.set({ seed: 3, rules: SLOW_TO_WRITE });
  // The second comes when a consumer has the first in hand: apart, so that another consumer takes it.
  const inHand = nextRead(cloud);
  await approve(scene, leaf, 'left', HALF);
  await inHand;
  await approve(scene, leaf, 'right', HALF);
  await cloud.settled();
  cloud.faults.clear();
  const loans = await Promise.all(names.map((name) => readLoan(scene, scene.id(name))));
  const { totals } = await readSource(scene, leaf.sourceId);
  return { loans, totals };
}

export function raceSuite(shared: () => OneCloud): void {
  it('gives the last đồng of a quota to one loan, and tells the other what is missing', async () => {
    const { cloud } = shared();
    let met = 0;
    const stopSeeing = cloud.endpoint.observe(({ principal, call, status }) => {
      const lost = call.operation === 'TransactWriteItems' && status === 400;
      if (lost && principal.endsWith(CAPITAL)) met += 1;
    });
    let tries = 0;
    for (; tries < MOST_TRIES && (tries < 2 || met === 0); tries += 1) {
      const { loans, totals } = await race(shared(), `race-${tries.toString()}`);
      expect(loans.map(({ status }) => status).sort()).toEqual(['awaiting-capital', 'reserved']);
      expect(loans.map(({ missingCapital }) => missingCapital).sort()).toEqual(['1', null].sort());
      expect(totals).toMatchObject({ quota: QUOTA, reserved: HALF, available: '49999999', lent: '0' });
    }
    stopSeeing();
    expect(met, 'the two reservations never met').toBeGreaterThan(0);
  });

  it('gives capital to the one that waits as soon as the other gives it back', async () => {
    const { cloud, stage } = shared();
    const { loans } = await race(shared(), 'race-over');
    const scene = stage('race-over');
    const winner = loans.find(({ status }) => status === 'reserved')?.loanId ?? '';
    await cancel(scene, winner === scene.id('left') ? 'left' : 'right');
    await cloud.settled();
    const after = await Promise.all(['left', 'right'].map((name) => readLoan(scene, scene.id(name))));
    expect(after.map(({ status }) => status).sort()).toEqual(['cancelled', 'reserved']);
    expect(after.map(({ missingCapital }) => missingCapital)).toEqual([null, null]);
  });
}
