import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { openDebts } from '#beneficiary/eligibility/adapters/debt-store.ts';
import { noteDisbursement } from '#beneficiary/eligibility/application/note-debt.ts';
import { eligibilityReactions } from '#beneficiary/eligibility/reactions.ts';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import type { Envelope, EventOf } from '#shared/contracts/event.ts';
import { LoanConfirmed, LoanDisbursed } from '#shared/contracts/lending/loans/events.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { assertGolden } from '#test/golden/produced.ts';
import {
  administrator,
  beneficiary,
  HA_TU,
  household,
  nearPoor,
  NEAR_POOR_RULES,
} from '#test/stores/beneficiary/fixture.ts';
import { testAct } from '#test/support/acts.ts';
import { testEnvelope } from '#test/support/lambda-events.ts';
import { memoryTable } from '#test/support/memory/memory-table.ts';

const { putEligibilityRules } = BENEFICIARY_ROUTES;

const PROGRAMME = NEAR_POOR_RULES.programmeId;

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => `x${text}`);

const anyRequirement = fc.oneof(
  fc.record({
    kind: fc.constant('category' as const),
    categories: fc.uniqueArray(fc.constantFrom('poor', 'near-poor', 'average'), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('escaped-within-months' as const),
    months: fc.integer({ min: 1, max: 120 }),
  }),
  fc.record({ kind: fc.constant('commune-confirmation' as const) }),
);

const anyKinds = fc.uniqueArray(
  fc.constantFrom('central' as const, 'mobilised' as const, 'entrusted' as const),
);

/** All that a decision on a loan may find. */
const anyCase = fc.record({
  requires: fc.array(anyRequirement, { minLength: 1, maxLength: 3 }),
  ruralOnly: fc.boolean(),
  capital: fc.record({ national: anyKinds, province: anyKinds, unlisted: anyKinds }),
  isRegistered: fc.boolean(),
  category: fc.option(fc.constantFrom('poor', 'near-poor', 'escaped-poverty')),
  lacking: fc.integer({ min: 0, max: 30 }),
  decisionNumber: anyText,
  debts: fc.integer({ min: 0, max: 12 }),
  isOther: fc.boolean(),
});

const confirmed = (personId: string): EventOf<typeof LoanConfirmed> =>
  testEnvelope(LoanConfirmed, {
    loanId: 'loan-0001',
    householdId: 'hh-0001',
    personId,
    programmeId: PROGRAMME,
    communeId: HA_TU,
    listId: 'list-0001',
    amount: '50000000',
  }) as EventOf<typeof LoanConfirmed>;

const disbursed = (loanId: string): EventOf<typeof LoanDisbursed> =>
  testEnvelope(LoanDisbursed, {
    loanId,
    householdId: 'hh-0001',
    programmeId: PROGRAMME,
    communeId: HA_TU,
    sourceId: 'src-0001',
    amount: vnd(1),
    maturityOn: '2027-11-24',
    schedule: [],
  }) as EventOf<typeof LoanDisbursed>;

/** A refusal publishes nothing, and so breaks no contract. */
async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

test.prop([anyCase])(
  'whatever is known of a household, what is published is as its contract says',
  async (given) => {
    const published: Envelope[] = [];
    const table = memoryTable((item) => {
      if (item['event']) published.push(item['event'] as Envelope);
    });
    const service = beneficiary(table);
    await service.loadReference();
    const [version] = NEAR_POOR_RULES.versions;
    if (!version) throw new Error('no rules');
    const { requires, ruralOnly, capital, category, lacking, decisionNumber } = given;
    await service.call(putEligibilityRules, {
      params: { programmeId: PROGRAMME },
      body: { programmeId: PROGRAMME, versions: [{ ...version, requires, ruralOnly, capital }] },
      caller: administrator,
      act: testAct({ once: null }),
    });
    if (given.isRegistered) await service.register(household('hh-0001'));
    if (given.isRegistered && category !== null) {
      const decision = { ...nearPoor.decision, number: decisionNumber };
      await unlessRefused(service.classify('hh-0001', { ...nearPoor, category, lacking, decision }));
    }
    for (let debt = 0; debt < given.debts; debt += 1) {
      await noteDisbursement(openDebts(table, testAct()), disbursed(`loan-debt-${String(debt)}`));
    }
    const [decide] = eligibilityReactions(table);
    await decide?.apply(confirmed(given.isOther ? 'somebody' : 'hh-0001-p1'), testAct());
    expect(published.map(({ type }) => type)).toContain(EligibilityDecided.type);
    for (const event of published) assertGolden(event);
  },
);
