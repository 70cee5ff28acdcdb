import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openEligibility } from '#beneficiary/eligibility/adapters/eligibility-store.ts';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { LoanConfirmed, LoanDisbursed, RepaymentRecorded } from '#shared/contracts/lending/loans/events.ts';
import { Replay } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { person, testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { beneficiary, everything, HA_TU, household, nearPoor } from './fixture.ts';

let table: Table;

let service: ReturnType<typeof beneficiary>;

beforeAll(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  service = beneficiary(table);
  await service.loadReference();
  await service.register(household('hh-1'));
  await service.classify('hh-1', nearPoor);
});

/** Of what the commune did on the day of the tests. */
const told = (id: string) => ({ id, communeId: HA_TU, effectiveOn: '2026-11-24' });

function loan(loanId: string, householdId = 'hh-1') {
  return { loanId, householdId, programmeId: 'near-poor-household', communeId: HA_TU };
}

function confirm(loanId: string, eventId: string, householdId = 'hh-1') {
  const data = {
    ...loan(loanId, householdId),
    personId: `${householdId}-p1`,
    listId: 'list-1',
    amount: '50000000',
  };
  return service.hear(LoanConfirmed, data, told(eventId));
}

function decision(loanId: string, caller = person('auditor')) {
  return service.call(BENEFICIARY_ROUTES.getEligibilityDecision, { params: { loanId }, caller });
}

async function published(loanId: string): Promise<unknown[]> {
  const events = (await everything(table)).map(
    ({ event }) => event as { type: string; data: { loanId?: string } } | undefined,
  );
  return events.filter((event) => event?.type === EligibilityDecided.type && event.data.loanId === loanId);
}

describe('a decision on a confirmed loan', () => {
  it('is stored with every reason and published, small enough for the bus', async () => {
    await confirm('loan-1', 'event-0001');
    const stored = await decision('loan-1');
    expect(stored).toMatchObject({
      eligible: true,
      capitalKinds: ['central', 'mobilised', 'entrusted'],
      decidedFor: '2026-11-24',
      ruleRevision: 1,
    });
    for (const { text, met } of stored.reasons) {
      expect(met).toBe(true);
      expect(text.vi).not.toBe('');
    }
    const [event] = await published('loan-1');
    expect(event).toMatchObject({ causationId: 'event-0001', communeId: HA_TU, data: { eligible: true } });
    expect(JSON.stringify(event).length).toBeLessThan(1024);
    await expect(decision('loan-1', person('auditor', { areas: ['06658-2025'] }))).rejects.toMatchObject({
      code: 'area-not-allowed',
    });
    await expect(decision('loan-unknown')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('happens once however often the event comes, also at the same time', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => confirm('loan-2', 'event-0002')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(confirm('loan-2', 'event-0002')).rejects.toThrow(Replay);
    expect(await published('loan-2')).toHaveLength(1);
  });

  it('is not made twice for one loan by different events', async () => {
    await confirm('loan-3', 'event-0003');
    await expect(confirm('loan-3', 'event-0004')).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('of a household nobody registered is a no with its reason', async () => {
    await confirm('loan-4', 'event-0005', 'hh-unknown');
    const stored = await decision('loan-4');
    expect(stored.eligible).toBe(false);
    expect(stored.reasons.filter(({ met }) => !met).map(({ code }) => code)).toContain('household-known');
  });
});

describe('running debt', () => {
  const disbursed = (loanId: string, eventId: string) =>
    service.hear(
      LoanDisbursed,
      {
        ...loan(loanId),
        sourceId: 'source-1',
        amount: '50000000',
        maturityOn: '2029-11-24',
        schedule: [],
      },
      told(eventId),
    );
  const repaid = (loanId: string, eventId: string, settled: boolean) =>
    service.hear(
      RepaymentRecorded,
      {
        ...loan(loanId),
        repaymentId: `${eventId}-r`,
        amount: '1000',
        principal: '1000',
        interest: '0',
        outstanding: '0',
        settled,
        method: 'cash',
      },
      told(eventId),
    );
  const running = () => openEligibility(table, testAct()).runningDebts('hh-1', 'near-poor-household');

  it('lasts from the disbursement to the settlement', async () => {
    await disbursed('loan-a', 'event-a001');
    await repaid('loan-a', 'event-a002', false);
    expect(await running()).toEqual(['loan-a']);
    await confirm('loan-5', 'event-a003');
    expect((await decision('loan-5')).reasons.at(-1)).toMatchObject({
      code: 'running-debt-noted',
      evidence: 'loan-a',
    });
    await repaid('loan-a', 'event-a004', true);
    expect(await running()).toEqual([]);
  });

  it('ends the same whichever of the two comes first, and however often', async () => {
    await repaid('loan-b', 'event-b002', true);
    await disbursed('loan-b', 'event-b001');
    await expect(disbursed('loan-b', 'event-b001')).rejects.toThrow(Replay);
    expect(await running()).toEqual([]);
  });
});
