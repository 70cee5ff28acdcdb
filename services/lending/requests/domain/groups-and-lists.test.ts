import { describe, expect, test } from 'vitest';
import { assertBorrower, assertLeaderIsMember, assertSize } from '#lending/groups/domain/group.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { answerList } from './loan-list.ts';
import type { ListAnswer, LoanList } from './loan-list.ts';

const on = businessDay('2026-04-01');

const households = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ householdId: `hh-${index}`, personId: `p-${index}` }));

describe('a group', () => {
  test.each([
    [0, 4, false],
    [0, 5, true],
    [0, 60, true],
    [0, 61, false],
    [58, 2, true],
    [58, 3, false],
  ])('of %i members admits %i: %s', (existing, joining, isAllowed) => {
    const check = () => {
      assertSize(existing, households(joining));
    };
    if (isAllowed) expect(check).not.toThrow();
    else expect(check).toThrow('group-size-not-allowed');
  });

  test('does not admit a household twice', () => {
    expect(() => {
      assertSize(5, [...households(2), ...households(1)]);
    }).toThrow('group-size-not-allowed');
  });

  test('is led by a member', () => {
    expect(() => {
      assertLeaderIsMember('hh-9', households(5));
    }).toThrow('group-leader-not-member');
  });
});

describe('a borrower', () => {
  const borrower = { householdId: 'hh-1', personId: 'p-1' };
  const membership = { groupId: 'group-1', ...borrower, joinedOn: on };

  test.each([
    ['a member on the day', membership, on, true],
    ['not yet a member', membership, businessDay('2026-03-31'), false],
    ['of another group', { ...membership, groupId: 'group-2' }, on, false],
    ['another person of the household', { ...membership, personId: 'p-2' }, on, false],
    ['no member of any group', null, on, false],
  ])('%s', (_, known, day, isAllowed) => {
    const check = () => {
      assertBorrower('group-1', borrower, known, day);
    };
    if (isAllowed) expect(check).not.toThrow();
    else expect(check).toThrow('borrower-not-member');
  });
});

describe('the commune’s answer to a list', () => {
  const list: LoanList = {
    listId: 'list-1',
    groupId: 'group-1',
    communeId: '06652-2025',
    organisationId: 'women-union',
    status: 'submitted',
    total: vnd(2),
    submittedOn: on,
    submittedBy: 'officer',
    confirmedOn: null,
    confirmedBy: null,
    lines: ['loan-1', 'loan-2'].map((loanId) => ({ loanId, outcome: 'waiting', reason: null })),
    version: 1,
  };
  const told = { on, by: 'chair' };
  const yes = (loanId: string): ListAnswer => ({ loanId, outcome: 'confirmed' });

  test('answers each line in the order of the list', () => {
    const answered = answerList(
      list,
      [{ loanId: 'loan-2', outcome: 'refused', reason: 'đã chuyển đi' }, yes('loan-1')],
      told,
    );
    expect(answered).toMatchObject({ status: 'confirmed', confirmedBy: 'chair', version: 2 });
    expect(answered.lines).toEqual([
      { loanId: 'loan-1', outcome: 'confirmed', reason: null },
      { loanId: 'loan-2', outcome: 'refused', reason: 'đã chuyển đi' },
    ]);
  });

  test.each<[string, ListAnswer[]]>([
    ['a missing line', [yes('loan-1')]],
    ['a repeated line', [yes('loan-1'), yes('loan-2'), yes('loan-2')]],
    ['a foreign line', [yes('loan-1'), yes('loan-2'), yes('loan-3')]],
    ['a refusal without a reason', [yes('loan-1'), { loanId: 'loan-2', outcome: 'refused' }]],
  ])('is not complete with %s', (_, answers) => {
    expect(() => answerList(list, answers, told)).toThrow('list-lines-incomplete');
  });

  test('is given by another person, once', () => {
    const answers = [yes('loan-1'), yes('loan-2')];
    expect(() => answerList(list, answers, { on, by: 'officer' })).toThrow('maker-is-checker');
    const answered = answerList(list, answers, told);
    expect(() => answerList(answered, answers, told)).toThrow('list-already-confirmed');
  });
});
