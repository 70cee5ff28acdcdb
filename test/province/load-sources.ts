import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { until } from '#test/journeys/steps/wait.ts';
import type { Doors } from './doors.ts';
import { inParallel } from './in-parallel.ts';
import type { Fund } from './plan/offers.ts';
import type { PlannedSource } from './plan/types.ts';

type OpenSource = BodySent<typeof CAPITAL_ROUTES.openSource>;

const BRANCH = 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh Quảng Ninh';

/** Numbers of the demonstration are marked fictional wherever a person reads them. */
const fictional = (number: string): string => `${number} (hư cấu)`;

const FOUNDING: Readonly<
  Record<
    Fund,
    Pick<OpenSource, 'investorId' | 'kind'> & {
      readonly party: string;
      readonly decision: string;
      readonly issuer: string;
    }
  >
> = {
  central: {
    investorId: 'central',
    kind: 'central',
    party: 'Ngân hàng Chính sách xã hội Việt Nam',
    decision: '01/QĐ-NHCS',
    issuer: 'Tổng Giám đốc Ngân hàng Chính sách xã hội',
  },
  province: {
    investorId: 'province-22',
    kind: 'entrusted',
    party: 'Sở Tài chính tỉnh Quảng Ninh',
    decision: '02/NQ-HĐND',
    issuer: 'Hội đồng nhân dân tỉnh Quảng Ninh',
  },
  'quang-yen': {
    investorId: 'former-district-quang-yen',
    kind: 'entrusted',
    party: 'Ủy ban nhân dân thị xã Quảng Yên',
    decision: '03/NQ-HĐND',
    issuer: 'Hội đồng nhân dân thị xã Quảng Yên',
  },
};

/** How interest of an entrusted source is split; the rates are made up. */
const splitTerms = (from: string): OpenSource['contract']['parameters'] => [
  { name: 'risk-provision-rate', rate: '0.75', from, to: null },
  { name: 'management-fee-rate', rate: '2.4', from, to: null },
  { name: 'management-fee-cap', rate: '2.1', from, to: null },
  { name: 'steering-activities-share', rate: '10', from, to: null },
];

/** Opens each source on its contract, receives its capital and allocates its quotas, in the order of the days. */
export async function loadSources(
  doors: Doors,
  sources: readonly PlannedSource[],
  counted: () => void,
): Promise<void> {
  await inParallel(sources, sources.length, async (source) => {
    await openSource(doors, source);
    const [first, ...later] = source.receipts;
    if (first) await receive(doors, source, first, 1);
    if (source.quotas.length > 0) await allocate(doors, source);
    source.quotas.forEach(counted);
    for (const [index, receipt] of later.entries()) await receive(doors, source, receipt, index + 2);
  });
}

async function openSource(doors: Doors, { fund, sourceId, openedOn }: PlannedSource): Promise<void> {
  const { investorId, kind, party, decision, issuer } = FOUNDING[fund];
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
        decision: { number: fictional(decision), issuedOn: openedOn, issuer },
        parameters: kind === 'entrusted' ? splitTerms(openedOn) : [],
      },
      effectiveOn: openedOn,
    },
  });
}

async function receive(
  doors: Doors,
  { fund, sourceId }: PlannedSource,
  receipt: PlannedSource['receipts'][number],
  number: number,
): Promise<void> {
  const { decision, issuer } = FOUNDING[fund];
  await doors.as('finance-officer').call(CAPITAL_ROUTES.receiveCapital, {
    params: { sourceId },
    idempotencyKey: `${sourceId}-receive-${number.toString()}`,
    body: {
      amount: receipt.amount.toString(),
      decision: { number: fictional(`${decision}-${number.toString()}`), issuedOn: receipt.on, issuer },
      document: `CT-${number.toString().padStart(4, '0')}`,
      effectiveOn: receipt.on,
    },
  });
}

/** One decision for all quotas of a source, proposed by one account and approved by another. */
async function allocate(doors: Doors, { sourceId, quotas, allocatedOn }: PlannedSource): Promise<void> {
  const decisionId = `${sourceId}-quotas`;
  await doors.as('branch-planner').call(QUOTA_ROUTES.proposeQuotaDecision, {
    params: { sourceId },
    idempotencyKey: `${decisionId}-propose`,
    body: {
      decisionId,
      decision: {
        number: fictional('15/QĐ-NHCS'),
        issuedOn: allocatedOn,
        issuer: 'Trưởng Ban đại diện Hội đồng quản trị NHCSXH tỉnh',
      },
      effectiveOn: allocatedOn,
      lines: quotas.map(({ programmeId, communeId, amount }) => ({
        kind: 'allocate' as const,
        programmeId,
        areaId: communeId,
        amount: amount.toString(),
      })),
    },
  });
  await doors.as('branch-director').call(QUOTA_ROUTES.approveQuotaDecision, {
    params: { sourceId, decisionId },
    idempotencyKey: `${decisionId}-approve`,
    body: {},
  });
  // A long decision is recorded some rows at a time: loans are not to wait for their quota.
  await until(
    `the quotas of ${sourceId}`,
    () =>
      doors
        .as('auditor')
        .call(QUOTA_ROUTES.getQuotaDecision, { params: { sourceId, decisionId }, query: {} }),
    ({ decision }) => decision.status !== 'applying',
  );
}
