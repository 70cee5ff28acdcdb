import { describe, expect, it } from 'vitest';
import { decideChange, foundContract, pendingOn, proposeChange } from './contract-change.ts';
import type { ContractChange } from './contract-change.ts';
import { assertDated, versionInForce } from './contract.ts';
import type { Contract, ContractParameter, ContractTerms, ContractVersion } from './contract.ts';
import { parseRate } from '#shared/domain/rate.ts';

const decision = { number: '12/NQ-HĐND', issuedOn: '2026-01-10', issuer: 'HĐND tỉnh' };

const fee = (rate: string, from: string, to: string | null): ContractParameter => ({
  name: 'management-fee-rate',
  rate: parseRate(rate),
  from,
  to,
});

const OLD = fee('1.5', '2026-01-15', null);

function founded(): { readonly contract: Contract; readonly version: ContractVersion } {
  return foundContract(
    'src-1',
    { number: '01/HĐUT', signedOn: '2026-01-15', parties: ['Một', 'Hai'], decision, parameters: [OLD] },
    { by: 'maker', at: '2026-01-15T02:00:00.000Z', effectiveOn: '2026-01-15' },
  );
}

const terms = (given: Partial<ContractTerms> = {}): ContractTerms => ({
  parties: ['Một', 'Hai'],
  parameters: [OLD],
  targets: [],
  documents: [],
  ...given,
});

function propose(after: ContractTerms, effectiveOn: string, given: Partial<ContractChange> = {}) {
  const { contract, version } = founded();
  return proposeChange(
    contract,
    { founding: version, newest: version },
    {
      changeId: 'c1',
      effectiveOn,
      reason: 'phí mới',
      annex: { number: 'PL01', decision },
      after,
      proposedBy: 'maker',
      proposedAt: '2026-06-01T02:00:00.000Z',
      ...given,
    },
    '2026-06-01',
  );
}

const NEW_FEE = [fee('1.5', '2026-01-15', '2026-06-30'), fee('1.2', '2026-07-01', null)];

describe('dated terms', () => {
  it('follow one another, by name', () => {
    expect(() => {
      assertDated(terms({ parameters: NEW_FEE }));
    }).not.toThrow();
    expect(() => {
      assertDated(
        terms({
          parameters: [
            OLD,
            { name: 'risk-provision-rate', rate: parseRate('0.75'), from: '2026-01-15', to: null },
          ],
        }),
      );
    }).not.toThrow();
  });

  it.each([
    ['the same days', [OLD, fee('2', '2026-02-01', '2026-02-28')]],
    ['one day', [fee('1', '2026-01-01', '2026-02-01'), fee('2', '2026-02-01', null)]],
    ['the same first day', [fee('1', '2026-01-01', '2026-01-01'), fee('2', '2026-01-01', '2026-01-01')]],
  ])('may not share %s', (_, parameters) => {
    expect(() => {
      assertDated(terms({ parameters }));
    }).toThrow('contract-terms-overlap');
  });

  it('end on the day they begin or later', () => {
    expect(() => {
      assertDated(terms({ parameters: [fee('1', '2026-02-01', '2026-02-01')] }));
    }).not.toThrow();
    expect(() => {
      assertDated(terms({ parameters: [fee('1', '2026-02-01', '2026-01-31')] }));
    }).toThrow('contract-term-dates-refused');
  });
});

