import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { expireEveryReservation } from '#capital/reservations/nightly.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { listParked } from '#shared/data/parked.ts';
import { observe } from '#shared/runtime/observability.ts';
import { person } from '#test/support/acts.ts';
import { allocate, COMMUNE, fund, lending, openCapital, PROGRAMME, SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actNow, setClock, verify } from './ledger-on-dynamo.ts';

const { putReservationRules, listReservations, getQueue, listWaiting, releaseReservation } = CAPITAL_ROUTES;

const { listQuotas, listSourceLoans, getLoanCapital } = CAPITAL_ROUTES;

const params = { sourceId: SOURCE };

const leafParams = { sourceId: SOURCE, programmeId: PROGRAMME, communeId: COMMUNE };

let capital: Capital;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-11-01T09:00');
  capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, '1000', '100', () => actNow());
});

afterEach(() => {
  vi.useRealTimers();
});

const source = {
  instrument: 'Quy định giữ vốn (hư cấu)',
  issuedOn: '2026-01-01',
  effectiveOn: null,
  confidence: 'memory' as const,
};

const ruled = (expiresAfterDays: number, warnDaysBefore: number, from = '2026-01-01') =>
  capital.call(putReservationRules, {
    body: { rules: [{ from, expiresAfterDays, warnDaysBefore, source }] },
    act: actNow({ once: null }),
  });

const night = async (day: string): Promise<void> => {
  setClock(`${day}T00:20`);
  await expireEveryReservation(observe('test'), capital.table, actNow({ once: null }));
};

const leaf = async () => (await capital.call(listQuotas, { params })).items[0];

const statusOf = async (loanId: string) =>
  (await capital.call(listSourceLoans, { params })).items.find((loan) => loan.loanId === loanId)?.status;

const told = async (type: string) =>
  (await capital.events())
    .filter((event) => event.type === type)
    .map(({ effectiveOn, data }: Envelope) => [data['loanId'], effectiveOn, data['expiresOn']]);

