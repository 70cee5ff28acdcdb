import { expect, it } from 'vitest';
import { vnd } from '#shared/domain/vnd.ts';
import { newLeaf } from './leaf.ts';
import type { Leaf } from './leaf.ts';
import { mayServe } from './queue.ts';

const leaf = newLeaf({ sourceId: 's', programmeId: 'p', communeId: 'c' });

const with50 = { ...leaf, balances: { ...leaf.balances, 'cash-available': vnd(50) } };

const queue = { waiting: 1, amount: vnd(80), from: '2026-01-01#loan-1' };

const waiting: Leaf = { ...with50, queue };

const came = [{ debit: 'cash-available' }] as const;

const joins = (amount: number) => ({ loan: { amount: vnd(amount) }, to: 'waiting' }) as const;

it('serves who waits when money came in, or another is first', () => {
  expect(mayServe(waiting, came, null)).toBe(true);
  expect(mayServe(waiting, [{ debit: 'loans' }, ...came], null)).toBe(true);
  expect(mayServe(waiting, [], { ...joins(80), to: 'left' })).toBe(true);
  expect(mayServe(waiting, [], joins(50))).toBe(true);
});

it('serves nobody when nobody waits, nothing is there, or nothing changed for the first', () => {
  expect(mayServe(with50, came, null)).toBe(false);
  expect(mayServe({ ...leaf, queue }, came, null)).toBe(false);
  expect(mayServe(waiting, [], null)).toBe(false);
  expect(mayServe(waiting, [{ debit: 'cash-reserved' }], { ...joins(30), to: 'reserved' })).toBe(false);
  expect(mayServe(waiting, [], joins(51))).toBe(false);
});