describe('a change of a contract', () => {
  it('stays beside it while it is pending, and is its newest version once another person approved it', () => {
    const { contract, change } = propose(terms({ parameters: NEW_FEE }), '2026-07-01');
    expect(contract).toMatchObject({ version: 2, newest: 1, pending: 'c1' });
    const decided = {
      outcome: 'approved',
      by: 'checker',
      at: '2026-06-02T02:00:00.000Z',
      reason: null,
    } as const;
    const approved = decideChange(contract, founded().version, change, decided);
    expect(approved.contract).toMatchObject({ version: 3, newest: 2, pending: null });
    expect(approved.version).toMatchObject({
      version: 2,
      effectiveOn: '2026-07-01',
      number: '01/HĐUT',
      annex: { number: 'PL01' },
      proposedBy: 'maker',
      approvedBy: 'checker',
      parameters: NEW_FEE,
    });
  });

  it('leaves the contract as it is when it is rejected or withdrawn', () => {
    const { contract, change } = propose(terms({ parameters: NEW_FEE }), '2026-07-01');
    for (const [outcome, by] of [
      ['rejected', 'checker'],
      ['withdrawn', 'maker'],
    ] as const) {
      const decided = { outcome, by, at: '2026-06-02T02:00:00.000Z', reason: 'chưa đủ căn cứ' };
      const closed = decideChange(contract, founded().version, change, decided);
      expect(closed).toMatchObject({ contract: { version: 3, newest: 1, pending: null }, version: null });
    }
  });

  it('may say something else only of days from its own on', () => {
    expect(() => propose(terms({ parameters: NEW_FEE }), '2026-07-02')).toThrow(
      'contract-change-reaches-back',
    );
    expect(() => propose(terms({ parameters: [fee('1.2', '2026-01-15', null)] }), '2026-03-01')).toThrow(
      'contract-change-reaches-back',
    );
    // Backdated to the contract's own first day it may replace everything.
    expect(
      propose(terms({ parameters: [fee('1.2', '2026-01-15', null)] }), '2026-01-15').change,
    ).toMatchObject({
      basedOn: 1,
    });
    expect(() => propose(terms({ parameters: [] }), '2026-01-14')).toThrow('contract-change-reaches-back');
  });

  it('changes something, by an annex that is decided, one at a time', () => {
    expect(() => propose(terms(), '2026-07-01')).toThrow('contract-change-empty');
    const undecided = { number: 'PL02', decision: { ...decision, issuedOn: '2026-06-02' } };
    expect(() =>
      propose(terms({ targets: [], parties: ['Một', 'Ba'] }), '2026-07-01', { annex: undecided }),
    ).toThrow('decision-not-yet-issued');
    const { version } = founded();
    const { contract, change } = propose(terms({ parameters: NEW_FEE }), '2026-07-01');
    const again = { ...change, changeId: 'c2' };
    expect(() =>
      proposeChange(contract, { founding: version, newest: version }, again, '2026-06-01'),
    ).toThrow('contract-change-pending');
  });
});

describe('what is in force', () => {
  const at = (version: number, effectiveOn: string, recordedAt: string): ContractVersion => ({
    ...founded().version,
    version,
    effectiveOn,
    recordedAt,
  });
  const versions = [
    at(1, '2026-01-15', '2026-01-15T02:00:00.000Z'),
    at(2, '2027-01-01', '2026-05-01T02:00:00.000Z'),
    at(3, '2026-04-01', '2026-06-01T02:00:00.000Z'),
  ];

  it.each([
    ['2026-01-14', null, null],
    ['2026-01-15', null, 1],
    ['2026-03-31', null, 1],
    ['2026-04-01', null, 3],
    ['2027-01-01', null, 3],
    ['2027-01-01', '2026-05-31T00:00:00.000Z', 2],
    ['2026-04-01', '2026-06-01T01:59:59.999Z', 1],
    ['2026-04-01', '2026-06-01T02:00:00.000Z', 3],
  ])('on %s as known on %s is version %s', (day, knownOn, version) => {
    expect(versionInForce(versions, day, knownOn)?.version ?? null).toBe(version);
  });

  it('stands beside the change that was pending then', () => {
    const { change } = propose(terms({ parameters: NEW_FEE }), '2026-07-01');
    const decided = {
      outcome: 'rejected',
      by: 'checker',
      at: '2026-06-03T02:00:00.000Z',
      reason: '',
    } as const;
    const closed = { ...change, decided };
    expect(pendingOn([closed], null)).toBeNull();
    expect(pendingOn([closed], '2026-06-02T00:00:00.000Z')).toBe(closed);
    expect(pendingOn([closed], '2026-05-31T00:00:00.000Z')).toBeNull();
    expect(pendingOn([change], null)).toBe(change);
  });
});