describe('a reservation', () => {
  it('does not expire without a rule in force on its day', async () => {
    await ruled(30, 5, '2026-12-01');
    await capital.deliver(lending.approved('loan-1', '60'));
    await night('2030-01-01');
    expect(await leaf()).toMatchObject({ reserved: '60' });
    const { items } = await capital.call(listReservations, { params: leafParams });
    expect(items).toMatchObject([
      { loanId: 'loan-1', amount: '60', reservedOn: '2026-11-01', expiresOn: null },
    ]);
  });

  it('is warned of once, holds on its last day, and is given back the day after', async () => {
    await ruled(30, 5);
    await capital.deliver(lending.approved('loan-1', '60'));
    const { items } = await capital.call(listReservations, { params: leafParams });
    expect(items).toMatchObject([{ loanId: 'loan-1', expiresOn: '2026-12-01' }]);
    await night('2026-11-25');
    expect(await told('ReservationExpiring')).toEqual([]);
    await night('2026-11-26');
    await night('2026-11-27');
    expect(await told('ReservationExpiring')).toEqual([['loan-1', '2026-11-26', '2026-12-01']]);
    await night('2026-12-01');
    expect(await statusOf('loan-1')).toBe('reserved');
    await night('2026-12-02');
    await night('2026-12-03');
    expect(await told('ReservationExpired')).toEqual([['loan-1', '2026-12-02', '2026-12-01']]);
    expect(await statusOf('loan-1')).toBe('released');
    expect(await leaf()).toMatchObject({ available: '100', reserved: '0' });
    const trace = await capital.call(getLoanCapital, {
      params: { loanId: 'loan-1' },
      query: { asOf: '2026-12-01' },
    });
    expect(trace.status).toBe('reserved');
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('keeps the day of its rule when a later one says otherwise, and can be asked for again', async () => {
    await ruled(10, 0);
    await capital.deliver(lending.approved('loan-1', '60'));
    await ruled(90, 0);
    await night('2026-11-12');
    expect(await statusOf('loan-1')).toBe('released');
    await capital.deliver(lending.requested('loan-1', '60', 2));
    const { items } = await capital.call(listReservations, { params: leafParams });
    expect(items).toMatchObject([{ loanId: 'loan-1', expiresOn: '2027-02-10' }]);
  });

  it('made up for in one night tells the same as each night would have', async () => {
    await ruled(10, 3);
    await capital.deliver(lending.approved('loan-1', '30'));
    setClock('2026-11-03T09:00');
    await capital.deliver(lending.approved('loan-2', '30'));
    await night('2026-12-24');
    expect((await told('ReservationExpiring')).sort()).toEqual([
      ['loan-1', '2026-11-08', '2026-11-11'],
      ['loan-2', '2026-11-10', '2026-11-13'],
    ]);
    expect((await told('ReservationExpired')).sort()).toEqual([
      ['loan-1', '2026-11-12', '2026-11-11'],
      ['loan-2', '2026-11-14', '2026-11-13'],
    ]);
  });

  it('that expires serves those who wait', async () => {
    await ruled(10, 3);
    await capital.deliver(lending.approved('loan-1', '80'), lending.approved('loan-2', '50'));
    await night('2026-11-12');
    await capital.serve();
    expect(await statusOf('loan-2')).toBe('reserved');
    expect(await leaf()).toMatchObject({ available: '50', reserved: '50' });
  });

  it('that is lent or cancelled in time is left alone', async () => {
    await ruled(10, 3);
    await capital.deliver(lending.approved('loan-1', '40'), lending.approved('loan-2', '40'));
    await capital.deliver(lending.disbursed('loan-1', '40'), lending.cancelled('loan-2'));
    await night('2026-12-24');
    expect(await told('ReservationExpired')).toEqual([]);
    expect(await leaf()).toMatchObject({ available: '60', lent: '40' });
  });
});

describe('a disbursement that crosses with the release', () => {
  it('is honoured while the leaf has the money', async () => {
    await ruled(10, 3);
    await capital.deliver(lending.approved('loan-1', '60'));
    await night('2026-11-12');
    await capital.deliver(lending.disbursed('loan-1', '60'));
    expect(await leaf()).toMatchObject({ available: '40', reserved: '0', lent: '60' });
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('is parked when the money went to another loan, and posted when there is quota again', async () => {
    await ruled(10, 3);
    await capital.deliver(lending.approved('loan-1', '60'), lending.approved('loan-2', '60'));
    await night('2026-11-12');
    await capital.serve();
    const disbursed = lending.disbursed('loan-1', '60');
    await capital.deliver(disbursed);
    const parked = (await listParked(capital.table, undefined)).items.map(({ reason }) => reason);
    expect(parked).toEqual(['disbursement-after-release']);
    expect(await leaf()).toMatchObject({ available: '40', reserved: '60', lent: '0' });
    setClock('2026-11-24T09:00');
    await allocate(capital, '20');
    await capital.deliver(disbursed);
    expect(await leaf()).toMatchObject({ available: '0', reserved: '60', lent: '60' });
  });
});

describe('a reservation released by decision', () => {
  const planner = person('branch-planner');
  const release = (loanId: string) =>
    capital.call(releaseReservation, {
      params: { loanId },
      body: { reason: 'hộ chưa làm xong thủ tục' },
      caller: planner,
      act: actNow(),
    });

  it('gives its money to those who wait, and lending hears why', async () => {
    await capital.deliver(lending.approved('loan-1', '80'), lending.approved('loan-2', '50'));
    expect(await release('loan-1')).toMatchObject({ id: 'loan-1', status: 'released' });
    await capital.serve();
    expect(await statusOf('loan-2')).toBe('reserved');
    const released = (await capital.events()).find(({ type }) => type === 'ReservationReleased');
    expect(released?.data).toMatchObject({ loanId: 'loan-1', reason: 'hộ chưa làm xong thủ tục' });
    await expect(release('loan-1')).rejects.toMatchObject({ code: 'reservation-not-held' });
  });
});

describe('who waits', () => {
  it('is shown in order, with place and what is missing', async () => {
    await capital.deliver(lending.approved('loan-0', '90'));
    for (const [loanId, amount, second] of [
      ['loan-a', '30', '05'],
      ['loan-b', '20', '03'],
    ] as const) {
      const approved = lending.approved(loanId, amount);
      await capital.deliver({ ...approved, recordedAt: `2026-02-01T02:00:${second}.000Z` });
    }
    expect(await capital.call(getQueue, { params: leafParams })).toMatchObject({
      available: '10',
      waiting: 2,
      amount: '50',
      items: [
        { loanId: 'loan-b', place: 1, missing: '10', since: '2026-02-01T02:00:03.000Z' },
        { loanId: 'loan-a', place: 2, missing: '40' },
      ],
    });
    expect((await capital.call(listWaiting, { params })).items.map(({ loanId }) => loanId)).toEqual([
      'loan-b',
      'loan-a',
    ]);
    expect(await leaf()).toMatchObject({ waiting: { loans: 2, amount: '50', missing: '40' } });
    await allocate(capital, '10');
    await capital.serve();
    expect((await capital.call(listWaiting, { params })).items.map(({ loanId }) => loanId)).toEqual([
      'loan-a',
    ]);
  });
});

describe('the rules', () => {
  it('do not contradict each other', async () => {
    await expect(ruled(5, 6)).rejects.toMatchObject({ code: 'reservation-rules-contradict' });
    const rule = { from: '2026-01-01', expiresAfterDays: 5, warnDaysBefore: 1, source };
    const twice = { body: { rules: [rule, rule] }, act: actNow({ once: null }) };
    await expect(capital.call(putReservationRules, twice)).rejects.toMatchObject({
      code: 'reservation-rules-contradict',
    });
  });
});
