import { beforeEach, describe, expect, inject, test } from 'vitest';
import { openLoanReader } from '#lending/loans/adapters/loan-reader.ts';
import { foldFacts } from '#lending/loans/domain/loan-fold.ts';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import {
  CapitalDeclined,
  CapitalReserved,
  ReservationExpired,
  ReservationReleased,
} from '#shared/contracts/capital/reservations/events.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { Replay } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import {
  approvalBody,
  decline,
  director,
  eligibility,
  lendingOn,
  loanAt,
  prepare,
  release,
  reservation,
} from './lending-on-dynamo.ts';
import type { Lending } from './lending-on-dynamo.ts';

let table: Table;

let lending: Lending;

beforeEach(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  lending = lendingOn(table);
  await prepare(lending);
});

const getLoan = (loanId: string) =>
  lending.call(LENDING_ROUTES.getLoan, { caller: director, params: { loanId } });

const onLoan = (route: Parameters<Lending['call']>[0], loanId: string, body: object) =>
  lending.call(route, { caller: director, params: { loanId }, body });

describe('answers of other services', () => {
  test('an ineligible loan cannot be approved', async () => {
    const loanId = await loanAt(lending, 'confirmed', 'loan-1');
    await lending.hear(EligibilityDecided, eligibility(loanId, false), { effectiveOn: '2026-03-15' });
    expect(await getLoan(loanId)).toMatchObject({ status: 'ineligible' });
    await expect(onLoan(LENDING_ROUTES.approveLoan, loanId, approvalBody())).rejects.toMatchObject({
      code: 'loan-status-not-allowed',
    });
  });

  test('declined capital waits, is asked again of another source, and a late second decline of the first is ignored', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    await lending.hear(CapitalDeclined, decline(loanId));
    expect(await getLoan(loanId)).toMatchObject({
      status: 'awaiting-capital',
      missingCapital: '20000000',
      capitalDeclined: {
        reason: 'quota-exceeded',
        detail: { en: expect.stringContaining('lacks 20000000') as string },
      },
    });
    await onLoan(LENDING_ROUTES.requestCapital, loanId, { sourceId: 'src-central' });
    await lending.hear(CapitalDeclined, decline(loanId));
    expect(await getLoan(loanId)).toMatchObject({ status: 'approved', terms: { sourceId: 'src-central' } });
  });

  test('capital of a kind the borrower has no right to is declined with the kinds allowed, and why', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    const told = {
      reason: 'capital-kind-not-allowed',
      missing: '0',
      place: null,
      sourceKind: 'central',
    } as const;
    await lending.hear(CapitalDeclined, decline(loanId, told));
    const loan = await getLoan(loanId);
    expect(loan).toMatchObject({
      status: 'awaiting-capital',
      missingCapital: null,
      capitalKinds: ['entrusted'],
      capitalDeclined: {
        reason: 'capital-kind-not-allowed',
        detail: {
          vi: 'Nguồn src-province-2026 là vốn trung ương; theo kết quả xét điều kiện, món vay này chỉ được dùng: vốn ủy thác của địa phương, vì loại vốn đi theo danh sách đã công nhận đối tượng (chỉ có trong danh sách của tỉnh thì không dùng vốn trung ương). Đề nghị lại vốn ở nguồn thuộc loại được phép',
          en: 'Source src-province-2026 is central capital; by its eligibility decision this loan may only take: entrusted local capital, because the kind follows the list on which the borrower is recognised (one only on a list of the province takes no central capital). Request capital of a source of an allowed kind',
        },
      },
    });
    const reader = openLoanReader(table);
    const facts = await reader.findFacts(loanId, businessDay('2026-11-24'));
    expect(foldFacts(facts)).toEqual(await reader.findLoan(loanId));
    await onLoan(LENDING_ROUTES.requestCapital, loanId, { sourceId: 'src-other' });
    expect(await getLoan(loanId)).toMatchObject({ status: 'approved', capitalDeclined: null });
  });

  test('a source nobody opened is said to be unknown, and no money to be missing', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    const told = { reason: 'source-unknown', missing: '50000000', place: null, sourceKind: null } as const;
    await lending.hear(CapitalDeclined, decline(loanId, told));
    expect(await getLoan(loanId)).toMatchObject({
      status: 'awaiting-capital',
      missingCapital: null,
      capitalDeclined: {
        reason: 'source-unknown',
        detail: {
          en: 'There is no source src-province-2026; check the id and request capital of another source',
        },
      },
    });
  });

  test('the same event twice is a replay and changes nothing', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    const id = 'event-00000001';
    await lending.hear(CapitalReserved, reservation(loanId), { id });
    const { version } = await getLoan(loanId);
    await expect(lending.hear(CapitalReserved, reservation(loanId), { id })).rejects.toBeInstanceOf(Replay);
    expect(await getLoan(loanId)).toMatchObject({ version, status: 'reserved' });
  });

  test('an answer that comes after the loan has moved on is ignored once and for all', async () => {
    const loanId = await loanAt(lending, 'confirmed', 'loan-1');
    await onLoan(LENDING_ROUTES.cancelLoan, loanId, { reason: 'hộ rút hồ sơ' });
    const id = 'event-00000002';
    await lending.hear(EligibilityDecided, eligibility(loanId), { id });
    expect(await getLoan(loanId)).toMatchObject({ status: 'cancelled', reason: 'hộ rút hồ sơ' });
    await expect(lending.hear(EligibilityDecided, eligibility(loanId), { id })).rejects.toBeInstanceOf(
      Replay,
    );
  });

  test('a loan that waits in the queue takes its reservation, and a decline that comes behind it is old', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    await lending.hear(CapitalDeclined, decline(loanId));
    await lending.hear(CapitalReserved, reservation(loanId), { aggregateVersion: 2 });
    expect(await getLoan(loanId)).toMatchObject({ status: 'reserved', missingCapital: null });
    const other = await loanAt(lending, 'approved', 'loan-2', 1);
    await lending.hear(CapitalReserved, reservation(other), { aggregateVersion: 2 });
    await lending.hear(CapitalDeclined, decline(other));
    expect(await getLoan(other)).toMatchObject({ status: 'reserved' });
  });

  test('a reservation that expired or was released lets the loan wait, in whatever order they come', async () => {
    const loanId = await loanAt(lending, 'reserved', 'loan-1');
    await lending.hear(ReservationReleased, release(loanId), { aggregateVersion: 2 });
    expect(await getLoan(loanId)).toMatchObject({ status: 'awaiting-capital', missingCapital: '0' });
    await onLoan(LENDING_ROUTES.requestCapital, loanId, {});
    await lending.hear(CapitalReserved, reservation(loanId), { aggregateVersion: 3 });
    expect(await getLoan(loanId)).toMatchObject({ status: 'reserved' });
    const overtaken = await loanAt(lending, 'approved', 'loan-2', 1);
    const expired = { ...reservation(overtaken), expiresOn: '2026-04-30' };
    await lending.hear(ReservationExpired, expired, { aggregateVersion: 2 });
    await lending.hear(CapitalReserved, reservation(overtaken), { aggregateVersion: 1 });
    expect(await getLoan(overtaken)).toMatchObject({ status: 'awaiting-capital' });
    const reader = openLoanReader(table);
    const facts = await reader.findFacts(loanId, businessDay('2026-11-24'));
    expect(foldFacts(facts)).toEqual(await reader.findLoan(loanId));
  });

  test('a disbursement that crossed with the release of its reservation stands', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    await lending.hear(ReservationReleased, release(loanId), { aggregateVersion: 2 });
    expect(await getLoan(loanId)).toMatchObject({ status: 'active' });
  });

  test('a reservation under a request that was replaced is left to capital, which gives it up', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    await lending.hear(CapitalDeclined, decline(loanId));
    await onLoan(LENDING_ROUTES.requestCapital, loanId, { sourceId: 'src-central' });
    await lending.hear(CapitalReserved, reservation(loanId), { aggregateVersion: 2 });
    await lending.hear(ReservationReleased, release(loanId), { aggregateVersion: 3 });
    expect(await getLoan(loanId)).toMatchObject({ status: 'approved', terms: { sourceId: 'src-central' } });
  });

  test('capital held for a loan cancelled meanwhile needs nothing: its cancellation releases the money', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    await onLoan(LENDING_ROUTES.cancelLoan, loanId, { reason: 'hộ rút hồ sơ' });
    await lending.hear(CapitalReserved, reservation(loanId));
    await lending.hear(ReservationReleased, release(loanId), { aggregateVersion: 2 });
    expect(await getLoan(loanId)).toMatchObject({ status: 'cancelled' });
  });

  test('capital held for a disbursed or unknown loan, or not as asked, is poison', async () => {
    const active = await loanAt(lending, 'active', 'loan-2', 1);
    const reasonOf = (loanId: string) =>
      lending.hear(CapitalReserved, reservation(loanId)).catch((error: unknown) => error);
    expect(await reasonOf(active)).toMatchObject({ reason: 'reservation-not-expected' });
    expect(await reasonOf('loan-none')).toMatchObject({ reason: 'loan-unknown' });
    const asked = await loanAt(lending, 'approved', 'loan-3', 2);
    const other = { ...reservation(asked), sourceId: 'src-central' };
    const outcome = lending.hear(CapitalReserved, other);
    await expect(outcome).rejects.toMatchObject({ reason: 'reservation-not-expected' });
  });

  test('count from the last act when they are dated before it', async () => {
    const loanId = await loanAt(lending, 'approved', 'loan-1');
    await lending.hear(CapitalReserved, reservation(loanId), { effectiveOn: '2026-03-01' });
    const { items } = await lending.call(LENDING_ROUTES.listLoanTransactions, {
      caller: director,
      params: { loanId },
    });
    expect(items[0]).toMatchObject({ type: 'LoanCapitalRecorded', effectiveOn: '2026-03-20' });
  });
});
