import { beforeEach, describe, expect, inject, test } from 'vitest';
import { openLoanReader } from '#lending/loans/adapters/loan-reader.ts';
import { foldFacts } from '#lending/loans/domain/loan-fold.ts';
import { CapitalReserved } from '#shared/contracts/capital/reservations/events.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { Replay } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { person, testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import {
  applicationBody,
  approvalBody,
  chair,
  COMMUNE,
  credit,
  director,
  GROUP,
  household,
  lendingOn,
  loanAt,
  officer,
  prepare,
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

const getLoan = (loanId: string, query: object = {}) =>
  lending.call(LENDING_ROUTES.getLoan, { caller: director, params: { loanId }, query });

const repay = (loanId: string, body: BodySent<typeof LENDING_ROUTES.recordRepayment>, act = testAct()) =>
  lending.call(LENDING_ROUTES.recordRepayment, { caller: credit, params: { loanId }, body, act });

const onLoan = (route: Parameters<Lending['call']>[0], loanId: string, body: object, caller = director) =>
  lending.call(route, { caller, params: { loanId }, body });

describe('a loan from request to closure', () => {
  test('is applied for, listed, confirmed, found eligible, approved, reserved, disbursed and settled', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    expect(await getLoan(loanId)).toMatchObject({
      status: 'active',
      version: 7,
      disbursedOn: '2026-03-25',
      maturityOn: '2029-03-25',
      terms: { ratePerYear: '6.6', overdueRatePerYear: '8.58', approvedBy: 'branch-director' },
    });
    const body = { repaymentId: 'rep-1', amount: '1000000', effectiveOn: '2026-04-25' };
    // 31 days of 50 million at 6.6 % are 280 274 đồng.
    expect(await repay(loanId, body)).toMatchObject({
      interest: '280274',
      principal: '719726',
      outstanding: '49280274',
      status: 'active',
    });
    const { position } = await getLoan(loanId, { asOf: '2026-11-24' });
    const payoff = (position as { payoff: string }).payoff;
    const last = await repay(loanId, { repaymentId: 'rep-2', amount: payoff });
    expect(last).toMatchObject({ outstanding: '0', status: 'settled' });
    await expect(repay(loanId, { repaymentId: 'rep-3', amount: '1' })).rejects.toMatchObject({
      code: 'loan-settled',
    });
  });

  test('stands on any earlier day as it stood then', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    await repay(loanId, { repaymentId: 'rep-1', amount: '5000000', effectiveOn: '2026-05-25' });
    expect(await getLoan(loanId, { asOf: '2026-03-11' })).toMatchObject({
      status: 'applied',
      position: null,
    });
    expect(await getLoan(loanId, { asOf: '2026-03-20' })).toMatchObject({ status: 'reserved' });
    expect(await getLoan(loanId, { asOf: '2026-05-24' })).toMatchObject({
      position: { outstanding: '50000000', interestPaid: '0', class: 'in-term' },
    });
    expect(await getLoan(loanId, { asOf: '2026-05-25' })).toMatchObject({
      position: { principalPaid: '4448493', interestDue: '0' },
    });
    await expect(getLoan(loanId, { asOf: '2026-03-09' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is stored as the fold of its facts, whatever happened to it', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    await repay(loanId, { repaymentId: 'rep-1', amount: '100000', effectiveOn: '2026-05-25' });
    const freeze = {
      decision: { number: '77', issuedOn: '2026-06-01', issuer: 'VBSP' },
      until: '2026-08-31',
      effectiveOn: '2026-06-01',
    };
    await onLoan(LENDING_ROUTES.freezeLoan, loanId, freeze);
    await repay(loanId, { repaymentId: 'rep-2', amount: '7000000', effectiveOn: '2026-10-25' });
    const reader = openLoanReader(table);
    const facts = await reader.findFacts(loanId, businessDay('2026-11-24'));
    expect(facts).toHaveLength(10);
    expect(foldFacts(facts)).toEqual(await reader.findLoan(loanId));
  });

  test('keeps what the household puts in itself, and says nothing where the form does not', async () => {
    const body = { ...applicationBody('loan-own', 1), ownFunds: '10000000' };
    await lending.call(LENDING_ROUTES.applyForLoan, { caller: officer, body });
    expect(await getLoan('loan-own')).toMatchObject({ ownFunds: '10000000' });
    const facts = await openLoanReader(table).findFacts('loan-own', businessDay('2026-11-24'));
    expect(foldFacts(facts)).toMatchObject({ ownFunds: 10_000_000n });
    expect(await getLoan(await loanAt(lending, 'applied', 'loan-silent'))).not.toHaveProperty('ownFunds');
  });

  test('shows everything that happened, newest first', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    const page = await lending.call(LENDING_ROUTES.listLoanTransactions, {
      caller: director,
      params: { loanId },
    });
    expect(page.items.map(({ type }) => type)).toEqual([
      'LoanDisbursed',
      'LoanCapitalRecorded',
      'LoanApproved',
      'LoanEligibilityRecorded',
      'LoanConfirmed',
      'LoanListed',
      'ApplicationSubmitted',
    ]);
  });

  test('is found in the lists of its commune and group', async () => {
    await loanAt(lending, 'active', 'loan-1');
    await loanAt(lending, 'applied', 'loan-2', 1);
    const query = { communeId: COMMUNE };
    expect(await lending.call(LENDING_ROUTES.listLoans, { caller: officer, query })).toMatchObject({
      items: [
        { loanId: 'loan-1', status: 'active', outstanding: '50000000', nextDueOn: '2027-03-25' },
        { loanId: 'loan-2', status: 'applied', outstanding: null, amount: '50000000' },
      ],
      next: null,
    });
    const first = await lending.call(LENDING_ROUTES.listGroupLoans, {
      caller: officer,
      params: { groupId: GROUP },
      query: { limit: '1' },
    });
    expect(first).toMatchObject({ items: [{ loanId: 'loan-1', requestedAmount: '50000000' }] });
    expect(first['next']).toEqual(expect.any(String));
  });
});

