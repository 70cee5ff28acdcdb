import { beforeEach, describe, expect, inject, it } from 'vitest';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { person, testAct } from '#test/support/acts.ts';
import { COMMUNE, decision, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { colleague, officer, openTwoFunds, PROVINCE, receive, withdraw } from './funds-on-dynamo.ts';
import { allocation, director, planner } from './quota-on-dynamo.ts';

const params = { sourceId: PROVINCE };
const ON = '2025-02-01';
const document = 'GBC-0001';

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await openTwoFunds(capital);
});

const fundOf = async () =>
  (await capital.call(CAPITAL_ROUTES.getSource, { params, query: {} })).totals.received;
const asked = (facts: object) => ({ code: 'looks-like-a-duplicate', entry: { status: 409 }, facts });
const reverse = (entryVersion: number) =>
  capital.call(CAPITAL_ROUTES.reverseReceipt, {
    params,
    body: { entryOn: ON, entryVersion, reason: 'Ghi nhầm' },
    caller: colleague,
    act: testAct({ actor: colleague.id }),
  });

describe('a transfer', () => {
  it('received twice is asked back, with the earlier record, unless it is another one', async () => {
    await receive(capital, PROVINCE, '500', ON, { document });
    await expect(receive(capital, PROVINCE, '500', ON, { document: 'gbc-0001' })).rejects.toMatchObject(
      asked({ document: 'gbc-0001', day: ON, amount: '500', entryOn: ON, entryVersion: 2, by: officer.id }),
    );
    // Another number, day or amount is another transfer; without a number nothing tells them apart.
    await receive(capital, PROVINCE, '500', ON, { document: 'GBC-0002' });
    await receive(capital, PROVINCE, '500', '2025-02-02', { document });
    await receive(capital, PROVINCE, '501', ON, { document });
    await receive(capital, PROVINCE, '500', ON);
    await receive(capital, PROVINCE, '500', ON);
    await receive(capital, PROVINCE, '500', ON, { document, isAnother: true });
    await capital.project();
    expect(await fundOf()).toBe('3501');
  });

  it('of which two type it in at once is received once', async () => {
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => receive(capital, PROVINCE, '500', ON, { document })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(receive(capital, PROVINCE, '500', ON, { document })).rejects.toThrow(
      'looks-like-a-duplicate',
    );
  });

  it('that is reversed may be received again, once for each that no longer stands', async () => {
    await receive(capital, PROVINCE, '500', ON, { document });
    await receive(capital, PROVINCE, '500', ON, { document, isAnother: true });
    await reverse(3);
    await expect(receive(capital, PROVINCE, '500', ON, { document })).rejects.toThrow(
      'looks-like-a-duplicate',
    );
    await reverse(2);
    await receive(capital, PROVINCE, '500', ON, { document });
    await expect(receive(capital, PROVINCE, '500', ON, { document })).rejects.toThrow(
      'looks-like-a-duplicate',
    );
  });

  it('out of the source is asked back alike, and is not the one into it', async () => {
    await receive(capital, PROVINCE, '500', ON, { document });
    await withdraw(capital, PROVINCE, '100', ON, { document });
    await expect(withdraw(capital, PROVINCE, '100', ON, { document })).rejects.toMatchObject(
      asked({ entryOn: ON, entryVersion: 3 }),
    );
    await capital.call(CAPITAL_ROUTES.reverseWithdrawal, {
      params,
      body: { entryOn: ON, entryVersion: 3, reason: 'Ghi nhầm' },
      caller: colleague,
      act: testAct({ actor: colleague.id }),
    });
    await withdraw(capital, PROVINCE, '100', '2026-11-24', { document });
  });
});

describe('a quota paper', () => {
  beforeEach(() => receive(capital, PROVINCE, '1000', ON));
  const propose = (decisionId: string, given: object = {}, amount = '100') =>
    capital.call(QUOTA_ROUTES.proposeQuotaDecision, {
      params,
      body: { decisionId, decision, lines: [allocation(COMMUNE, amount)], ...given },
      caller: planner,
      act: testAct({ actor: planner.id }),
    });
  const decide = (route: typeof QUOTA_ROUTES.rejectQuotaDecision, decisionId: string, caller = director) =>
    capital.call(route, {
      params: { ...params, decisionId },
      body: { reason: 'Chưa đúng' },
      caller,
      act: testAct({ actor: caller.id }),
    });

  it('proposed twice is asked back by the decision it is already in', async () => {
    await propose('decision-1');
    await expect(propose('decision-2')).rejects.toMatchObject(
      asked({
        document: decision.number,
        day: decision.issuedOn,
        amount: '100 / 0',
        decisionId: 'decision-1',
      }),
    );
    await propose('decision-3', {}, '101');
    await propose('decision-4', { lines: [allocation('06655-2025', '100')] });
    await propose('decision-5', { isAnother: true });
  });

  it('that was rejected or withdrawn may be proposed again; one that was approved may not', async () => {
    await propose('decision-1');
    await decide(QUOTA_ROUTES.rejectQuotaDecision, 'decision-1');
    await propose('decision-2');
    await decide(QUOTA_ROUTES.withdrawQuotaDecision, 'decision-2', planner);
    await propose('decision-3');
    await capital.call(QUOTA_ROUTES.approveQuotaDecision, {
      params: { ...params, decisionId: 'decision-3' },
      body: {},
      caller: person('branch-director', { id: 'director' }),
      act: testAct({ actor: 'director' }),
    });
    await expect(propose('decision-4')).rejects.toThrow('looks-like-a-duplicate');
  });
});
