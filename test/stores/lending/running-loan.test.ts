import * as z from 'zod/mini';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { openLoanReader } from '#lending/loans/adapters/loan-reader.ts';
import { foldFacts } from '#lending/loans/domain/loan-fold.ts';
import { loanKey } from '#lending/table-map.ts';
import { LoanDisbursed } from '#shared/contracts/lending/loans/events.ts';
import { instalmentsOf } from '#shared/contracts/lending/loans/schedule.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { credit, director, lendingOn, loanAt, prepare } from './lending-on-dynamo.ts';
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

const repay = (loanId: string, body: BodySent<typeof LENDING_ROUTES.recordRepayment>) =>
  lending.call(LENDING_ROUTES.recordRepayment, { caller: credit, params: { loanId }, body });

const onLoan = (route: Parameters<Lending['call']>[0], loanId: string, body: object) =>
  lending.call(route, { caller: director, params: { loanId }, body });

describe('a running loan', () => {
  test('tells its whole schedule when it is disbursed, in runs of equal instalments', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    const { schedule } = await getLoan(loanId);
    const { pk } = loanKey(loanId);
    const item = { event: z.object({ type: z.string(), data: z.unknown() }) };
    const facts = await queryAll(table, z.object(item), { partition: pk, prefix: 'FACT#', bound: 20 });
    const disbursed = facts.find(({ event }) => event.type === LoanDisbursed.type);
    const planned = instalmentsOf(z.parse(LoanDisbursed.data, disbursed?.event.data).schedule);
    expect(planned.map(({ due, principal }) => ({ dueOn: due, principal: principal.toString() }))).toEqual(
      schedule.map(({ dueOn, principal }) => ({
        dueOn,
        principal,
      })),
    );
  });

  test('is told as it was known also where two acts that met were recorded in the other order than they began', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    const pay = (repaymentId: string, amount: string, now: string) =>
      lending.call(LENDING_ROUTES.recordRepayment, {
        caller: credit,
        params: { loanId },
        body: { repaymentId, amount, effectiveOn: '2026-05-25' },
        act: testAct({ now }),
      });
    // The second began first, met the other, and was decided again on what that had made of the loan.
    const first = await pay('rep-1', '500000', '2026-11-24T02:00:00.500Z');
    const second = await pay('rep-2', '700000', '2026-11-24T02:00:00.100Z');
    expect([first.interest, second.interest]).toEqual(['500000', '51507']);
    const knownOn = (instant: string) =>
      lending.call(LENDING_ROUTES.getLoan, {
        caller: director,
        params: { loanId },
        query: { knownOn: instant },
        act: testAct({ now: '2026-11-24T03:00:00.000Z' }),
      });
    const both = await getLoan(loanId);
    expect(await knownOn('2026-11-24T02:00:00.500Z')).toMatchObject({
      version: both.version,
      position: both.position,
    });
    expect(await knownOn('2026-11-24T02:00:00.100Z')).toMatchObject({ version: both.version - 2 });
  });

  test('is written off by decision, and stands as the fold of its facts', async () => {
    const loanId = await loanAt(lending, 'active', 'loan-1');
    await repay(loanId, { repaymentId: 'rep-1', amount: '5000000', effectiveOn: '2026-05-25' });
    const { position: before } = await getLoan(loanId, { asOf: '2026-09-30' });
    const off = {
      decision: { number: '90/QĐ', issuedOn: '2026-09-30', issuer: 'UBND tỉnh' },
      reason: 'chết, không còn người thừa kế',
      effectiveOn: '2026-09-30',
    };
    await onLoan(LENDING_ROUTES.writeOffLoan, loanId, off);
    expect(await getLoan(loanId)).toMatchObject({
      status: 'written-off',
      writtenOff: { on: '2026-09-30', principal: before?.outstanding, decisionNumber: '90/QĐ' },
      position: { class: 'written-off', outstanding: '0', payoff: '0', principalPaid: '4448493' },
    });
    expect(await getLoan(loanId, { asOf: '2026-09-29' })).toMatchObject({
      status: 'active',
      writtenOff: null,
    });
    const late = { repaymentId: 'rep-2', amount: '1000000' };
    await expect(repay(loanId, late)).rejects.toMatchObject({ code: 'loan-written-off' });
    const reader = openLoanReader(table);
    const facts = await reader.findFacts(loanId, businessDay('2026-11-24'));
    expect(foldFacts(facts)).toEqual(await reader.findLoan(loanId));
  });
});
