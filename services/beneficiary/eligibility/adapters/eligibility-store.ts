import * as z from 'zod/mini';
import {
  HouseholdItemSchema,
  PersonsItemSchema,
  readClasses,
} from '#beneficiary/registry/adapters/household-items.ts';
import { householdKey, personsKey } from '#beneficiary/registry/adapters/table-map.ts';
import {
  CapitalKindSchema,
  EligibilityReasonSchema,
} from '#shared/contracts/beneficiary/eligibility/events.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { getItem, queryAll, readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import type { DecisionReader, EligibilityStore } from '../application/ports.ts';
import { debtsOf, decisionKey } from './table-map.ts';

const DecisionItemSchema = z.object({
  event: z.pick(EnvelopeSchema, { recordedAt: true }),
  decision: z.object({
    loanId: z.string(),
    householdId: z.string(),
    personId: z.string(),
    programmeId: z.string(),
    communeId: z.string(),
    eligible: z.boolean(),
    reasons: z.array(EligibilityReasonSchema),
    capitalKinds: z.array(CapitalKindSchema),
    decidedFor: z.string(),
    ruleRevision: z.nullable(z.int()),
  }),
});

const DebtRowSchema = z.object({
  loanId: z.string(),
  disbursedOn: z.nullable(z.string()),
  settledOn: z.nullable(z.string()),
});

/** A household takes few loans in one programme in a lifetime. */
const DEBTS_BOUND = 200;

/** Decisions on the table: the item of a decision is its fact, with every reason beside the event. */
export function openEligibility(table: Table, act: Act): EligibilityStore & DecisionReader {
  return {
    borrower: async (loanId, householdId, personId) => {
      const keys = [decisionKey(loanId), householdKey(householdId), personsKey(householdId)] as const;
      const found = await readForAct(table, act, keys);
      const persons = found.take(keys[2], PersonsItemSchema)?.persons ?? [];
      const person = persons.find((one) => one.personId === personId);
      return {
        alreadyDecided: found.take(keys[0], DecisionItemSchema) !== null,
        household: found.take(keys[1], HouseholdItemSchema),
        person: person === undefined ? null : { birthDate: businessDay(person.birthDate) },
      };
    },
    classes: (householdId, upTo) => readClasses(table, householdId, upTo),
    runningDebts: async (householdId, programmeId) => {
      const debts = await queryAll(table, DebtRowSchema, {
        partition: debtsOf(householdId),
        prefix: `${programmeId}#`,
        bound: DEBTS_BOUND,
      });
      return debts
        .filter(({ disbursedOn, settledOn }) => disbursedOn !== null && settledOn === null)
        .map(({ loanId }) => loanId);
    },
    decide: (decision, draft) =>
      commit(table, act, {
        writes: [],
        facts: [{ key: decisionKey(decision.loanId), draft, attributes: { decision } }],
        answer: { id: decision.loanId, version: 1 },
      }),
    decision: async (loanId) => {
      const item = await getItem(table, decisionKey(loanId), DecisionItemSchema);
      return item === null ? null : { ...item.decision, recordedAt: item.event.recordedAt };
    },
  };
}
