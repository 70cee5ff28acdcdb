import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { CapitalReceived } from '#shared/contracts/capital/funds/events.ts';
import type { Envelope, EventType } from '#shared/contracts/event.ts';
import {
  LoanApproved,
  LoanConfirmed,
  LoanDisbursed,
  LoanFrozen,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import { applyForLoan, disburseLoan, formGroup, readLoan, repay } from '#test/journeys/steps/lending.ts';
import { fundSource, readLoanCapital, readSource } from '#test/journeys/steps/sources.ts';
import type { Leaf } from '#test/journeys/steps/sources.ts';
import type { Stage } from '#test/journeys/steps/stage.ts';
import { until } from '#test/journeys/steps/wait.ts';
import { HOME } from '#test/support/world/small-world.ts';
import { approve, at, cancel, DAYS, list, meet, PROGRAMME, QUOTA } from './lives.ts';
import type { OneCloud, Service } from './one-cloud.ts';
import { parkedEvents, redrive } from './parked.ts';
import type { Parked } from './parked.ts';

const AMOUNT = '20000000';

/** Consumers, with an event each listens to. */
const LISTENERS: readonly (readonly [Service, string, Service, EventType])[] = [
  ['beneficiary', 'beneficiary-on-events', 'lending', LoanConfirmed],
  ['lending', 'lending-on-events', 'beneficiary', EligibilityDecided],
  ['capital', 'capital-on-events', 'lending', LoanApproved],
  ['capital', 'capital-project-totals', 'capital', CapitalReceived],
  ['capital', 'capital-project-forecast', 'lending', LoanFrozen],
];

export function parkedSuite(shared: () => OneCloud): void {
  let stage: Stage;
  let leaf: Leaf;

  const parkedOf = async (service: Service, eventId: string, by?: string): Promise<Parked | undefined> =>
    (await parkedEvents(stage.doors, service)).find(
      (parked) => parked.eventId === eventId && parked.consumer === (by ?? parked.consumer),
    );
  const totals = async () => (await readSource(stage, leaf.sourceId)).totals;

  beforeAll(async () => {
    stage = shared().stage('parked');
    const [funded, borrowers] = await Promise.all([
      fundSource(stage, {
        programmeId: PROGRAMME,
        communeId: HOME,
        received: QUOTA,
        quota: QUOTA,
        on: DAYS.begun,
      }),
      meet(stage, 4),
    ]);
    leaf = funded;
    const groupId = await formGroup(stage, borrowers, DAYS.begun);
    const names = ['closed', 'given-up', 'hasty'];
    for (const [index, name] of names.entries()) {
      const borrower = at(borrowers, index);
      const asked = {
        groupId,
        borrower,
        programmeId: PROGRAMME,
        amount: AMOUNT,
        termMonths: 24,
        on: DAYS.applied,
      };
      await applyForLoan(stage, asked, name);
    }
    await list(stage, groupId, names, 'list');
    await shared().cloud.settled();
  });

  describe('an event of an unknown version', () => {
    it.each(LISTENERS)(
      'is parked in %s by %s, visible and can be sent round',
      async (service, consumer, from, type) => {
        const { cloud, publish } = shared();
        const event = eventOf({ ...type, version: 99 }, { loanId: 'of-the-future' });
        await publish(from, event);
        await cloud.settled();
        const parked = await parkedOf(service, event.id, consumer);
        expect(parked).toMatchObject({ consumer, reason: 'unknown-event-version', status: 'parked' });
        expect(JSON.parse(parked?.payload ?? '')).toEqual(event);
        expect(parked?.detail.vi).not.toBe('');
        if (parked === undefined) return;
        const other = await parkedEvents(stage.doors, service);
        expect(await redrive(stage.doors, service, parked)).toBe('redriven');
        await cloud.settled();
        // It is still unknown, so it waits again; nothing else has come to wait beside it.
        expect(await parkedOf(service, event.id, consumer)).toMatchObject({ status: 'parked' });
        expect(await parkedEvents(stage.doors, service)).toHaveLength(other.length);
      },
    );
  });

  it('a reservation that arrives after the cancellation waits for nobody, and its money is free again', async () => {
    const { cloud } = shared();
    const free = (await totals()).available;
    // Lending does not hear of the reservation until the loan is cancelled.
    cloud.faults.set({ seed: 1, rules: [{ kind: 'throttle', probability: 1, where: 'lending-on-events' }] });
    await approve(stage, leaf, 'given-up');
    const loanId = stage.id('given-up');
    await until(
      'the reservation',
      async () => (await readSource(stage, leaf.sourceId)).totals.reserved,
      (reserved) => reserved === AMOUNT,
    );
    await cancel(stage, 'given-up');
    cloud.faults.clear();
    await cloud.settled();
    const parked = await parkedEvents(stage.doors, 'lending');
    expect(parked.filter(({ payload }) => payload.includes(loanId))).toEqual([]);
    expect((await readLoan(stage, loanId)).status).toBe('cancelled');
    expect(await totals()).toMatchObject({ available: free, reserved: '0' });
  });

  it('a repayment of a closed loan is parked, and no total moves', async () => {
    const { cloud, publish } = shared();
    const loanId = stage.id('closed');
    await approve(stage, leaf, 'closed');
    await cloud.settled();
    await disburseLoan(stage, loanId, DAYS.disbursed);
    const { position } = await readLoan(stage, loanId, DAYS.lastPaid);
    await repay(stage, loanId, { name: 'pays-off', amount: position?.payoff ?? '', on: DAYS.lastPaid });
    await cloud.settled();
    const before = await totals();
    expect((await readLoanCapital(stage, loanId)).status).toBe('closed');
    const event = eventOf(RepaymentRecorded, {
      ...(await ids(loanId)),
      repaymentId: 'once-too-often',
      amount: '1000000',
      principal: '1000000',
      interest: '0',
      outstanding: '0',
      settled: true,
      method: 'cash',
    });
    await publish('lending', event);
    await cloud.settled();
    const parked = await parkedOf('capital', event.id);
    expect(parked).toMatchObject({ reason: 'repayment-without-loan', consumer: 'capital-on-events' });
    expect(await totals()).toEqual(before);
    if (parked !== undefined) await redrive(stage.doors, 'capital', parked);
    await cloud.settled();
    expect(await parkedOf('capital', event.id)).toMatchObject({ status: 'parked' });
    expect(await totals()).toEqual(before);
  });

  it('what came too early and tired its queue is applied when it is sent round at the right time', async () => {
    const { cloud, publish } = shared();
    const before = await totals();
    const loanId = stage.id('hasty');
    const event = eventOf(LoanDisbursed, {
      ...(await ids(loanId)),
      sourceId: leaf.sourceId,
      amount: AMOUNT,
      maturityOn: '2028-02-20',
      schedule: [],
    });
    await publish('lending', event);
    await cloud.settled();
    const parked = await parkedOf('capital', event.id);
    expect(parked).toMatchObject({ reason: 'attempts-exhausted', status: 'parked' });
    expect(await totals()).toEqual(before);
    await approve(stage, leaf, 'hasty');
    await cloud.settled();
    if (parked !== undefined) await redrive(stage.doors, 'capital', parked);
    await cloud.settled();
    expect(await parkedOf('capital', event.id)).toMatchObject({ status: 'redriven' });
    expect(await totals()).toMatchObject({ lent: AMOUNT, reserved: '0' });
    // Lending hands out the same money: its event finds the loan lent and is parked, not counted twice.
    await disburseLoan(stage, loanId, DAYS.disbursed);
    await cloud.settled();
    expect(await totals()).toMatchObject({ lent: AMOUNT, reserved: '0' });
    const twin = (await parkedEvents(stage.doors, 'capital')).find(
      ({ payload, eventId }) => payload.includes(loanId) && eventId !== event.id,
    );
    expect(twin).toMatchObject({ reason: 'loan-already-lent' });
  });

  async function ids(loanId: string) {
    const { householdId, programmeId, communeId } = await readLoan(stage, loanId);
    return { loanId, householdId, programmeId, communeId };
  }
}

/** An event as its service would have written it, later than all it knows of. */
function eventOf(type: EventType, data: Record<string, unknown>): Envelope {
  return {
    id: `laid-${randomUUID()}`,
    type: type.type,
    version: type.version,
    source: type.source,
    subject: String(data['loanId']),
    aggregateVersion: 1000,
    communeId: HOME,
    effectiveOn: DAYS.lastPaid,
    recordedAt: '2026-05-20T02:00:00.000Z',
    actor: 'reliability',
    correlationId: 'reliability',
    causationId: null,
    data,
  };
}
