import { beforeEach, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { Replay } from '#shared/data/act.ts';
import { testAct } from '#test/support/acts.ts';
import { SOURCE, countItems, decision, fund, investor, openCapital, opening } from './capital-on-dynamo.ts';
import { allocation, decideQuota } from './quota-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';

const { putInvestor, listInvestors, openSource, receiveCapital, listQuotas, listSources } = CAPITAL_ROUTES;
const params = { sourceId: SOURCE };
const receipt = { amount: '100', decision };

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
});

describe('investors', () => {
  it('recorded twice change nothing; other content is a new revision', async () => {
    const put = (nameVi: string) =>
      capital.call(putInvestor, {
        params: { investorId: 'quang-ninh-province' },
        body: { ...investor, nameVi },
      });
    expect(await put('A')).toMatchObject({ revision: 1, unchanged: false });
    expect(await put('A')).toMatchObject({ revision: 1, unchanged: true });
    expect(await put('B')).toMatchObject({ revision: 2, unchanged: false });
    expect((await capital.call(listInvestors, {})).items).toMatchObject([
      { investorId: 'quang-ninh-province', nameVi: 'B' },
    ]);
  });
});

describe('sources', () => {
  it('need a known investor and a free id', async () => {
    await expect(capital.call(openSource, { body: opening })).rejects.toThrow('investor-unknown');
    await fund(capital, '100', '60');
    await expect(capital.call(openSource, { body: opening })).rejects.toThrow('already-exists');
    expect((await capital.call(listSources, {})).items).toEqual([
      {
        sourceId: SOURCE,
        investorId: 'quang-ninh-province',
        kind: 'entrusted',
        contractNumber: '01/2026/HĐUT',
        openedOn: '2026-01-15',
      },
    ]);
  });

  it('receive at the version the caller saw, not in the future', async () => {
    await expect(capital.call(receiveCapital, { params, body: receipt })).rejects.toThrow('not-found');
    await fund(capital, '100', '60');
    const stale = { ...receipt, expectedVersion: 2 };
    await expect(capital.call(receiveCapital, { params, body: stale })).rejects.toThrow('version-stale');
    const future = { ...receipt, effectiveOn: '2026-11-25' };
    await expect(capital.call(receiveCapital, { params, body: future })).rejects.toThrow(
      'effective-day-in-future',
    );
  });
});

describe('a command', () => {
  it('sent twice has one effect and one answer, also after a crash behind the commit', async () => {
    await fund(capital, '100', '60');
    const again = () => testAct({ key: 'same-key', hash: 'same' });
    const first = await capital.call(receiveCapital, { params, body: receipt, act: again() });
    const before = await countItems(capital.table);
    const second = capital.call(receiveCapital, { params, body: receipt, act: again() });
    await expect(second).rejects.toThrow(Replay);
    await expect(second).rejects.toMatchObject({ answer: first });
    expect(await countItems(capital.table)).toBe(before);
  });

  it('under a key spent on other content is refused', async () => {
    await fund(capital, '100', '60');
    const act = (hash: string) => testAct({ key: 'same-key', hash });
    await capital.call(receiveCapital, { params, body: receipt, act: act('one') });
    await expect(capital.call(receiveCapital, { params, body: receipt, act: act('two') })).rejects.toThrow(
      'idempotency-key-reused',
    );
  });

  it('as a dry run answers and refuses alike, and writes nothing', async () => {
    await fund(capital, '100', '60');
    const before = await countItems(capital.table);
    const act = testAct({ dryRun: true });
    expect(await capital.call(receiveCapital, { params, body: receipt, act })).toEqual({
      id: SOURCE,
      version: 4,
    });
    const early = { ...receipt, effectiveOn: '2026-01-14' };
    await expect(capital.call(receiveCapital, { params, body: early, act })).rejects.toThrow(
      'effective-day-before-opening',
    );
    expect(await countItems(capital.table)).toBe(before);
  });

  it('meets others without losing money: of ten quotas for what four need, no more than four win', async () => {
    await fund(capital, '100', '60');
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        decideQuota(capital, SOURCE, [allocation(`0665${String(index)}-2025`, '10')]),
      ),
    );
    const won = tries.filter(({ status }) => status === 'fulfilled').length;
    expect(won).toBeLessThanOrEqual(4);
    const { items } = await capital.call(listQuotas, { params });
    const allocated = items.reduce((sum, row) => sum + BigInt(row.quota), 0n);
    expect(allocated).toBe(60n + 10n * BigInt(won));
  });
});
