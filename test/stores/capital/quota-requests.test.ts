import { beforeEach, describe, expect, inject, it } from 'vitest';
import { MEET_REQUESTS } from '#capital/functions/meet-requests.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { Replay } from '#shared/data/act.ts';
import { followedBy } from '#shared/functions/manifest.ts';
import { person, testAct } from '#test/support/acts.ts';
import { COMMUNE, PROGRAMME, SOURCE, countItems, decision, fund, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { allocation, decideQuota, director, planner as maker } from './quota-on-dynamo.ts';

const {
  requestQuota,
  acceptQuotaRequest,
  declineQuotaRequest,
  listQuotaRequests,
  getQuotaRequest,
  proposeQuotaDecision,
  approveQuotaDecision,
  rejectQuotaDecision,
  withdrawQuotaDecision,
  reverseAllocation,
} = CAPITAL_ROUTES;
const ELSEWHERE = '06658-2025';
const officer = person('commune-officer', { areas: [COMMUNE] });
const planner = person('branch-planner');

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
});

const ask = (requestId: string, given = {}, act = testAct(), caller = officer) =>
  capital.call(requestQuota, {
    body: {
      requestId,
      programmeId: PROGRAMME,
      communeId: COMMUNE,
      amount: '50000000',
      reason: 'Nhiều hộ chờ vay',
      ...given,
    },
    caller,
    act,
  });
const DECISION = 'decision-7';
const accept = (requestId: string, caller = planner, decisionId = DECISION) =>
  capital.call(acceptQuotaRequest, {
    params: { requestId },
    body: { sourceId: SOURCE, decisionId, granted: '30000000', note: 'Phần còn lại quý sau' },
    caller,
    act: testAct(),
  });
/** The decision that meets a request is there before it is named. */
const decide = async () => {
  await fund(capital, '100000000', '20000000');
  await decideQuota(capital, SOURCE, [allocation(COMMUNE, '30000000')], { decisionId: DECISION });
};
const propose = async () => {
  await fund(capital, '100000000', '20000000');
  await capital.call(proposeQuotaDecision, {
    params: { sourceId: SOURCE },
    body: { decisionId: DECISION, decision, lines: [allocation(COMMUNE, '30000000')] },
    caller: maker,
    act: testAct(),
  });
};
const approve = () =>
  capital.call(approveQuotaDecision, {
    params: { sourceId: SOURCE, decisionId: DECISION },
    body: {},
    caller: director,
    act: testAct(),
  });
const show = (requestId: string) => capital.call(getQuotaRequest, { params: { requestId }, caller: officer });
/** Delivers everything that was told so far, as often as it is asked to. */
const tell = async (order: (events: Envelope[]) => Envelope[] = (events) => events) => {
  const heard = new Set(followedBy(MEET_REQUESTS).map(({ type }) => type));
  const events = (await capital.events()).filter(({ type }) => heard.has(type));
  expect(await capital.toRequests(...order(events))).toBe(0);
};
const told = async (requestId: string) =>
  (await capital.events())
    .filter(({ subject }) => subject === requestId)
    .map(({ type }) => type)
    .sort();
const decline = (requestId: string) =>
  capital.call(declineQuotaRequest, {
    params: { requestId },
    body: { reason: 'Xã còn chỉ tiêu' },
    caller: planner,
    act: testAct(),
  });
const list = async (query: Record<string, string>, caller = planner) =>
  (await capital.call(listQuotaRequests, { query, caller })).items.map(({ requestId }) => requestId);

