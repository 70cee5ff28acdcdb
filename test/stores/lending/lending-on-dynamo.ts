import type * as z from 'zod/mini';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { CapitalReserved } from '#shared/contracts/capital/reservations/events.ts';
import type { CapitalDeclined } from '#shared/contracts/capital/reservations/events.ts';
import type { Envelope, EventType } from '#shared/contracts/event.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import type { Table } from '#shared/data/table.ts';
import { person, testAct } from '#test/support/acts.ts';
import { driverOf, listenerOf } from '#test/support/service-driver.ts';
import { lendingFunctions } from '#test/support/service-handlers.ts';

export const COMMUNE = '06652-2025';

export const GROUP = 'group-ha-tu-1';

/** The lending service on a table, driven as its functions drive it. */
export function lendingOn(table: Table) {
  const functions = lendingFunctions(table);
  const listen = listenerOf(functions, 'on-events');
  return {
    call: driverOf(functions),
    hear: (event: EventType, data: Record<string, unknown>, given: Partial<Envelope> = {}) =>
      listen(event, data, { communeId: COMMUNE, effectiveOn: '2026-04-01', ...given }),
  };
}

export type Lending = ReturnType<typeof lendingOn>;

export const officer = person('organisation-officer', { organisationId: 'women-union', areas: [COMMUNE] });

export const chair = person('commune-chair', { areas: [COMMUNE] });

export const director = person('branch-director');

export const credit = person('credit-officer');

export const administrator = person('administrator');

export const PROGRAMME: BodySent<typeof LENDING_ROUTES.putProgramme> = {
  coreCode: '01 HONGHEO',
  nameVi: 'Cho vay hộ nghèo',
  nameEn: 'Poor households',
  channel: 'entrusted through groups',
  status: 'open',
  versions: [
    {
      from: '2019-03-01',
      to: null,
      ratePerYear: '6.6',
      maxAmount: { amount: '100000000', basis: 'per-household' },
      maxTermMonths: 120,
      overdueFactor: '1.3',
      principalEveryMonths: [
        { termUpToMonths: 12, everyMonths: 12 },
        { termUpToMonths: 60, everyMonths: 24 },
        { termUpToMonths: null, everyMonths: 36 },
      ],
      sources: [],
      confidence: 'verified',
    },
  ],
};

export const household = (index: number) => `hh-06652-${index.toString().padStart(6, '0')}`;

export const members = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    householdId: household(from + index),
    personId: `${household(from + index)}-p1`,
  }));

export const groupBody = (groupId: string, from: number, count: number, effectiveOn = '2026-01-05') => ({
  groupId,
  name: 'Tổ TK&VV khu 1',
  communeId: COMMUNE,
  organisationId: 'women-union',
  villageName: 'Khu 1',
  leaderHouseholdId: household(from),
  members: members(from, count),
  effectiveOn,
});

/** The programme, the organisation and one group of ten households, 0 to 9. */
export async function prepare({ call }: Lending): Promise<void> {
  const organisation = {
    code: '12',
    nameVi: 'Hội Liên hiệp Phụ nữ',
    nameEn: 'Women’s Union',
    source: { instrument: 'VBSP', issuedOn: null, effectiveOn: null, confidence: 'verified-secondary' },
  } as const;
  const params = { programmeId: 'poor-household' };
  const reference = { act: testAct({ once: null }) };
  await call(LENDING_ROUTES.putProgramme, { caller: administrator, params, body: PROGRAMME, ...reference });
  await call(LENDING_ROUTES.putOrganisation, {
    caller: administrator,
    params: { organisationId: 'women-union' },
    body: organisation,
    ...reference,
  });
  await call(LENDING_ROUTES.formGroup, { caller: officer, body: groupBody(GROUP, 0, 10) });
}

export const applicationBody = (loanId: string, index: number, amount = '50000000') => ({
  loanId,
  groupId: GROUP,
  householdId: household(index),
  personId: `${household(index)}-p1`,
  programmeId: 'poor-household',
  amount,
  termMonths: 36,
  purpose: 'Chăn nuôi bò sinh sản',
  effectiveOn: '2026-03-10',
});

export const approvalBody = (amount = '50000000') => ({
  sourceId: 'src-province-2026',
  amount,
  termMonths: 36,
  principalEveryMonths: 12,
  effectiveOn: '2026-03-20',
});

export const reservation = (loanId: string) => ({
  sourceId: 'src-province-2026',
  programmeId: 'poor-household',
  communeId: COMMUNE,
  loanId,
  amount: '50000000',
  postings: [{ debit: 'cash-reserved', credit: 'cash-available', amount: '50000000' }],
});

export const decline = (loanId: string, given: Partial<z.input<typeof CapitalDeclined.data>> = {}) => ({
  sourceId: 'src-province-2026',
  programmeId: 'poor-household',
  communeId: COMMUNE,
  loanId,
  amount: '50000000',
  reason: 'quota-exceeded',
  missing: '20000000',
  place: 1,
  sourceKind: 'entrusted',
  ...given,
});

export const release = (loanId: string) => ({ ...reservation(loanId), reason: null });

export const eligibility = (loanId: string, eligible = true) => ({
  loanId,
  householdId: household(0),
  programmeId: 'poor-household',
  eligible,
  reasons: [],
  capitalKinds: eligible ? ['entrusted'] : [],
});

const STEPS = ['applied', 'confirmed', 'eligible', 'approved', 'reserved', 'active'] as const;

type Step = (typeof STEPS)[number];

/** Leads a new loan of one household up to a status. */
export async function loanAt(lending: Lending, step: Step, loanId: string, index = 0): Promise<string> {
  const { call, hear } = lending;
  const reached = STEPS.indexOf(step);
  await call(LENDING_ROUTES.applyForLoan, { caller: officer, body: applicationBody(loanId, index) });
  if (reached >= 1) {
    const listId = `list-${loanId}`;
    const body = { listId, groupId: GROUP, loanIds: [loanId], effectiveOn: '2026-03-12' };
    await call(LENDING_ROUTES.submitList, { caller: officer, body });
    await call(LENDING_ROUTES.confirmList, {
      caller: chair,
      params: { listId },
      body: { lines: [{ loanId, outcome: 'confirmed' }], effectiveOn: '2026-03-15' },
    });
  }
  if (reached >= 2) await hear(EligibilityDecided, eligibility(loanId), { effectiveOn: '2026-03-15' });
  if (reached >= 3) {
    await call(LENDING_ROUTES.approveLoan, { caller: director, params: { loanId }, body: approvalBody() });
  }
  if (reached >= 4) await hear(CapitalReserved, reservation(loanId), { effectiveOn: '2026-03-20' });
  if (reached >= 5) {
    const body = { effectiveOn: '2026-03-25' };
    await call(LENDING_ROUTES.disburseLoan, { caller: credit, params: { loanId }, body });
  }
  return loanId;
}
