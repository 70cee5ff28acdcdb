import { describe, expect, it } from 'vitest';
import { receiveCapital } from '#capital/funds/domain/receipt.ts';
import { assertGoesOut, assertUnallocated, setAside, unallocatedOf } from '#capital/ledger/domain/source.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { openSource } from './opening-source.ts';
import type { InvestorInForce, Opening } from './opening-source.ts';

const investor: InvestorInForce = {
  investorId: 'quang-ninh-province',
  kind: 'province',
  validFrom: '2015-01-01',
  validTo: null,
};

const opening: Opening = {
  sourceId: 'src-1',
  investorId: 'quang-ninh-province',
  kind: 'entrusted',
  contract: { number: '01/HĐUT', signedOn: '2025-12-20', decision: { issuedOn: '2025-12-10' } },
  effectiveOn: '2026-01-05',
};

const decided = (amount: number, effectiveOn = '2026-01-10', issuedOn = '2026-01-02') => ({
  amount: vnd(amount),
  effectiveOn,
  issuedOn,
});

const open = () => openSource(opening, investor);

describe('opening a source', () => {
  it('starts without money on its day', () => {
    expect(open()).toMatchObject({ version: 1, lastEntryOn: '2026-01-05', contractNumber: '01/HĐUT' });
  });

  it('needs an investor who is known, in force, and provides such capital', () => {
    expect(() => openSource(opening, null)).toThrow('investor-unknown');
    const district = { ...investor, kind: 'former-district', validTo: '2025-06-30' } as const;
    expect(() => openSource(opening, district)).toThrow('investor-not-in-force');
    expect(() => openSource({ ...opening, kind: 'central' }, investor)).toThrow(
      'capital-kind-not-of-investor',
    );
  });

  it('cannot come before its contract or decision', () => {
    expect(() => openSource({ ...opening, effectiveOn: '2025-12-15' }, investor)).toThrow(
      'decision-not-yet-issued',
    );
  });
});

describe('receiving and allocating', () => {
  it('never gives out more than is unallocated and not set aside, and says by how much', () => {
    const received = receiveCapital(open(), decided(100)).source;
    const source = setAside(received, 40n);
    expect(unallocatedOf(source)).toBe(60n);
    assertUnallocated(source, vnd(60));
    expect(() => {
      assertUnallocated(source, vnd(61));
    }).toThrow(
      expect.objectContaining({
        code: 'capital-unallocated-exceeded',
        facts: { unallocated: 60n, requested: 61n, missing: 1n },
      }) as Error,
    );
    expect(() => setAside(source, 61n)).toThrow(RangeError);
    expect(() => setAside(source, -41n)).toThrow(RangeError);
    expect(setAside(source, -40n)).toEqual(received);
  });

  it('takes money that came in on an earlier day, and gives none out before the latest', () => {
    const first = receiveCapital(open(), decided(100, '2026-02-01'));
    const { source } = receiveCapital(first.source, decided(20, '2026-01-31'));
    expect(source).toMatchObject({ lastEntryOn: '2026-02-01', version: 3 });
    expect(source.balances['cash-unallocated']).toBe(120n);
    expect(() => {
      assertGoesOut(source, decided(1, '2026-01-31'));
    }).toThrow('effective-day-before-last-entry');
    assertGoesOut(source, decided(120, '2026-02-01'));
    expect(() => receiveCapital(source, decided(1, '2026-01-04', '2026-01-02'))).toThrow(
      'effective-day-before-opening',
    );
  });

  it('takes no money before its decision', () => {
    const { source } = receiveCapital(open(), decided(100, '2026-02-01'));
    expect(() => receiveCapital(source, decided(1, '2026-02-02', '2026-02-03'))).toThrow(
      'decision-not-yet-issued',
    );
  });
});
