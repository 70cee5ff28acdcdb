import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { person } from '#test/support/acts.ts';
import { decision, investor, opening } from '#test/stores/capital/capital-on-dynamo.ts';
import { LedgerInMemory } from './ledger-in-memory.ts';

export const PROVINCE = 'src-province';
export const DISTRICT = 'src-district';
export const SOURCES = [PROVINCE, DISTRICT];
export const OPENED = '2024-06-01';
export const END_OF_DISTRICTS = '2025-06-30';
/** Half a year before the districts end, so that histories run across it. */
const BEGIN = '2025-01-10';

/** Shares of the interest of a month, per cent; what is left supplements the capital. */
export const SHARES = { provision: 20n, fee: 10n };
const shareOfInterest = { base: 'interest-collected' as const, from: OPENED, to: null };
const TERMS = [
  { name: 'risk-provision-rate' as const, rate: '20', ...shareOfInterest },
  { name: 'management-fee-rate' as const, rate: '10', ...shareOfInterest },
];

export const LEAVES = [
  { sourceId: PROVINCE, programmeId: 'job-creation', communeId: '06652-2025' },
  { sourceId: PROVINCE, programmeId: 'job-creation', communeId: '06658-2025' },
  { sourceId: DISTRICT, programmeId: 'job-creation', communeId: '06652-2025' },
] as const;

/** A contract of the province and one of a district, open and without money. */
export async function ground(): Promise<LedgerInMemory> {
  const ledger = new LedgerInMemory(BEGIN);
  await ledger.tell({
    programmes: ['job-creation'],
    areas: LEAVES.map(({ communeId }) => communeId),
  });
  const officer = person('finance-officer', { id: 'officer' });
  const paper = { ...decision, issuedOn: OPENED };
  const { putInvestor, openSource } = CAPITAL_ROUTES;
  const found = async (sourceId: string, given: Partial<typeof investor> & Record<string, unknown>) => {
    const investorId = `investor-of-${sourceId}`;
    await ledger.give(putInvestor, { params: { investorId }, body: { ...investor, ...given } }, officer);
    const contract = { ...opening.contract, signedOn: OPENED, decision: paper, parameters: TERMS };
    const body = { ...opening, sourceId, investorId, contract, effectiveOn: OPENED };
    const outcome = await ledger.give(openSource, { body }, officer);
    if (outcome !== 'done') throw new Error(JSON.stringify(outcome));
  };
  await found(PROVINCE, { kind: 'province' });
  await found(DISTRICT, {
    kind: 'former-district' as 'province',
    validTo: END_OF_DISTRICTS as unknown as null,
  });
  return ledger;
}
