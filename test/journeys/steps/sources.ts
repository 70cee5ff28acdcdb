import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { BodySent, ResponseOf } from '#shared/contracts/route.ts';
import type { Stage } from './stage.ts';

export interface Leaf {
  readonly sourceId: string;
  readonly programmeId: string;
  readonly communeId: string;
}

/** Records the investor of this run: a fictional provincial budget. */
export async function registerInvestor(stage: Stage): Promise<string> {
  const investorId = stage.id('investor');
  await stage.record('finance-officer', CAPITAL_ROUTES.putInvestor, {
    params: { investorId },
    body: {
      nameVi: 'Ngân sách tỉnh ủy thác (hư cấu)',
      nameEn: 'Provincial budget (fictional)',
      kind: 'province',
      coreCode: null,
      validFrom: null,
      validTo: null,
      source: {
        instrument: 'Thông tư 11/2017/TT-BTC, sửa đổi bởi Thông tư 84/2025/TT-BTC',
        issuedOn: '2025-08-19',
        effectiveOn: null,
        confidence: 'verified',
      },
    },
  });
  return investorId;
}

export async function openSource(stage: Stage, investorId: string, on: string): Promise<string> {
  const sourceId = stage.id('source');
  await stage.command('finance-officer', 'open-source', CAPITAL_ROUTES.openSource, {
    body: {
      sourceId,
      investorId,
      kind: 'entrusted',
      contract: {
        number: '05/HĐUT (hư cấu)',
        signedOn: on,
        parties: ['Sở Tài chính tỉnh Quảng Ninh', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh Quảng Ninh'],
        decision: councilDecision(on),
        parameters: [
          { name: 'risk-provision-rate', rate: '0.75', from: on, to: null },
          { name: 'management-fee-rate', rate: '1.5', from: on, to: null },
        ],
      },
      effectiveOn: on,
    },
  });
  return sourceId;
}

export async function receiveCapital(
  stage: Stage,
  sourceId: string,
  amount: string,
  on: string,
): Promise<void> {
  await stage.command('finance-officer', 'receive', CAPITAL_ROUTES.receiveCapital, {
    params: { sourceId },
    body: { amount, decision: councilDecision(on), document: 'CT-0001', effectiveOn: on },
  });
}

/** Gives a quota to the leaf: one proposes, another approves; `name` tells apart several quotas of one run. */
export async function allocateQuota(
  stage: Stage,
  leaf: Leaf,
  amount: string,
  on: string,
  name = 'quota',
): Promise<void> {
  const { sourceId, programmeId, communeId: areaId } = leaf;
  const decisionId = stage.id(name);
  await stage.command('branch-planner', `${name}-propose`, QUOTA_ROUTES.proposeQuotaDecision, {
    params: { sourceId },
    body: {
      decisionId,
      decision: {
        number: '21/QĐ-BĐD (hư cấu)',
        issuedOn: on,
        issuer: 'Ban đại diện Hội đồng quản trị NHCSXH tỉnh',
      },
      effectiveOn: on,
      lines: [{ kind: 'allocate', programmeId, areaId, amount }],
    },
  });
  await stage.command('branch-director', `${name}-approve`, QUOTA_ROUTES.approveQuotaDecision, {
    params: { sourceId, decisionId },
    body: {},
  });
}

/** Investor, source, capital and quota in one go, for stories that begin with money in place. */
export async function fundSource(
  stage: Stage,
  given: {
    readonly programmeId: string;
    readonly communeId: string;
    readonly received: string;
    readonly quota: string;
    readonly on: string;
  },
): Promise<Leaf> {
  const { programmeId, communeId, on } = given;
  const sourceId = await openSource(stage, await registerInvestor(stage), on);
  await receiveCapital(stage, sourceId, given.received, on);
  const leaf = { sourceId, programmeId, communeId };
  await allocateQuota(stage, leaf, given.quota, on);
  return leaf;
}

function councilDecision(on: string): BodySent<typeof CAPITAL_ROUTES.receiveCapital>['decision'] {
  return { number: '45/NQ-HĐND (hư cấu)', issuedOn: on, issuer: 'Hội đồng nhân dân tỉnh Quảng Ninh' };
}

export type SourceTrace = ResponseOf<typeof CAPITAL_ROUTES.getSource>;

export type LoanTrace = ResponseOf<typeof CAPITAL_ROUTES.getLoanCapital>;

export type TrialBalance = ResponseOf<typeof CAPITAL_ROUTES.getTrialBalance>;

const asOfQuery = (asOf: string | null) => (asOf === null ? {} : { asOf });

export function readSource(stage: Stage, sourceId: string, asOf: string | null = null): Promise<SourceTrace> {
  return stage.doors
    .as('provincial-leader')
    .call(CAPITAL_ROUTES.getSource, { params: { sourceId }, query: asOfQuery(asOf) });
}

export function readLoanCapital(
  stage: Stage,
  loanId: string,
  asOf: string | null = null,
): Promise<LoanTrace> {
  return stage.doors
    .as('provincial-leader')
    .call(CAPITAL_ROUTES.getLoanCapital, { params: { loanId }, query: asOfQuery(asOf) });
}

export function readTrialBalance(
  stage: Stage,
  sourceId: string,
  asOf: string | null = null,
): Promise<TrialBalance> {
  return stage.doors
    .as('auditor')
    .call(CAPITAL_ROUTES.getTrialBalance, { params: { sourceId }, query: asOfQuery(asOf) });
}

export async function readJournal(
  stage: Stage,
  sourceId: string,
): Promise<ResponseOf<typeof CAPITAL_ROUTES.listEntries>['items']> {
  const page = await stage.doors
    .as('auditor')
    .call(CAPITAL_ROUTES.listEntries, { params: { sourceId }, query: { limit: '50' } });
  return page.items;
}
