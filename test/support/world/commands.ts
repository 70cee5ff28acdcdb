import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { BodySent, ParamsSent, Route } from '#shared/contracts/route.ts';

/** One act of one person under one key: sent again it is the same act. */
export interface Command {
  /** Account that gives it. */
  readonly by: string;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly key: string;
}

export function command<T extends Route>(
  by: string,
  route: T,
  key: string,
  body: BodySent<T>,
  params?: ParamsSent<T>,
): Command;

export function command(
  by: string,
  route: Route,
  key: string,
  body: unknown,
  params: Readonly<Record<string, string>> = {},
): Command {
  return { by, route, params, body, key };
}

export const PROGRAMME = 'job-creation';

export const CENTRE = 'central';

export const decisionOn = (issuedOn: string) => ({
  number: '12/NQ-HĐND (hư cấu)',
  issuedOn,
  issuer: 'Hội đồng nhân dân tỉnh',
});

export const personOf = (householdId: string): string => `${householdId}-p1`;

export type Body<R extends Route> = Partial<BodySent<R>>;

/** A household of two adults; the first represents it. */
export function registerHousehold(
  householdId: string,
  communeId: string,
  effectiveOn: string,
  given: Body<typeof BENEFICIARY_ROUTES.registerHousehold> = {},
): Command {
  return command('commune-officer', BENEFICIARY_ROUTES.registerHousehold, `${householdId}-register`, {
    householdId,
    communeId,
    villageName: 'Khu 3',
    representativeId: personOf(householdId),
    persons: [
      {
        personId: personOf(householdId),
        fullName: 'Nguyễn Thị Hoa',
        birthDate: '1984-03-09',
        sex: 'female',
        relation: 'head',
      },
      {
        personId: `${householdId}-p2`,
        fullName: 'Trần Văn Bình',
        birthDate: '1981-11-20',
        sex: 'male',
        relation: 'spouse',
      },
    ],
    effectiveOn,
    ...given,
  });
}

export function classify(
  householdId: string,
  effectiveOn: string,
  given: Body<typeof BENEFICIARY_ROUTES.recordClassification> = {},
): Command {
  return command(
    'commune-chair',
    BENEFICIARY_ROUTES.recordClassification,
    `${householdId}-class`,
    {
      standardId: 'national-2022',
      category: 'near-poor',
      incomePerPerson: '1900000',
      lacking: 1,
      decision: decisionOn(effectiveOn),
      effectiveOn,
      ...given,
    },
    { householdId },
  );
}

