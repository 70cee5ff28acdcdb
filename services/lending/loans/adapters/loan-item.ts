import * as z from 'zod/mini';
import { factOf, factToWire } from '#lending/engine/adapters/fact-wire.ts';
import { loanKey, loansOfCommune, loansOfGroup } from '#lending/table-map.ts';
import { CalculationFactSchema } from '#shared/contracts/lending/engine/facts.ts';
import { LoanRulesSchema } from '#shared/contracts/lending/engine/rules.ts';
import { placedItem } from '#shared/data/placed-item.ts';
import { StoredDaySchema, StoredRateSchema, StoredVndSchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import { CAPITAL_KINDS } from '#shared/domain/words/capital-kind.ts';
import { DECLINE_REASONS } from '#shared/domain/words/decline-reason.ts';
import { LOAN_STATUSES } from '#shared/domain/words/loan-status.ts';
import type { LoanStatus } from '#shared/domain/words/loan-status.ts';
import { isRunning, outstandingOf } from '../domain/loan.ts';
import type { Decision } from '../domain/changes.ts';
import type { Loan } from '../domain/loan.ts';
import { StoredStateSchema } from './ledger-state.ts';

/** What the list of a commune shows of a loan; the head does not repeat it. */
export const LoanSummarySchema = z.object({
  status: z.enum(LOAN_STATUSES),
  householdId: z.string(),
  programmeId: z.string(),
  groupId: z.string(),
  /** Requested, then approved. */
  amount: StoredVndSchema,
  outstanding: z.optional(StoredVndSchema),
  nextDueOn: z.optional(StoredDaySchema),
  maturityOn: z.optional(StoredDaySchema),
});

/** What the list of a group shows: nothing that changes after the request. */
export const LoanLabelSchema = z.object({
  householdId: z.string(),
  programmeId: z.string(),
  requestedAmount: StoredVndSchema,
  appliedOn: StoredDaySchema,
});

const file = {
  loanId: z.string(),
  householdId: z.string(),
  personId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  groupId: z.string(),
  organisationId: z.string(),
  requestedAmount: StoredVndSchema,
  requestedTermMonths: z.int(),
  purpose: z.string(),
  ownFunds: z.optional(StoredVndSchema),
  appliedOn: StoredDaySchema,
  version: z.int(),
  lastFactOn: StoredDaySchema,
  actors: z.readonly(z.array(z.string())),
};

const terms = z.object({
  sourceId: z.string(),
  amount: StoredVndSchema,
  ratePerYear: StoredRateSchema,
  overdueRatePerYear: StoredRateSchema,
  termMonths: z.int(),
  principalEveryMonths: z.int(),
  rules: z.optional(LoanRulesSchema),
  approvedBy: z.string(),
});

/** A decision is kept as the calculator reads it; few loans have any. */
const decision = z.codec(CalculationFactSchema, z.custom<Decision>(), {
  decode: (fact) => factOf(fact) as Decision,
  encode: factToWire,
});

const book = z.object({
  disbursedOn: StoredDaySchema,
  freeze: z.nullable(z.object({ from: StoredDaySchema, until: StoredDaySchema, decisionNumber: z.string() })),
  decisions: z._default(z.readonly(z.array(decision)), []),
  repaymentMarks: z.string(),
  state: StoredStateSchema,
});

const writtenOff = z.object({
  on: StoredDaySchema,
  principal: StoredVndSchema,
  interest: StoredVndSchema,
  decisionNumber: z.string(),
  recovered: z._default(z.nullable(z.object({ on: StoredDaySchema, amount: StoredVndSchema })), null),
});

const listed = { listId: z.string() };
const reasoned = { reason: z.string() };
const screened = { ...listed, capitalKinds: z.readonly(z.array(z.enum(CAPITAL_KINDS))) };
const approved = { ...screened, terms, requestNumber: z.int(), capitalVersion: z.int() };
const running = {
  ...listed,
  ...{ terms, book },
  maturityOn: StoredDaySchema,
  nextDueOn: z.optional(StoredDaySchema),
};

const decline = z.object({
  reason: z.enum(DECLINE_REASONS),
  sourceKind: z.nullable(z.enum(CAPITAL_KINDS)),
});

/** A loan of a stage, with all that it must have by then. */
function stage<S extends LoanStatus, E extends z.core.$ZodShape>(status: S, earned: E) {
  return z.object({ ...file, status: z.literal(status), ...earned });
}

/** The attributes of a loan, by its stage, for both directions. */
const StoredLoanSchema = z.discriminatedUnion('status', [
  stage('applied', {}),
  stage('listed', listed),
  stage('confirmed', listed),
  stage('refused-by-commune', { ...listed, ...reasoned }),
  stage('eligible', screened),
  stage('ineligible', screened),
  stage('approved', approved),
  stage('reserved', approved),
  stage('awaiting-capital', { ...approved, missing: StoredVndSchema, decline: z.nullable(decline) }),
  stage('active', running),
  stage('settled', running),
  stage('written-off', { ...running, writtenOff }),
  stage('rejected', { ...screened, ...reasoned }),
  stage('cancelled', { listId: z.nullable(z.string()), ...reasoned }),
]) satisfies z.ZodMiniType<Loan>;

const LOAN = placedItem(StoredLoanSchema, {
  gsi1: { sort: 'loanId', shown: ['status', 'householdId', 'programmeId', 'groupId'] },
  gsi2: { sort: 'loanId', shown: ['householdId', 'programmeId', 'requestedAmount', 'appliedOn'] },
});

/** The loan an item holds. Fails when an attribute its status must have is missing. */
export const LoanItemSchema = LOAN.read;

export function itemOf(loan: Loan): Item & { readonly version: number } {
  const { summary, ...placed } = LOAN.place(loan);
  const amount = 'terms' in loan ? loan.terms.amount : loan.requestedAmount;
  return {
    ...loanKey(loan.loanId),
    gsi1pk: loansOfCommune(loan.communeId),
    summary: { ...(summary as object), amount, ...figuresOf(loan) },
    gsi2pk: loansOfGroup(loan.groupId),
    ...placed,
    version: loan.version,
  };
}

function figuresOf(loan: Loan) {
  if (!isRunning(loan)) return {};
  return {
    outstanding: outstandingOf(loan),
    nextDueOn: loan.nextDueOn,
    maturityOn: loan.maturityOn,
  };
}