describe('once and only once', () => {
  const body = { repaymentId: 'rep-1', amount: '1000000', effectiveOn: '2026-04-25' };

  test('the same key and content is a replay with the first answer', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    const act = testAct({ key: 'repay-loan-1' });
    const first = await repay(loanId, body, act);
    const again = await repay(loanId, body, act).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(Replay);
    expect((again as Replay).answer).toEqual(first);
    expect(await getLoan(loanId)).toMatchObject({ version: 8, position: { principalPaid: '719726' } });
  });

  test('the same key with other content is refused', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    await repay(loanId, body, testAct({ key: 'repay-loan-1' }));
    await expect(repay(loanId, body, testAct({ key: 'repay-loan-1', hash: 'other' }))).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  test('a dry run gives the answer and writes nothing', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    const before = await getLoan(loanId);
    expect(await repay(loanId, body, testAct({ dryRun: true }))).toMatchObject({ outstanding: '49280274' });
    expect(await getLoan(loanId)).toEqual(before);
  });

  test('six repayments at once all count, one after the other', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    const acts = Array.from({ length: 6 }, (_, index) =>
      repay(loanId, { repaymentId: `rep-${index}`, amount: '1000000', effectiveOn: '2026-03-25' }),
    );
    await Promise.all(acts);
    expect(await getLoan(loanId, { asOf: '2026-03-25' })).toMatchObject({
      version: 13,
      position: { outstanding: '44000000' },
    });
  });

  test('two approvals at once cannot both use the room under the ceiling', async () => {
    const one = await loanAt(lending, 'eligible', 'loan-1');
    const two = await loanAt(lending, 'eligible', 'loan-2');
    const three = await loanAt(lending, 'eligible', 'loan-3');
    const outcomes = await Promise.allSettled(
      [one, two, three].map((loanId) => onLoan(LENDING_ROUTES.approveLoan, loanId, approvalBody())),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: 'amount-over-ceiling',
      facts: { ceiling: '100000000', outstanding: '100000000', requested: '50000000', allowed: '0' },
    });
  });

  test('a cancelled loan gives its room under the ceiling back', async () => {
    const [one, two, three] = [
      await loanAt(lending, 'approved', 'loan-1'),
      await loanAt(lending, 'approved', 'loan-2'),
      await loanAt(lending, 'eligible', 'loan-3').catch((error: unknown) => error),
    ];
    expect(three).toMatchObject({ code: 'amount-over-ceiling' });
    await onLoan(LENDING_ROUTES.cancelLoan, one, { reason: 'hộ rút hồ sơ' });
    expect(await getLoan(two)).toMatchObject({ status: 'approved' });
    await loanAt(lending, 'approved', 'loan-4');
  });
});

describe('a household takes its request back', () => {
  const withdraw = (loanId: string, caller = officer) =>
    onLoan(LENDING_ROUTES.withdrawApplication, loanId, { reason: 'Hộ đã đủ vốn' }, caller);

  test('until it is approved, and it borrows again later', async () => {
    for (const status of ['applied', 'eligible'] as const) {
      const loanId = await loanAt(lending, status, `loan-${status}`);
      expect(await withdraw(loanId)).toMatchObject({ status: 'cancelled' });
      expect(await getLoan(loanId)).toMatchObject({ status: 'cancelled', reason: 'Hộ đã đủ vốn' });
    }
    await loanAt(lending, 'approved', 'loan-again');
  });

  test('not from a list that waits for the commune, nor once it is approved, nor by another organisation', async () => {
    const refused = (loanId: string, caller = officer) => expect(withdraw(loanId, caller)).rejects;
    const waiting = await loanAt(lending, 'applied', 'loan-1');
    const list = { listId: 'list-waiting', groupId: GROUP, loanIds: [waiting] };
    await lending.call(LENDING_ROUTES.submitList, { caller: officer, body: list });
    await refused(waiting).toMatchObject({ code: 'loan-status-not-allowed' });
    await refused(await loanAt(lending, 'approved', 'loan-2')).toMatchObject({
      code: 'loan-status-not-allowed',
    });
    const stranger = person('organisation-officer', { organisationId: 'farmers-union' });
    await refused(await loanAt(lending, 'applied', 'loan-3'), stranger).toMatchObject({
      code: 'organisation-not-allowed',
    });
  });
});

