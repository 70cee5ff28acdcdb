import { describe, expect, it } from 'vitest';
import { assertRecordable } from './investor.ts';

const district = {
  investorId: 'former-district-ha-long',
  kind: 'former-district',
  validFrom: '2014-01-01',
  validTo: '2025-06-30',
} as const;

describe('an investor', () => {
  it('is valid for a day at least', () => {
    expect(() => {
      assertRecordable({ ...district, validTo: '2013-12-31' });
    }).toThrow('validity-reversed');
    assertRecordable({ ...district, validTo: '2014-01-01' });
    assertRecordable({ ...district, validFrom: null });
    assertRecordable({ ...district, validTo: null });
  });

  it('has the source code of the bank for what it is, where that is settled', () => {
    assertRecordable({ ...district, capitalCode: '2' });
    assertRecordable({ ...district, capitalCode: null });
    assertRecordable({ ...district, kind: 'central', capitalCode: '1' });
    assertRecordable({ ...district, kind: 'depositors', capitalCode: '1' });
    expect(() => {
      assertRecordable({ ...district, capitalCode: '1' });
    }).toThrow('capital-code-not-of-investor');
    expect(() => {
      assertRecordable({ ...district, kind: 'central', capitalCode: '2' });
    }).toThrow('capital-code-not-of-investor');
  });
});
