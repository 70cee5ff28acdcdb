import { ApiProblem } from '#shared/client/api-problem.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Doors } from '../doors.ts';
import { inParallel } from '../in-parallel.ts';
import { FOUNDING_SOURCES } from './history.ts';
import type { FoundingReceipt, FoundingSource } from './history.ts';
import { NATIONAL_TABLE, NATIONAL_TABLE_ON } from './national-table.ts';

const BRANCH = 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh Quảng Ninh';
const MILLION = 1_000_000n;

/** What is invented says so wherever a person reads it. */
const fictional = (text: string): string => `${text} (hư cấu)`;
const invented = {
  instrument: fictional('Mục tiêu và lãi suất minh họa'),
  issuedOn: null,
  effectiveOn: null,
  confidence: 'memory' as const,
};

/** Sources of the founding history. */
export const FOUNDING_STEPS = FOUNDING_SOURCES.length;

/**
 * Loads the founding history through the doors people use: each source is opened on a contract and receives its
 * capital decision by decision, in the order of the days. What is there already is not recorded again, also when the
 * keys under which it was recorded are long forgotten.
 */
export async function loadFounding(doors: Doors, atATime: number, counted: () => void): Promise<void> {
  await inParallel(FOUNDING_SOURCES, atATime, async (source) => {
    const received = await receiptsOf(doors, source.sourceId);
    if (received === null) await open(doors, source);
    for (let index = received ?? 0; index < source.receipts.length; index += 1) {
      await receive(doors, source, index);
    }
    counted();
  });
  await loadFigures(doors);
}

/** How many receipts of the source there are; null when it is not open yet. */
async function receiptsOf(doors: Doors, sourceId: string): Promise<number | null> {
  try {
    const call = { params: { sourceId }, query: {} };
    const { decisions } = await doors.as('finance-officer').call(CAPITAL_ROUTES.getSource, call);
    return decisions.length;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

async function open(doors: Doors, source: FoundingSource): Promise<void> {
  const { sourceId, investorId, kind, openedOn, party, issuer } = source;
  await doors.as('finance-officer').call(CAPITAL_ROUTES.openSource, {
    idempotencyKey: `${sourceId}-open`,
    body: {
      sourceId,
      investorId,
      kind,
      contract: {
        number: fictional(`${sourceId}/HĐUT`),
        signedOn: openedOn,
        parties: [party, BRANCH],
        decision: { number: fictional('01/QĐ'), issuedOn: openedOn, issuer },
        parameters: [],
      },
      effectiveOn: openedOn,
    },
  });
}

async function receive(
  doors: Doors,
  { sourceId, issuer, receipts }: FoundingSource,
  index: number,
): Promise<void> {
  const receipt = receipts[index];
  if (receipt === undefined) return;
  await doors.as('finance-officer').call(CAPITAL_ROUTES.receiveCapital, {
    params: { sourceId },
    idempotencyKey: `${sourceId}-receive-${(index + 1).toString()}`,
    body: {
      amount: (BigInt(receipt.amount) * MILLION).toString(),
      decision: decisionOf(receipt, issuer, index + 1),
      document: fictional(`CT-${(index + 1).toString().padStart(4, '0')}`),
      effectiveOn: receipt.on,
    },
  });
}

function decisionOf({ on, decision }: FoundingReceipt, issuer: string, number: number) {
  if (decision) return { ...decision };
  return { number: fictional(`${number.toString().padStart(2, '0')}/NQ-HĐND`), issuedOn: on, issuer };
}

/** The national table of the founding day, and what indicators are held against. */
async function loadFigures(doors: Doors): Promise<void> {
  const client = doors.as('finance-officer');
  await client.call(CAPITAL_ROUTES.putNationalTable, {
    params: { asOf: NATIONAL_TABLE_ON },
    body: NATIONAL_TABLE,
  });
  const targets = { 'cap-02': '1500', 'growth-share': '3000' } as const;
  for (const [indicatorId, value] of Object.entries(targets) as [keyof typeof targets, string][]) {
    await client.call(CAPITAL_ROUTES.putIndicatorTarget, {
      params: { targetId: `founding-${indicatorId}` },
      body: { indicatorId, bound: 'at-least', value, from: '2021-01-01', to: null, source: invented },
    });
  }
  await client.call(CAPITAL_ROUTES.putOpportunityRate, {
    params: { rateId: 'founding-opportunity-rate' },
    body: { rate: '4.5', from: '2014-01-01', to: null, source: invented },
  });
}