export function openSource(
  sourceId: string,
  effectiveOn: string,
  given: Body<typeof CAPITAL_ROUTES.openSource> = {},
): Command {
  return command('finance-officer', CAPITAL_ROUTES.openSource, `${sourceId}-open`, {
    sourceId,
    investorId: 'province-22',
    kind: 'entrusted',
    contract: {
      number: '07/HĐUT (hư cấu)',
      signedOn: effectiveOn,
      parties: ['Sở Tài chính', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh'],
      decision: decisionOn(effectiveOn),
      parameters: [{ name: 'risk-provision-rate', rate: '0.75', from: effectiveOn, to: null }],
    },
    effectiveOn,
    ...given,
  });
}

export function receiveCapital(
  sourceId: string,
  amount: string,
  effectiveOn: string,
  given: Body<typeof CAPITAL_ROUTES.receiveCapital> = {},
): Command {
  return command(
    'finance-officer',
    CAPITAL_ROUTES.receiveCapital,
    `${sourceId}-receive`,
    { amount, decision: decisionOn(effectiveOn), document: 'CT-0001', effectiveOn, ...given },
    { sourceId },
  );
}

/** Takes a receipt back, named by its day and the version of the source it was recorded under. */
export function reverseReceipt(
  sourceId: string,
  entryOn: string,
  entryVersion: number,
  given: Body<typeof CAPITAL_ROUTES.reverseReceipt> = {},
): Command {
  return command(
    'finance-officer',
    CAPITAL_ROUTES.reverseReceipt,
    `${sourceId}-reverse-${entryVersion}`,
    { entryOn, entryVersion, reason: 'Ghi nhầm số tiền', ...given },
    { sourceId },
  );
}

export function reverseAllocation(
  sourceId: string,
  communeId: string,
  entryOn: string,
  entryVersion: number,
  given: Body<typeof CAPITAL_ROUTES.reverseAllocation> = {},
): Command {
  return command(
    'branch-planner',
    CAPITAL_ROUTES.reverseAllocation,
    `${sourceId}-reverse-${communeId}-${entryVersion}`,
    {
      programmeId: PROGRAMME,
      communeId,
      entryOn,
      entryVersion,
      reason: 'Phân bổ nhầm xã',
      ...given,
    },
    { sourceId },
  );
}

export function formGroup(
  groupId: string,
  communeId: string,
  households: readonly string[],
  effectiveOn: string,
  given: Body<typeof LENDING_ROUTES.formGroup> = {},
): Command {
  return command('organisation-officer', LENDING_ROUTES.formGroup, `${groupId}-form`, {
    groupId,
    name: `Tổ ${groupId}`,
    communeId,
    organisationId: 'women',
    villageName: 'Khu 3',
    leaderHouseholdId: households[0] ?? 'nobody',
    members: membersOf(households),
    effectiveOn,
    ...given,
  });
}

export const membersOf = (households: readonly string[]): { householdId: string; personId: string }[] =>
  households.map((householdId) => ({ householdId, personId: personOf(householdId) }));

export function addMembers(
  groupId: string,
  households: readonly string[],
  effectiveOn: string,
  given: Body<typeof LENDING_ROUTES.addMembers> = {},
): Command {
  return command(
    'organisation-officer',
    LENDING_ROUTES.addMembers,
    `${groupId}-add-${households[0] ?? 'nobody'}`,
    { members: membersOf(households), effectiveOn, ...given },
    { groupId },
  );
}

export function apply(
  loanId: string,
  groupId: string,
  householdId: string,
  effectiveOn: string,
  given: Body<typeof LENDING_ROUTES.applyForLoan> = {},
): Command {
  return command('organisation-officer', LENDING_ROUTES.applyForLoan, `${loanId}-apply`, {
    loanId,
    groupId,
    householdId,
    personId: personOf(householdId),
    programmeId: PROGRAMME,
    amount: '20000000',
    termMonths: 24,
    purpose: 'Nuôi trồng thủy sản',
    effectiveOn,
    ...given,
  });
}

export function submitList(
  listId: string,
  groupId: string,
  loanIds: readonly string[],
  effectiveOn: string,
): Command {
  return command('organisation-officer', LENDING_ROUTES.submitList, `${listId}-submit`, {
    listId,
    groupId,
    loanIds: [...loanIds],
    effectiveOn,
  });
}

export function confirmList(
  listId: string,
  loanIds: readonly string[],
  effectiveOn: string,
  given: Body<typeof LENDING_ROUTES.confirmList> = {},
): Command {
  return command(
    'commune-chair',
    LENDING_ROUTES.confirmList,
    `${listId}-confirm`,
    { lines: loanIds.map((loanId) => ({ loanId, outcome: 'confirmed' as const })), effectiveOn, ...given },
    { listId },
  );
}

export function approve(
  loanId: string,
  sourceId: string,
  effectiveOn: string,
  given: Body<typeof LENDING_ROUTES.approveLoan> = {},
): Command {
  return command(
    'branch-director',
    LENDING_ROUTES.approveLoan,
    `${loanId}-approve`,
    { sourceId, amount: '20000000', termMonths: 24, principalEveryMonths: 12, effectiveOn, ...given },
    { loanId },
  );
}

export function reject(
  loanId: string,
  effectiveOn: string,
  given: { expectedVersion?: number } = {},
): Command {
  return command(
    'branch-director',
    LENDING_ROUTES.rejectLoan,
    `${loanId}-reject`,
    { reason: 'Phương án chưa khả thi', effectiveOn, ...given },
    { loanId },
  );
}

export function requestCapital(
  loanId: string,
  effectiveOn: string,
  given: Body<typeof LENDING_ROUTES.requestCapital> = {},
): Command {
  return command(
    'branch-director',
    LENDING_ROUTES.requestCapital,
    `${loanId}-request`,
    { effectiveOn, ...given },
    { loanId },
  );
}

export function cancel(
  loanId: string,
  effectiveOn: string,
  given: { expectedVersion?: number } = {},
): Command {
  return command(
    'branch-director',
    LENDING_ROUTES.cancelLoan,
    `${loanId}-cancel`,
    { reason: 'Hộ không còn nhu cầu', effectiveOn, ...given },
    { loanId },
  );
}

export function withdraw(
  loanId: string,
  effectiveOn: string,
  given: { expectedVersion?: number } = {},
): Command {
  return command(
    'organisation-officer',
    LENDING_ROUTES.withdrawApplication,
    `${loanId}-withdraw`,
    { reason: 'Hộ đã đủ vốn', effectiveOn, ...given },
    { loanId },
  );
}

export function disburse(
  loanId: string,
  effectiveOn: string,
  given: { expectedVersion?: number } = {},
): Command {
  return command(
    'credit-officer',
    LENDING_ROUTES.disburseLoan,
    `${loanId}-disburse`,
    { effectiveOn, ...given },
    { loanId },
  );
}

export function repay(
  loanId: string,
  number: number,
  amount: string,
  effectiveOn: string,
  given: { expectedVersion?: number } = {},
): Command {
  const repaymentId = `${loanId}-r${number.toString()}`;
  return command(
    'credit-officer',
    LENDING_ROUTES.recordRepayment,
    repaymentId,
    { repaymentId, amount, method: 'cash', effectiveOn, ...given },
    { loanId },
  );
}

export function freeze(
  loanId: string,
  effectiveOn: string,
  until: string,
  given: { expectedVersion?: number } = {},
): Command {
  return command(
    'branch-director',
    LENDING_ROUTES.freezeLoan,
    `${loanId}-freeze-${until}`,
    { decision: decisionOn(effectiveOn), until, effectiveOn, ...given },
    { loanId },
  );
}
