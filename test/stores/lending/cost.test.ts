import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { meteredTable } from '#test/bench/metered-table.ts';
import type { MeteredTable } from '#test/bench/metered-table.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { COMMUNE, credit, director, lendingOn, loanAt, officer, prepare } from './lending-on-dynamo.ts';
import type { Lending } from './lending-on-dynamo.ts';

let table: MeteredTable;

let lending: Lending;

beforeAll(async () => {
  table = meteredTable(await createTestTable(inject('dynamoEndpoint')), () => undefined);
  lending = lendingOn(table);
  await prepare(lending);
});

/** The longest ids and words that are usual; ids of 48 characters would still be accepted. */
const usual = (name: string) => `ln-06652-2026-${name}`;

describe('what acts and reads of a loan cost', () => {
  test('a repayment is one read and one write of 7 units, its items below 1 KB', async () => {
    const loanId = await loanAt(lending, 'active', usual('000001'));
    const params = { loanId };
    const freeze = {
      decision: { number: '77/QĐ-NHCS', issuedOn: '2026-04-01', issuer: 'VBSP' },
      until: '2026-04-30',
      effectiveOn: '2026-04-01',
    };
    await lending.call(LENDING_ROUTES.freezeLoan, { caller: director, params, body: freeze });
    const repay = (n: number, act = testAct()) =>
      lending.call(LENDING_ROUTES.recordRepayment, {
        caller: credit,
        params,
        body: { repaymentId: `rp-06652-2026-00000${n}`, amount: '1234567', effectiveOn: `2026-0${4 + n}-25` },
        act,
      });
    const act = testAct({ key: 'rp-06652-2026-000001' });
    const { cost } = await table.measure(() => repay(1, act));
    expect(cost).toMatchObject({ requests: 2, writeRequests: 1, readUnits: 2, writeUnits: 7 });
    expect(cost.largestItem).toBeLessThanOrEqual(1024);
    const replayed = await table.measure(() => repay(1, act).catch(() => null));
    expect(replayed.cost).toMatchObject({ requests: 1, writeRequests: 0 });
  });

  test('a disbursement is one read and one write of 7 units', async () => {
    const loanId = await loanAt(lending, 'reserved', usual('000002'), 1);
    const body = { effectiveOn: '2026-03-25' };
    const { cost } = await table.measure(() =>
      lending.call(LENDING_ROUTES.disburseLoan, { caller: credit, params: { loanId }, body }),
    );
    expect(cost).toMatchObject({ requests: 2, writeRequests: 1, readUnits: 2, writeUnits: 7 });
  });

  test('a loan page is one request of half a read unit', async () => {
    const loanId = await loanAt(lending, 'active', usual('000003'), 2);
    const { cost } = await table.measure(() =>
      lending.call(LENDING_ROUTES.getLoan, { caller: director, params: { loanId } }),
    );
    expect(cost).toMatchObject({ requests: 1, readUnits: 0.5 });
  });

  test('twenty loans of a commune are one request of at most one read unit', async () => {
    for (let index = 0; index < 20; index += 1) {
      await loanAt(lending, 'applied', usual(`0001${index.toString().padStart(2, '0')}`), index % 10);
    }
    const query = { communeId: COMMUNE };
    const { result, cost } = await table.measure(() =>
      lending.call(LENDING_ROUTES.listLoans, { caller: officer, query }),
    );
    expect(result.items).toHaveLength(20);
    expect(cost.requests).toBe(1);
    expect(cost.readUnits).toBeLessThanOrEqual(1);
  });
});