describe('a request of a commune', () => {
  it('is answered with the decision that meets it, and the commune reads how much and why', async () => {
    await decide();
    expect(await ask('request-1', { sourceId: SOURCE })).toEqual({
      id: 'request-1',
      version: 1,
      status: 'pending',
    });
    expect(await accept('request-1')).toEqual({ id: 'request-1', version: 2, status: 'accepted' });
    expect(
      await capital.call(getQuotaRequest, { params: { requestId: 'request-1' }, caller: officer }),
    ).toMatchObject({
      amount: '50000000',
      sourceId: SOURCE,
      status: 'accepted',
      requestedBy: 'commune-officer',
      answered: {
        by: 'branch-planner',
        grant: { decisionId: 'decision-7', granted: '30000000', note: 'Phần còn lại quý sau' },
        reason: null,
      },
    });
    const events = (await capital.events()).filter(({ subject }) => subject === 'request-1');
    expect(events.map(({ type, communeId }) => `${type} ${communeId}`).sort()).toEqual([
      `QuotaRequestAccepted ${COMMUNE}`,
      `QuotaRequested ${COMMUNE}`,
    ]);
  });

  it('is open until the decision that is to meet it is approved, whichever is told first', async () => {
    await propose();
    await ask('request-1');
    expect(await accept('request-1')).toEqual({ id: 'request-1', version: 2, status: 'pending' });
    expect(await show('request-1')).toMatchObject({
      status: 'pending',
      promised: { by: 'branch-planner', grant: { decisionId: DECISION, granted: '30000000' } },
      answered: null,
    });
    await tell();
    expect(await show('request-1')).toMatchObject({ status: 'pending' });
    await approve();
    expect(await show('request-1')).toMatchObject({ status: 'pending' });
    await tell((events) => events.toReversed());
    await tell();
    expect(await show('request-1')).toMatchObject({
      version: 3,
      status: 'accepted',
      promised: null,
      answered: { by: 'branch-planner', grant: { decisionId: DECISION } },
    });
    expect(await told('request-1')).toEqual([
      'QuotaRequestAccepted',
      'QuotaRequestPromised',
      'QuotaRequested',
    ]);
    expect(await list({ status: 'accepted' })).toEqual(['request-1']);
  });

  it.each(['rejected', 'withdrawn'] as const)(
    'stays open when that is %s, and takes another decision',
    async (end) => {
      await propose();
      await ask('request-1');
      await accept('request-1');
      await capital.call(end === 'rejected' ? rejectQuotaDecision : withdrawQuotaDecision, {
        params: { sourceId: SOURCE, decisionId: DECISION },
        body: { reason: 'Chưa cân đối được' },
        caller: end === 'rejected' ? director : maker,
        act: testAct(),
      });
      await tell();
      expect(await show('request-1')).toMatchObject({ status: 'pending', promised: null, answered: null });
      expect(await told('request-1')).toContain('QuotaRequestReopened');
      await expect(accept('request-1')).rejects.toMatchObject({
        code: 'quota-decision-does-not-meet',
        facts: { status: end },
      });
      await decideQuota(capital, SOURCE, [allocation(COMMUNE, '30000000')], { decisionId: 'decision-9' });
      expect(await accept('request-1', planner, 'decision-9')).toMatchObject({ status: 'accepted' });
      await tell();
      expect(await show('request-1')).toMatchObject({ answered: { grant: { decisionId: 'decision-9' } } });
    },
  );

  it('is met by a decision that gives its commune as much only', async () => {
    await fund(capital, '100000000', '20000000');
    await decideQuota(capital, SOURCE, [allocation(ELSEWHERE, '30000000')], { decisionId: DECISION });
    await decideQuota(capital, SOURCE, [allocation(COMMUNE, '29999999')], { decisionId: 'decision-8' });
    await ask('request-1');
    for (const [decisionId, given] of [
      [DECISION, 0n],
      ['decision-8', 29_999_999n],
    ] as const) {
      await expect(accept('request-1', planner, decisionId)).rejects.toMatchObject({
        code: 'quota-decision-does-not-meet',
        facts: { given, granted: 30_000_000n },
      });
    }
  });

  it('follows the decision that is named last', async () => {
    await propose();
    await ask('request-1');
    await accept('request-1');
    await decideQuota(capital, SOURCE, [allocation(COMMUNE, '30000001')], { decisionId: 'decision-9' });
    await accept('request-1', planner, 'decision-9');
    await capital.call(withdrawQuotaDecision, {
      params: { sourceId: SOURCE, decisionId: DECISION },
      body: { reason: 'Đã có quyết định khác' },
      caller: maker,
      act: testAct(),
    });
    await tell();
    expect(await show('request-1')).toMatchObject({ answered: { grant: { decisionId: 'decision-9' } } });
  });

  it('is open again when the allocation that met it is reversed', async () => {
    await decide();
    await ask('request-1');
    await ask('request-2', { communeId: ELSEWHERE }, testAct(), person('commune-chair'));
    await accept('request-1');
    await capital.call(reverseAllocation, {
      params: { sourceId: SOURCE },
      body: {
        ...{ programmeId: PROGRAMME, communeId: COMMUNE, entryOn: '2026-11-24', entryVersion: 2 },
        reason: 'Ghi nhầm xã',
      },
      caller: maker,
      act: testAct({ actor: 'another' }),
    });
    await tell((events) => events.toReversed());
    await tell();
    expect(await show('request-1')).toMatchObject({ status: 'pending', promised: null, answered: null });
    expect(await list({})).toContain('request-1');
  });

  it('can be declined while its decision is awaited, and is not met by it then', async () => {
    await propose();
    await ask('request-1');
    await accept('request-1');
    await decline('request-1');
    await approve();
    await tell();
    expect(await show('request-1')).toMatchObject({ status: 'declined', promised: null });
  });

  it('is answered once, by another than asked, however many try', async () => {
    await decide();
    await ask('request-1');
    const tries = await Promise.allSettled([decline('request-1'), accept('request-1'), decline('request-1')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(decline('request-1')).rejects.toThrow('proposal-not-pending');
    const both = person('commune-officer', { roles: ['commune-officer', 'branch-planner'] });
    await ask('request-2', {}, testAct(), both);
    await expect(accept('request-2', both)).rejects.toThrow('maker-may-not-decide');
    await expect(ask('request-2')).rejects.toThrow('already-exists');
    await expect(accept('request-9')).rejects.toThrow('not-found');
    await ask('request-3');
    await expect(accept('request-3', planner, 'decision-8')).rejects.toThrow('not-found');
  });

  it('is listed for the own commune, and for the province by status, the longest waiting first', async () => {
    const at = (now: string) => testAct({ now });
    await ask('request-b', {}, at('2026-11-24T01:00:00.000Z'));
    await ask('request-a', {}, at('2026-11-24T02:00:00.000Z'));
    await ask('request-c', { communeId: ELSEWHERE }, at('2026-11-24T03:00:00.000Z'), person('commune-chair'));
    await decline('request-b');
    expect(await list({})).toEqual(['request-a', 'request-c']);
    expect(await list({ status: 'declined' })).toEqual(['request-b']);
    expect(await list({ communeId: COMMUNE }, officer)).toEqual(['request-b', 'request-a']);
    expect(await list({ communeId: COMMUNE, status: 'pending' }, officer)).toEqual(['request-a']);
    await expect(list({ communeId: ELSEWHERE }, officer)).rejects.toThrow('area-not-allowed');
    await expect(list({}, officer)).rejects.toThrow('area-not-allowed');
  });

  it('repeated under its key is answered alike and writes nothing', async () => {
    const act = () => testAct({ key: 'ask-once' });
    const first = await ask('request-1', {}, act());
    const before = await countItems(capital.table);
    const again = ask('request-1', {}, act());
    await expect(again).rejects.toThrow(Replay);
    await expect(again).rejects.toMatchObject({ answer: first });
    await ask('request-2', {}, testAct({ dryRun: true }));
    expect(await countItems(capital.table)).toBe(before);
  });
});
