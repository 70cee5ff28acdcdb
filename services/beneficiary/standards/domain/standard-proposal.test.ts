import { describe, expect, it } from 'vitest';
import { decideStandard, proposeStandard } from './standard-proposal.ts';

const made = {
  proposalId: 'p-1',
  reason: 'Nghị định mới',
  proposedBy: 'maker',
  proposedAt: '2026-06-01T02:00:00.000Z',
};

const decided = (outcome: 'approved' | 'rejected' | 'withdrawn', by: string) => ({
  outcome,
  by,
  at: '2026-06-02T02:00:00.000Z',
  reason: null,
});

describe('a proposed standard', () => {
  it('is based on the revision on record, or on none', () => {
    const standard = { maxIncome: '2000000' };
    expect(proposeStandard(null, { ...made, standard })).toMatchObject({ basedOn: 0, version: 1 });
    const onRecord = { revision: 3, content: { maxIncome: '1500000' } };
    expect(proposeStandard(onRecord, { ...made, standard })).toMatchObject({ basedOn: 3, decided: null });
  });

  it('says something else than what is on record, in whatever order it is written', () => {
    const onRecord = { revision: 1, content: { from: '2026-01-01', to: null } };
    expect(() => proposeStandard(onRecord, { ...made, standard: { to: null, from: '2026-01-01' } })).toThrow(
      'standard-unchanged',
    );
  });

  const proposal = proposeStandard({ revision: 1, content: 'old' }, { ...made, standard: 'new' });

  it('is decided at its next version', () => {
    expect(decideStandard(proposal, decided('approved', 'checker'), 1)).toMatchObject({
      version: 2,
      decided: { outcome: 'approved', by: 'checker' },
    });
    expect(() => decideStandard(proposal, decided('approved', 'maker'), 1)).toThrow('maker-may-not-decide');
  });

  it('cannot be approved once the standard is another, but can be rejected and withdrawn', () => {
    expect(() => decideStandard(proposal, decided('approved', 'checker'), 2)).toThrow(
      'standard-changed-since',
    );
    for (const told of [decided('rejected', 'checker'), decided('withdrawn', 'maker')]) {
      expect(decideStandard(proposal, told, 2)).toMatchObject({ version: 2, decided: told });
    }
  });
});
