import { expect, it } from 'vitest';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import { emptyBalances } from './accounts.ts';
import { EMPTY_CHAIN } from './chain.ts';
import { assertReversible } from './reversal.ts';
import { assertGoesOut, assertIssued, postToSource } from './source.ts';
import type { CapitalSource } from './source.ts';

const source: CapitalSource = {
  sourceId: 's',
  version: 4,
  investorId: 'i',
  kind: 'entrusted',
  contractNumber: '1',
  openedOn: '2026-01-01',
  lastEntryOn: '2026-04-10',
  balances: { ...emptyBalances(SOURCE_ACCOUNTS), 'cash-unallocated': vnd(60) },
  committed: ZERO_VND,
  handedOver: null,
  chain: EMPTY_CHAIN,
};

const entry = {
  amount: vnd(100),
  recordedBy: 'maker',
  effectiveOn: '2026-04-02',
  document: null,
  decisionId: null,
  isReversed: false,
};

const refused = (code: string, facts: Readonly<Record<string, string>>) =>
  expect.objectContaining({ code, facts }) as Error;

const DAY = '2026-04-10';

it('has an entry reversed by another person, once, on no day before the last entry', () => {
  const reversing =
    (given: { readonly by?: string; readonly on?: string; readonly isReversed?: boolean }) => () => {
      const { by = 'checker', on = DAY, isReversed = false } = given;
      assertReversible(source, { ...entry, isReversed }, { by, effectiveOn: on });
    };
  expect(reversing({})).not.toThrow();
  expect(reversing({ by: 'maker' })).toThrow(refused('maker-may-not-reverse', { recordedBy: 'maker' }));
  expect(reversing({ isReversed: true })).toThrow(
    refused('entry-already-reversed', { effectiveOn: '2026-04-02' }),
  );
  expect(reversing({ on: '2026-04-09' })).toThrow(
    refused('effective-day-before-last-entry', { effectiveOn: '2026-04-09', lastEntryOn: DAY }),
  );
});

it('lets money out on no day before its decision or the last entry', () => {
  const going = (effectiveOn: string, issuedOn: string) => () => {
    assertGoesOut(source, { effectiveOn, issuedOn });
  };
  expect(going(DAY, DAY)).not.toThrow();
  expect(going('2026-04-09', '2026-04-01')).toThrow(
    refused('effective-day-before-last-entry', { effectiveOn: '2026-04-09', lastEntryOn: DAY }),
  );
  expect(going(DAY, '2026-04-11')).toThrow(
    refused('decision-not-yet-issued', { effectiveOn: DAY, issuedOn: '2026-04-11' }),
  );
  expect(() => {
    assertIssued(DAY, DAY);
  }).not.toThrow();
});

it('remembers the latest day it was posted to', () => {
  expect(postToSource(source, [], '2026-04-11')).toMatchObject({ version: 5, lastEntryOn: '2026-04-11' });
  expect(postToSource(source, [], '2026-04-09')).toMatchObject({ version: 5, lastEntryOn: DAY });
});
