import { describe, expect, it } from 'vitest';
import { openSource } from '#capital/sources/domain/opening-source.ts';
import type { InvestorInForce } from '#capital/sources/domain/opening-source.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { handOverFund, reverseHandOver } from './hand-over.ts';
import type { FundPosition, HandOver, HolderToBe } from './hand-over.ts';
import { receiveCapital } from './receipt.ts';

const district: InvestorInForce = {
  investorId: 'former-district-ha-long',
  kind: 'former-district',
  validFrom: null,
  validTo: '2025-06-30',
};

const contract = { number: '1', signedOn: '2024-01-01', decision: { issuedOn: '2024-01-01' } };

const opened = openSource(
  {
    sourceId: 'src-hl',
    investorId: district.investorId,
    kind: 'entrusted',
    contract,
    effectiveOn: '2024-01-01',
  },
  district,
);

const { source } = receiveCapital(opened, {
  amount: vnd(100),
  issuedOn: '2024-01-01',
  effectiveOn: '2024-01-02',
});

const holder: HolderToBe = {
  source: { sourceId: 'src-province', kind: 'entrusted', openedOn: '2020-01-01' },
  investorKind: 'province',
};

const ledger: FundPosition = { fund: vnd(100), principal: vnd(60), unlentCash: vnd(40), provision: vnd(7) };

const handOver = (given: Partial<HandOver['figures']> = {}, effectiveOn = '2025-07-01'): HandOver => ({
  figures: {
    principal: vnd(60),
    unlentCash: vnd(40),
    provision: vnd(7),
    accruedInterest: vnd(3),
    overduePrincipal: vnd(5),
    ...given,
  },
  issuedOn: '2025-06-30',
  effectiveOn,
});

const done = () => handOverFund(source, district, holder, ledger, handOver());
const entry = {
  amount: vnd(100),
  recordedBy: 'maker',
  effectiveOn: '2025-07-01',
  document: null,
  decisionId: null,
  isReversed: false,
};

describe('a fund', () => {
  it('is handed over whole from the day its district is no longer there, and keeps its books', () => {
    const { source: after, postings } = done();
    expect(postings).toEqual([{ debit: 'capital-handed-over', credit: 'capital-taken-over', amount: 100n }]);
    expect(after).toMatchObject({
      sourceId: 'src-hl',
      investorId: district.investorId,
      version: 3,
      handedOver: { to: 'src-province', on: '2025-07-01', version: 3, until: null },
      balances: { 'cash-unallocated': 100n, 'capital-handed-over': 100n, 'capital-taken-over': 100n },
    });
  });

  it('stays where it is on the last day of the district, and with a district without an end', () => {
    expect(() => handOverFund(source, district, holder, ledger, handOver({}, '2025-06-30'))).toThrow(
      'investor-still-in-force',
    );
    const endless = { ...district, validTo: null };
    expect(() => handOverFund(source, endless, holder, ledger, handOver())).toThrow(
      'investor-still-in-force',
    );
  });

  it('of another investor is not handed over, nor to one that is not of the province', () => {
    const province = { ...district, kind: 'province' } as const;
    expect(() => handOverFund(source, province, holder, ledger, handOver())).toThrow(
      'source-not-of-former-district',
    );
    for (const other of [
      null,
      { ...holder, investorKind: 'organisation' as const },
      { ...holder, source: { ...holder.source, kind: 'mobilised' as const } },
      { ...holder, source: { ...holder.source, openedOn: '2025-07-02' } },
    ]) {
      expect(() => handOverFund(source, district, other, ledger, handOver())).toThrow(
        'holder-not-provincial',
      );
    }
  });

  it('is handed over by a decision that is there, and not empty', () => {
    const early = { ...handOver(), issuedOn: '2025-07-02' };
    expect(() => handOverFund(source, district, holder, ledger, early)).toThrow('decision-not-yet-issued');
    const nothing = { principal: vnd(0), unlentCash: vnd(0), provision: vnd(7) };
    const empty = { ...nothing, fund: vnd(0) };
    const of = handOver({ ...nothing, overduePrincipal: vnd(0) });
    expect(() => handOverFund(source, district, holder, empty, of)).toThrow('nothing-to-hand-over');
  });

  it('agrees with the ledger to the đồng, or the differences are named', () => {
    const of = handOver({ principal: vnd(61), provision: vnd(6) });
    expect(() => handOverFund(source, district, holder, ledger, of)).toThrow(
      expect.objectContaining({
        code: 'hand-over-figures-differ',
        facts: {
          principal: 61n,
          principalInLedger: 60n,
          principalDifference: 1n,
          provision: 6n,
          provisionInLedger: 7n,
          provisionDifference: -1n,
        },
      }) as Error,
    );
    const cash = handOver({ unlentCash: vnd(39) });
    expect(() => handOverFund(source, district, holder, ledger, cash)).toThrow('hand-over-figures-differ');
    const overdue = handOver({ overduePrincipal: vnd(61) });
    expect(() => handOverFund(source, district, holder, ledger, overdue)).toThrow(
      'overdue-exceeds-principal',
    );
  });

  it('is handed over once; after a reversal by another person again, from that day on', () => {
    const { source: held } = done();
    expect(() => handOverFund(held, district, holder, ledger, handOver())).toThrow(
      'fund-already-handed-over',
    );
    expect(() => reverseHandOver(held, entry, { by: 'maker', effectiveOn: '2025-08-01' })).toThrow(
      'maker-may-not-reverse',
    );
    expect(() => reverseHandOver(held, entry, { by: 'checker', effectiveOn: '2025-06-30' })).toThrow(
      'effective-day-before-last-entry',
    );
    const back = reverseHandOver(held, entry, { by: 'checker', effectiveOn: '2025-08-01' }).source;
    expect(back).toMatchObject({ handedOver: { until: '2025-08-01' } });
    expect(back.balances).toMatchObject({ 'capital-handed-over': 0n, 'capital-taken-over': 0n });
    expect(() => handOverFund(back, district, holder, ledger, handOver({}, '2025-07-31'))).toThrow(
      'fund-already-handed-over',
    );
    const again = handOverFund(back, district, holder, ledger, handOver({}, '2025-08-01'));
    expect(again.source.handedOver).toMatchObject({ on: '2025-08-01', until: null });
  });
});
