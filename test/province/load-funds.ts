import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Doors } from './doors.ts';
import { FOUNDING_SOURCES } from './founding/history.ts';
import { inParallel } from './in-parallel.ts';
import type { PlannedSource } from './plan/types.ts';

const HOLDER = 'founding-province';
/** The districts ended the day before; their funds went to the contract of the province. */
const HANDED_OVER_ON = '2025-07-01';
const LAST_CLOSED_YEAR = 2024;
const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;
const COUNCIL = 'Hội đồng nhân dân tỉnh Quảng Ninh';

/** What is invented says so wherever a person reads it. */
const fictional = (text: string): string => `${text} (hư cấu)`;

interface DistrictFund {
  readonly sourceId: string;
  /** Đồng; nothing was lent of it before it was handed over. */
  readonly unlentCash: bigint;
}

/**
 * What became of the funds: those of the former districts are handed over, one transfer record each; a year is
 * closed; and the province plans what it will entrust, of which nothing has come yet. Loaded again, it changes nothing.
 */
export async function loadFunds(
  doors: Doors,
  atATime: number,
  sources: readonly PlannedSource[],
  today: string,
): Promise<void> {
  if (today < HANDED_OVER_ON) return;
  await inParallel(districtFunds(sources), atATime, (fund) => handOver(doors, fund));
  await closeYear(doors);
  await plan(doors, Number(today.slice(0, 4)));
}

function districtFunds(sources: readonly PlannedSource[]): DistrictFund[] {
  const founding = FOUNDING_SOURCES.filter(({ investorId }) => investorId.startsWith('former-district-')).map(
    ({ sourceId, receipts }) => ({
      sourceId,
      unlentCash: receipts.reduce((sum, { amount }) => sum + BigInt(amount) * MILLION, 0n),
    }),
  );
  const planned = sources
    .filter(({ fund }) => fund === 'quang-yen')
    .map(({ sourceId, receipts }) => ({
      sourceId,
      unlentCash: receipts.reduce((sum, { on, amount }) => (on < HANDED_OVER_ON ? sum + amount : sum), 0n),
    }));
  return [...founding, ...planned].filter(({ unlentCash }) => unlentCash > 0n);
}

async function handOver(doors: Doors, { sourceId, unlentCash }: DistrictFund): Promise<void> {
  const officer = doors.as('finance-officer');
  const params = { sourceId };
  const { items } = await officer.call(CAPITAL_ROUTES.listHandOvers, { params });
  if (items.length > 0) return;
  await officer.call(CAPITAL_ROUTES.handOverFund, {
    params,
    idempotencyKey: `${sourceId}-hand-over`,
    body: {
      holderSourceId: HOLDER,
      principal: '0',
      unlentCash: unlentCash.toString(),
      provision: '0',
      accruedInterest: '0',
      overduePrincipal: '0',
      decision: { number: fictional('61/NQ-HĐND'), issuedOn: '2025-06-27', issuer: COUNCIL },
      document: fictional('BBBG'),
      effectiveOn: HANDED_OVER_ON,
    },
  });
}

async function closeYear(doors: Doors): Promise<void> {
  const officer = doors.as('finance-officer');
  const params = { sourceId: HOLDER };
  const { items } = await officer.call(CAPITAL_ROUTES.listClosings, { params });
  if (items.some(({ year }) => year === LAST_CLOSED_YEAR)) return;
  await officer.call(CAPITAL_ROUTES.closeYear, {
    params,
    idempotencyKey: `${HOLDER}-close-${LAST_CLOSED_YEAR.toString()}`,
    body: { year: LAST_CLOSED_YEAR },
  });
}

async function plan(doors: Doors, year: number): Promise<void> {
  const officer = doors.as('finance-officer');
  const params = { sourceId: HOLDER };
  const known = await officer.call(CAPITAL_ROUTES.listFundingPlans, { params, query: {} });
  if (known.items.length > 0) return;
  const effectiveOn = `${year.toString()}-01-01`;
  const decision = {
    number: fictional('88/NQ-HĐND'),
    issuedOn: `${(year - 1).toString()}-12-10`,
    issuer: COUNCIL,
  };
  const tranche = (number: number, dueOn: string, billions: bigint) => ({
    trancheId: `${HOLDER}-${year.toString()}-${number.toString()}`,
    dueOn: `${year.toString()}-${dueOn}`,
    amount: (billions * BILLION).toString(),
    decision,
  });
  const record = (planId: string, content: Pick<Plan, 'years' | 'tranches'>) =>
    officer.call(CAPITAL_ROUTES.recordFundingPlan, {
      params,
      idempotencyKey: `${planId}-record`,
      body: { planId, ...content, decision, effectiveOn },
    });
  await record(`${HOLDER}-${year.toString()}`, {
    years: [{ year, amount: (300n * BILLION).toString() }],
    tranches: [tranche(1, '03-31', 180n), tranche(2, '12-31', 120n)],
  });
  await record(`${HOLDER}-${year.toString()}-medium`, {
    years: [0, 1, 2, 3, 4].map((later) => ({ year: year + later, amount: (300n * BILLION).toString() })),
    tranches: [],
  });
}

interface Plan {
  readonly years: { year: number; amount: string }[];
  readonly tranches: {
    trancheId: string;
    dueOn: string;
    amount: string;
    decision: { number: string; issuedOn: string; issuer: string };
  }[];
}
