import { expect, it } from 'vitest';
import { vnd } from '#shared/domain/vnd.ts';
import { paperName, transferPaper } from './paper.ts';
import type { Paper } from './paper.ts';

const transfer = { sourceId: 's', document: 'UNC-7/KB', effectiveOn: '2026-04-01', amount: vnd(100) };

const quota: Paper = {
  kind: 'quota',
  sourceId: 's',
  number: '12/QĐ',
  day: '2026-04-01',
  amounts: ['5', '3'],
  areaIds: ['22', '06652-2025'],
};

const sameAs = (one: Paper | null, other: Paper | null) =>
  one !== null && other !== null && JSON.stringify(paperName(one)) === JSON.stringify(paperName(other));

it('is the same in other letters, and another by number, day, amount, place or kind', () => {
  const paper = transferPaper('receipt', transfer);
  expect(sameAs(paper, transferPaper('receipt', { ...transfer, document: 'unc-7/kb' }))).toBe(true);
  for (const change of [{ document: 'UNC-8/KB' }, { effectiveOn: '2026-04-02' }, { amount: vnd(101) }]) {
    expect(sameAs(paper, transferPaper('receipt', { ...transfer, ...change }))).toBe(false);
  }
  expect(sameAs(paper, transferPaper('withdrawal', transfer))).toBe(false);
  expect(sameAs(quota, { ...quota, number: '12/qđ' })).toBe(true);
  for (const change of [{ amounts: ['3', '5'] }, { areaIds: ['22'] }]) {
    expect(sameAs(quota, { ...quota, ...change })).toBe(false);
  }
});

it('is none without a document: nothing would tell it from another', () => {
  expect(transferPaper('receipt', { ...transfer, document: null })).toBeNull();
});

it('of a transfer is of the source it moved money of, and of no area', () => {
  expect(transferPaper('receipt', transfer)).toMatchObject({ sourceId: 's', areaIds: [] });
});
