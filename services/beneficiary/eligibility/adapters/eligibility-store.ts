import * as z from 'zod/mini';
import {
  HouseholdItemSchema,
  personsIn,
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
import { StoredDaySchema } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import type { DecisionReader, EligibilityStore, StoredDecision } from '../application/ports.ts';
import { DebtItemSchema } from './debt-store.ts';
import { debtsOf, decisionKey } from './table-map.ts';

/** A decision beside its event, for both directions. */
const DecisionSchema = z.object({
  loanId: z.string(),
  householdId: z.string(),
  personId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  eligible: z.boolean(),
  reasons: z.readonly(z.array(EligibilityReasonSchema)),
  capitalKinds: z.readonly(z.array(CapitalKindSchema)),
  decidedFor: StoredDaySchema,
  ruleRevision: z.nullable(z.int()),
}) satisfies z.ZodMiniType<StoredDecision>;

const DecisionItemSchema = z.object({
  event: z.pick(EnvelopeSchema, { recordedAt: true }),
  decision: DecisionSchema,
});

/** A household takes few loans in one programme in a lifetime. */
const DEBTS_BOUND = 200;

/** Decisions on the table: the item of a decision is its fact, with every reason beside the event. */
export function openEligibility(table: Table, act: Act): EligibilityStore & DecisionReader {
  return {
    borrower: async (loanId, householdId, personId) => {
      const keys = [decisionKey(loanId), householdKey(householdId), personsKey(householdId)] as const;
      const found = await readForAct(table, act, keys);
      const person = personsIn(found, householdId).find((one) => one.personId === personId);
      return {
        alreadyDecided: found.take(keys[0], DecisionItemSchema) !== null,
        household: found.take(keys[1], HouseholdItemSchema),
        person: person ?? null,
      };
    },
    classes: (householdId, upTo) => readClasses(table, householdId, upTo),
    runningDebts: async (householdId, programmeId) => {
      const debts = await queryAll(table, DebtItemSchema, {
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
        facts: [
          {
            key: decisionKey(decision.loanId),
            draft,
            attributes: { decision: z.encode(DecisionSchema, decision) },
          },
        ],
        answer: { id: decision.loanId, version: 1 },
      }),
    decision: async (loanId) => {
      const item = await getItem(table, decisionKey(loanId), DecisionItemSchema);
      return item === null ? null : { ...item.decision, recordedAt: item.event.recordedAt };
    },
  };
}