describe('who may do what, when', () => {
  test('the approver has not acted on the loan before, nor disburses it', async () => {
    const loanId = await loanAt(lending, 'eligible', 'loan-1');
    const maker = person('branch-director', { id: officer.id });
    await expect(onLoan(LENDING_ROUTES.approveLoan, loanId, approvalBody(), maker)).rejects.toMatchObject({
      code: 'maker-is-checker',
    });
    await onLoan(LENDING_ROUTES.approveLoan, loanId, approvalBody());
    await lending.hear(CapitalReserved, reservation(loanId));
    await expect(onLoan(LENDING_ROUTES.disburseLoan, loanId, {})).rejects.toMatchObject({
      code: 'maker-is-checker',
    });
  });

  test('other communes and other organisations are out of reach', async () => {
    const loanId = await loanAt(lending, 'applied', 'loan-1');
    const elsewhere = person('credit-officer', { areas: ['06655-2025'] });
    await expect(
      lending.call(LENDING_ROUTES.getLoan, { caller: elsewhere, params: { loanId } }),
    ).rejects.toMatchObject({ code: 'area-not-allowed' });
    const farmers = person('organisation-officer', { organisationId: 'farmers-union' });
    await expect(
      lending.call(LENDING_ROUTES.applyForLoan, { caller: farmers, body: applicationBody('loan-2', 1) }),
    ).rejects.toMatchObject({ code: 'organisation-not-allowed' });
  });

  test('days are not in the future and not before the last act, versions not stale, amounts not over the request', async () => {
    const loanId = await loanAt(lending, 'eligible', 'loan-1');
    const refusalOf = async (given: object) =>
      onLoan(LENDING_ROUTES.approveLoan, loanId, { ...approvalBody(), ...given }).catch(
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await refusalOf({ effectiveOn: '2026-11-25' })).toBe('effective-day-in-future');
    expect(await refusalOf({ effectiveOn: '2026-03-14' })).toBe('effective-day-before-last-act');
    expect(await refusalOf({ expectedVersion: 3 })).toBe('version-stale');
    expect(await refusalOf({ amount: '50000001' })).toBe('amount-over-request');
    expect(await refusalOf({ termMonths: 121 })).toBe('term-too-long');
    expect(await refusalOf({ principalEveryMonths: 25 })).toBe('instalments-too-far-apart');
  });

  test('the same id is not taken twice', async () => {
    await loanAt(lending, 'applied', 'loan-1');
    await expect(
      lending.call(LENDING_ROUTES.applyForLoan, { caller: officer, body: applicationBody('loan-1', 1) }),
    ).rejects.toMatchObject({ code: 'already-exists' });
  });

  test('a list names requests of its own group that are on no list', async () => {
    const loanId = await loanAt(lending, 'confirmed', 'loan-1');
    const submit = (loanIds: string[]) =>
      lending
        .call(LENDING_ROUTES.submitList, {
          caller: officer,
          body: { listId: 'list-9', groupId: GROUP, loanIds },
        })
        .catch((error: unknown) => (error as { code: string }).code);
    expect(await submit([loanId])).toBe('list-loan-not-applied');
    expect(await submit(['loan-none'])).toBe('loan-unknown');
    await loanAt(lending, 'applied', 'loan-2', 1);
    expect(await submit(['loan-2', 'loan-2'])).toBe('list-loan-not-applied');
  });

  test('a household that owes up to the ceiling cannot even apply', async () => {
    await loanAt(lending, 'active', 'loan-1');
    const body = applicationBody('loan-2', 0, '50000001');
    await expect(lending.call(LENDING_ROUTES.applyForLoan, { caller: officer, body })).rejects.toMatchObject({
      code: 'amount-over-ceiling',
      facts: { outstanding: '50000000', allowed: '50000000' },
    });
    expect(household(0)).toBe(body.householdId);
  });

  test('the commune refuses a line with a reason and the loan ends there', async () => {
    await loanAt(lending, 'applied', 'loan-1');
    const listId = 'list-1';
    await lending.call(LENDING_ROUTES.submitList, {
      caller: officer,
      body: { listId, groupId: GROUP, loanIds: ['loan-1'] },
    });
    const lines = [{ loanId: 'loan-1', outcome: 'refused' as const, reason: 'không cư trú' }];
    await lending.call(LENDING_ROUTES.confirmList, { caller: chair, params: { listId }, body: { lines } });
    expect(await getLoan('loan-1')).toMatchObject({ status: 'refused-by-commune', reason: 'không cư trú' });
    const query = { communeId: COMMUNE, status: 'confirmed' as const };
    expect(await lending.call(LENDING_ROUTES.listLists, { caller: officer, query })).toMatchObject({
      items: [{ listId, loans: 1, status: 'confirmed', total: '50000000' }],
    });
    expect(await lending.call(LENDING_ROUTES.getList, { caller: officer, params: { listId } })).toMatchObject(
      {
        confirmedBy: 'commune-chair',
        lines,
      },
    );
  });
});
