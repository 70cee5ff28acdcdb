import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import { CapitalFreed } from '#shared/contracts/capital/ledger/events.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Envelope, EventType } from '#shared/contracts/event.ts';
import {
  CapitalRequested,
  LoanApproved,
  LoanCancelled,
  LoanDisbursed,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { observe } from '#shared/runtime/observability.ts';
import { testAct } from '#test/support/acts.ts';
import { approvedTermsOf } from '#test/support/approved-terms.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { CONTEXT, sqsEvent, testEnvelope } from '#test/support/lambda-events.ts';
import { driverOf } from '#test/support/service-driver.ts';
import { capitalFunctions } from '#test/support/service-handlers.ts';
import { tellReferences } from '#test/support/told-references.ts';
import { allocation, decideQuota } from './quota-on-dynamo.ts';

export const SOURCE = 'src-province-2026';

export const COMMUNE = '06652-2025';

export const PROGRAMME = 'job-creation';

export const DAY = '2026-11-24';

export const decision = { number: '12/NQ-HĐND', issuedOn: '2026-01-10', issuer: 'HĐND tỉnh Quảng Ninh' };

export const investor = {
  nameVi: 'Ngân sách tỉnh Quảng Ninh',
  kind: 'province' as const,
  coreCode: '22',
  validFrom: null,
  validTo: null,
  source: {
    instrument: 'Thông tư 84/2025/TT-BTC',
    issuedOn: '2025-08-19',
    effectiveOn: null,
    confidence: 'verified' as const,
  },
};

export const opening = {
  sourceId: SOURCE,
  investorId: 'quang-ninh-province',
  kind: 'entrusted' as const,
  contract: {
    number: '01/2026/HĐUT',
    signedOn: '2026-01-15',
    parties: ['Sở Tài chính tỉnh Quảng Ninh', 'Chi nhánh NHCSXH tỉnh Quảng Ninh'],
    decision,
    parameters: [{ name: 'management-fee-rate' as const, rate: '2.5', from: '2026-01-15', to: null }],
  },
  effectiveOn: '2026-01-15',
};

/** Areas most tests play in. */
const AREAS = ['22', COMMUNE, '06655-2025', '06658-2025', '06760-2025'];

/** Lets capital know the usual programme and areas. */
export const tellUsualPlaces = (table: Table): Promise<void> =>
  tellReferences(table, { programmes: [PROGRAMME], areas: AREAS });

/** The capital service on a table of its own, its events delivered by hand; it knows the usual programme and areas. */
export async function openCapital(dynamoEndpoint: string) {
  const table = await createTestTable(dynamoEndpoint);
  await tellUsualPlaces(table);
  return capitalOn(table, () => storedEvents(table));
}

/** The capital service on a table, and a way to all events that were stored in it. */
export function capitalOn(table: Table, events: () => Promise<Envelope[]>) {
  const { handlers, reactions } = capitalFunctions(table);
  const consumer = (name: string) => {
    const handler = eventConsumer({
      ...observe('test'),
      name: `capital-${name}`,
      table,
      reactions: reactions[name] ?? [],
    });
    return async (...events: readonly Envelope[]) => {
      const { batchItemFailures } = await handler(sqsEvent(...events), CONTEXT);
      return batchItemFailures.length;
    };
  };
  const toQueues = consumer('offer-capital');
  const toTotals = consumer('project-totals');
  return {
    table,
    /** Delivers events of lending; answers how many go back to the queue. */
    deliver: consumer('on-events'),
    /** Delivers events of lending to the forecast; answers how many go back to the queue. */
    foresee: consumer('project-forecast'),
    /** Delivers events of programmes and areas; answers how many go back to the queue. */
    toReferences: consumer('note-references'),
    /** Delivers what settles requests of communes; answers how many go back to the queue. */
    toRequests: consumer('meet-requests'),
    call: driverOf({ handlers }),
    toQueues,
    /** Delivers approvals of quota decisions whose rows follow; answers how many go back to the queue. */
    toDecisions: consumer('apply-decisions'),
    /** Delivers what tells that queues may be served, until nothing more is told; answers how many deliveries. */
    serve: async () => {
      const told = new Set<string>();
      for (;;) {
        const fresh = (await events()).filter(({ type, id }) => type === CapitalFreed.type && !told.has(id));
        if (fresh.length === 0) return told.size;
        for (const { id } of fresh) told.add(id);
        await Promise.all(fresh.map((event) => toQueues(event)));
      }
    },
    /** Delivers every money event that was stored, in the given order, to the totals. */
    project: async (order: (events: Envelope[]) => Envelope[] = (events) => events) => {
      await toTotals(...order((await events()).filter(isMoney)));
    },
    events,
  };
}

export type Capital = ReturnType<typeof capitalOn>;

const MONEY = new Set<string>(MONEY_EVENTS.map(({ type }) => type));

const isMoney = ({ type }: Envelope): boolean => MONEY.has(type);

async function storedEvents(table: Table): Promise<Envelope[]> {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  return Items.flatMap((item) => {
    const event = z.safeParse(EnvelopeSchema, item['event']);
    return event.success ? [event.data] : [];
  });
}

export async function countItems(table: Table): Promise<number> {
  return (await table.client.send(new ScanCommand({ TableName: table.name, Select: 'COUNT' }))).Count ?? 0;
}

/** Allocates more to the leaf. */
export async function allocate(capital: Capital, amount: string): Promise<void> {
  await decideQuota(capital, SOURCE, [allocation(COMMUNE, amount)], { effectiveOn: DAY });
}

/** Investor, source, received capital and one quota, in đồng. */
export async function fund(
  capital: Capital,
  received: string,
  quota: string,
  nextAct: () => Act = () => testAct(),
): Promise<void> {
  const params = { sourceId: SOURCE };
  const effectiveOn = '2026-01-20';
  const { putInvestor, openSource, receiveCapital } = CAPITAL_ROUTES;
  const investorId = 'quang-ninh-province';
  await capital.call(putInvestor, { params: { investorId }, body: investor, act: nextAct() });
  await capital.call(openSource, { body: opening, act: nextAct() });
  const receipt = { amount: received, decision, effectiveOn };
  await capital.call(receiveCapital, { params, body: receipt, act: nextAct() });
  await decideQuota(capital, SOURCE, [allocation(COMMUNE, quota)], { decision, effectiveOn, nextAct });
}

const loan = (loanId: string) => ({
  loanId,
  householdId: 'hh-1',
  programmeId: PROGRAMME,
  communeId: COMMUNE,
});

const event = (type: EventType, effectiveOn: string, data: Record<string, unknown>, aggregateVersion = 1) =>
  testEnvelope(type, data, { effectiveOn, aggregateVersion, communeId: COMMUNE });

const request = (loanId: string, amount: string) => ({
  ...loan(loanId),
  sourceId: SOURCE,
  amount,
  capitalKinds: ['entrusted'],
  requestNumber: 1,
});

/** Events of a loan as lending publishes them. */
export const lending = {
  approved: (loanId: string, amount: string, given: Record<string, unknown> = {}) =>
    event(LoanApproved, '2026-02-01', {
      ...request(loanId, amount),
      terms: approvedTermsOf({ sourceId: SOURCE, amount }),
      ...given,
    }),
  requested: (loanId: string, amount: string, requestNumber: number, given: Record<string, unknown> = {}) =>
    event(CapitalRequested, '2026-02-02', { ...request(loanId, amount), requestNumber, ...given }),
  cancelled: (loanId: string) => event(LoanCancelled, '2026-02-03', { ...loan(loanId), reason: 'thôi vay' }),
  disbursed: (loanId: string, amount: string) =>
    event(LoanDisbursed, '2026-02-05', {
      ...loan(loanId),
      sourceId: SOURCE,
      amount,
      maturityOn: '2029-02-05',
      schedule: [{ from: '2026-02-05', everyMonths: 36, times: 1, principal: amount }],
    }),
  repaid: (loanId: string, principal: string, interest: string, version: number, settled = false) =>
    event(
      RepaymentRecorded,
      `2026-03-${String(version).padStart(2, '0')}`,
      {
        ...loan(loanId),
        repaymentId: `${loanId}-r${String(version)}`,
        amount: (BigInt(principal) + BigInt(interest)).toString(),
        principal,
        interest,
        outstanding: '0',
        settled,
        method: 'cash',
      },
      version,
    ),
  writtenOff: (loanId: string, principal: string, version: number) =>
    event(
      LoanWrittenOff,
      `2026-04-${String(version).padStart(2, '0')}`,
      {
        ...loan(loanId),
        sourceId: SOURCE,
        principal,
        interest: '1',
        reason: 'không còn người thừa kế',
        decision: { number: '90/QĐ', issuedOn: '2026-01-10', issuer: 'NHCSXH' },
      },
      version,
    ),
};
