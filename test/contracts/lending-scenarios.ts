import type { Person } from '#infra/local/identity/identity.ts';
import type { CalculationBody } from '#shared/contracts/lending/engine/views.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { readProgrammes } from '#shared/reference/reference-data.ts';
import { calculation } from '#test/support/world/calculation.ts';
import * as give from '#test/support/world/commands.ts';
import * as running from '#test/support/world/reservation-commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { DAYS, DONE_LIST, FIRST, GROUP, LOANS, OPEN_LIST, OTHERS, SECOND, SOURCE } from './cast.ts';
import { stranger } from './scenario.ts';
import type { Scenario, Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';

const FRESH = ['hh-n1', 'hh-n2', 'hh-n3', 'hh-n4', 'hh-n5'];

/** Serves another association than the group's. */
const OF_FARMERS: Person = {
  username: 'farmers-officer',
  roles: ['organisation-officer'],
  areas: ['22'],
  organisation: 'farmers',
};

/** Who made the request, given the office of those who check it. */
const MAKER_AS_CHAIR: Person = { username: 'organisation-officer', roles: ['commune-chair'], areas: ['22'] };

const MAKER_AS_DIRECTOR: Person = { username: 'commune-chair', roles: ['branch-director'], areas: ['22'] };

const APPROVER_AS_TELLER: Person = { username: 'branch-director', roles: ['credit-officer'], areas: ['22'] };

const forming = (
  members: readonly string[],
  on = TODAY as string,
  given: Parameters<typeof give.formGroup>[4] = {},
) => give.formGroup('g-new', HOME, members, on, given);

const applying = (on = TODAY as string, given: Parameters<typeof give.apply>[4] = {}) =>
  give.apply('loan-new', GROUP, SECOND, on, given);

const listing = (loanIds: readonly string[], on = TODAY as string, listId = 'list-new') =>
  give.submitList(listId, GROUP, loanIds, on);

const groups: Scenarios = {
  formGroup: {
    'area-not-allowed': (say) => say.give(forming(FRESH), stranger('organisation-officer')),
    'organisation-not-allowed': (say) => say.give(forming(FRESH), OF_FARMERS),
    'already-exists': (say) => say.give(give.formGroup(GROUP, HOME, FRESH, TODAY)),
    'effective-day-in-future': (say) => say.give(forming(FRESH, TOMORROW)),
    'organisation-unknown': (say) => say.give(forming(FRESH, TODAY, { organisationId: 'nobody' })),
    'group-size-not-allowed': (say) => say.give(forming(FRESH.slice(1))),
    'group-leader-not-member': (say) => say.give(forming(FRESH, TODAY, { leaderHouseholdId: FIRST })),
    'household-in-another-group': (say) => say.give(forming([...FRESH, FIRST])),
  },
  addMembers: {
    'area-not-allowed': (say) =>
      say.give(give.addMembers(GROUP, FRESH, TODAY), stranger('organisation-officer')),
    'organisation-not-allowed': (say) => say.give(give.addMembers(GROUP, FRESH, TODAY), OF_FARMERS),
    'version-stale': (say) => say.give(give.addMembers(GROUP, FRESH, TODAY, { expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(give.addMembers(GROUP, FRESH, TOMORROW)),
    'effective-day-before-last-act': (say) => say.give(give.addMembers(GROUP, FRESH, DAYS.opened)),
    'group-size-not-allowed': (say) => say.give(give.addMembers(GROUP, ['hh-n1', 'hh-n1'], TODAY)),
    'household-in-another-group': (say) => say.give(give.addMembers(GROUP, [OTHERS[0] ?? ''], TODAY)),
  },
};

const lists: Scenarios = {
  submitList: {
    'area-not-allowed': (say) => say.give(listing([LOANS.applied]), stranger('organisation-officer')),
    'organisation-not-allowed': (say) => say.give(listing([LOANS.applied]), OF_FARMERS),
    'already-exists': (say) => say.give(listing([LOANS.applied], TODAY, OPEN_LIST)),
    'effective-day-in-future': (say) => say.give(listing([LOANS.applied], TOMORROW)),
    'group-unknown': (say) => say.give(give.submitList('list-new', 'no-such-group', [LOANS.applied], TODAY)),
    'loan-unknown': (say) => say.give(listing(['no-such-loan'])),
    'list-loan-not-applied': (say) => say.give(listing([LOANS.applied, LOANS.foreign])),
    'effective-day-before-last-act': (say) => say.give(listing([LOANS.applied], DAYS.formed)),
  },
  confirmList: {
    'area-not-allowed': (say) =>
      say.give(give.confirmList(OPEN_LIST, [LOANS.listed], TODAY), stranger('commune-chair')),
    'version-stale': (say) =>
      say.give(give.confirmList(OPEN_LIST, [LOANS.listed], TODAY, { expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(give.confirmList(OPEN_LIST, [LOANS.listed], TOMORROW)),
    'effective-day-before-last-act': (say) =>
      say.give(give.confirmList(OPEN_LIST, [LOANS.listed], DAYS.applied)),
    'list-already-confirmed': (say) => say.give(give.confirmList(DONE_LIST, [LOANS.eligible], TODAY)),
    'list-lines-incomplete': (say) => say.give(give.confirmList(OPEN_LIST, [LOANS.applied], TODAY)),
    'maker-is-checker': (say) => say.give(give.confirmList(OPEN_LIST, [LOANS.listed], TODAY), MAKER_AS_CHAIR),
  },
};

const applications: Scenarios = {
  applyForLoan: {
    'area-not-allowed': (say) => say.give(applying(), stranger('organisation-officer')),
    'organisation-not-allowed': (say) => say.give(applying(), OF_FARMERS),
    'already-exists': (say) => say.give(give.apply(LOANS.applied, GROUP, FIRST, TODAY)),
    'effective-day-in-future': (say) => say.give(applying(TOMORROW)),
    'group-unknown': (say) => say.give(applying(TODAY, { groupId: 'no-such-group' })),
    'borrower-not-member': (say) => say.give(applying(TODAY, { householdId: OTHERS[0] ?? '' })),
    'programme-unknown': (say) => say.give(applying(TODAY, { programmeId: 'no-such-programme' })),
    'programme-not-open': (say) => say.give(applying(TODAY, { programmeId: 'forestry-central' })),
    'amount-over-ceiling': (say) => say.give(applying(TODAY, { amount: '200000001' })),
    'term-too-long': (say) => say.give(applying(TODAY, { termMonths: 121 })),
    'principal-too-small': (say) => say.give(applying(TODAY, { amount: '1', termMonths: 60 })),
  },
};

type OnLoan = (
  loanId: string,
  on: string,
  given?: { expectedVersion?: number },
) => ReturnType<typeof give.cancel>;

/** What every command on a loan refuses alike: `ready` is in a status it may start from, `unready` is not. */
function onLoan(make: OnLoan, ready: string, unready: string): Record<string, Scenario> {
  const command = make(ready, TODAY);
  return {
    'area-not-allowed': (say) => say.give(command, stranger(command.by as Parameters<typeof stranger>[0])),
    'version-stale': (say) => say.give(make(ready, TODAY, { expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(make(ready, TOMORROW)),
    'effective-day-before-last-act': (say) => say.give(make(ready, DAYS.formed)),
    'loan-status-not-allowed': (say) => say.give(make(unready, TODAY)),
  };
}

const approving = (loanId: string, given: Parameters<typeof give.approve>[3] = {}) =>
  give.approve(loanId, SOURCE, TODAY, given);

const acts: Scenarios = {
  approveLoan: {
    ...onLoan((loanId, on, given) => give.approve(loanId, SOURCE, on, given), LOANS.eligible, LOANS.applied),
    'maker-is-checker': (say) => say.give(approving(LOANS.eligible), MAKER_AS_DIRECTOR),
    'programme-not-open': (say) => say.give(approving(LOANS.shortLived)),
    'programme-terms-unknown': (say) => say.give(approving(LOANS.rateless)),
    'amount-over-request': (say) => say.give(approving(LOANS.eligible, { amount: '20000001' })),
    'amount-over-ceiling': (say) => say.give(approving(LOANS.large, { amount: '190000000' })),
    'term-too-long': (say) => say.give(approving(LOANS.eligible, { termMonths: 121 })),
    'instalments-too-far-apart': (say) => say.give(approving(LOANS.eligible, { principalEveryMonths: 25 })),
    'principal-too-small': (say) => say.give(approving(LOANS.eligible, { amount: '1' })),
  },
  rejectLoan: onLoan(give.reject, LOANS.eligible, LOANS.active),
  requestCapital: onLoan(give.requestCapital, LOANS.awaiting, LOANS.reserved),
  cancelLoan: onLoan(give.cancel, LOANS.eligible, LOANS.active),
  withdrawApplication: {
    ...onLoan(give.withdraw, LOANS.eligible, LOANS.active),
    'organisation-not-allowed': (say) => say.give(give.withdraw(LOANS.eligible, TODAY), OF_FARMERS),
  },
  disburseLoan: {
    ...onLoan(give.disburse, LOANS.reserved, LOANS.awaiting),
    'maker-is-checker': (say) => say.give(give.disburse(LOANS.reserved, TODAY), APPROVER_AS_TELLER),
  },
  recordRepayment: {
    ...onLoan((loanId, on, given) => give.repay(loanId, 9, '1000', on, given), LOANS.active, LOANS.reserved),
    'loan-settled': (say) => say.give(give.repay(LOANS.settled, 9, '1000', TODAY)),
    'loan-written-off': (say) => say.give(give.repay(LOANS.writtenOff, 9, '1000', TODAY)),
    'repayment-already-recorded': async (say) => {
      const once = give.repay(LOANS.active, 7, '1000', TODAY);
      await say.give(once);
      return say.give({ ...once, key: 'the-same-receipt-again' });
    },
    'amount-over-payoff': (say) => say.give(give.repay(LOANS.active, 9, '20900000', TODAY)),
  },
  freezeLoan: {
    ...onLoan(
      (loanId, on, given) => give.freeze(loanId, on, '2026-12-31', given),
      LOANS.active,
      LOANS.reserved,
    ),
    'loan-settled': (say) => say.give(give.freeze(LOANS.settled, TODAY, '2026-12-31')),
    'loan-written-off': (say) => say.give(give.freeze(LOANS.writtenOff, TODAY, '2026-12-31')),
    'loan-already-frozen': (say) => say.give(give.freeze(LOANS.frozen, TODAY, '2027-12-31')),
    'freeze-not-allowed': (say) => say.give(give.freeze(LOANS.active, TODAY, '2031-06-16')),
  },
  writeOffLoan: {
    ...onLoan(running.writeOff, LOANS.active, LOANS.reserved),
    'loan-settled': (say) => say.give(running.writeOff(LOANS.settled, TODAY)),
    'loan-written-off': (say) =>
      say.give({ ...running.writeOff(LOANS.writtenOff, TODAY), key: 'written-off-again' }),
  },
};

const [programme] = readProgrammes();

const version = programme?.versions.at(-1);

const putting = (versions: readonly unknown[]): Scenario => {
  const { programmeId, ...content } = programme ?? {};
  return (say) =>
    say.put('putProgramme', { params: { programmeId: programmeId ?? '' }, body: { ...content, versions } });
};

const references: Scenarios = {
  putProgramme: {
    'programme-versions-overlap': putting([version, { ...version, from: '2026-01-01' }]),
    'rate-not-exact': putting([{ ...version, ratePerYear: '8.382001', overdueFactor: '1.3' }]),
    'terms-contradict': putting([{ ...version, calculation: { levelTotal: 'kept' } }]),
    'terms-not-supported': putting([{ ...version, calculation: { dayCount: '30/360', monthEnd: 'rolls' } }]),
  },
};

const elsewhere = (
  operationId: string,
  params: Record<string, string>,
  query: Record<string, string> = {},
) => ({
  [operationId]: {
    'area-not-allowed': ((say) =>
      say.get(operationId, { params, query }, stranger('auditor'))) satisfies Scenario,
  },
});

const reads: Scenarios = {
  ...elsewhere('getGroup', { groupId: GROUP }),
  ...elsewhere('listGroups', {}, { communeId: HOME }),
  ...elsewhere('listGroupLoans', { groupId: GROUP }),
  ...elsewhere('getList', { listId: OPEN_LIST }),
  ...elsewhere('listLists', {}, { communeId: HOME, status: 'submitted' }),
  getLoan: {
    ...elsewhere('getLoan', { loanId: LOANS.active })['getLoan'],
    'known-on-in-future': (say) =>
      say.get(
        'getLoan',
        { params: { loanId: LOANS.active }, query: { knownOn: '2199-01-01T00:00:00Z' } },
        'auditor',
      ),
  },
  ...elsewhere('listLoanTransactions', { loanId: LOANS.active }),
  ...elsewhere('listLoans', {}, { communeId: HOME }),
};

const calculating = (body: CalculationBody) => ({
  by: 'auditor',
  route: LENDING_ROUTES.calculateLoan,
  params: {},
  body,
  key: 'a-question-needs-none',
});

const calculations: Scenarios = {
  calculateLoan: {
    'terms-contradict': (say) => say.give(calculating(calculation({ lastInstalment: 'smoothed' }))),
    'terms-not-supported': (say) => say.give(calculating(calculation({ amortisation: 'equal-instalment' }))),
    'facts-contradict': (say) =>
      say.give(calculating(calculation({}, [{ type: 'freeze-end', on: '2026-03-01' }]))),
    'principal-too-small': (say) =>
      say.give(
        calculating({
          ...calculation(),
          facts: [{ type: 'disbursement', on: '2026-01-15', amount: '5' }],
        }),
      ),
    'due-date-out-of-range': (say) =>
      say.give(
        calculating(
          calculation({
            instalments: 1300,
            principalEvery: { n: 1, unit: 'year' },
            interestEvery: { n: 1, unit: 'year' },
          }),
        ),
      ),
  },
};

/** Each way the lending service refuses by its own rules. */
export const LENDING_SCENARIOS: Scenarios = {
  ...groups,
  ...lists,
  ...applications,
  ...acts,
  ...references,
  ...reads,
  ...calculations,
};
