import { expect, it } from 'vitest';
import { foundContract } from '#capital/contracts/domain/contract-change.ts';
import type { ContractVersion } from '#capital/contracts/domain/contract.ts';
import { reckonMonth } from './reckon-split.ts';
import { parseRate } from '#shared/domain/rate.ts';

const SOURCE = 'src-district';

const OCTOBER = { sourceId: SOURCE, openedOn: '2025-01-01', month: '2026-10' };

function contractOf(number: string, provisionRate: string, from: string): ContractVersion {
  const { version } = foundContract(
    number,
    {
      number,
      signedOn: from,
      decision: { number: '12/NQ-HĐND', issuedOn: from, issuer: 'HĐND tỉnh' },
      parties: ['Một', 'Hai'],
      parameters: [
        { name: 'risk-provision-rate', rate: parseRate(provisionRate), from, to: null },
        { name: 'management-fee-rate', rate: parseRate('0'), from, to: null },
      ],
    },
    { by: 'maker', at: `${from}T02:00:00.000Z`, effectiveOn: from },
  );
  return version;
}

const own = { sourceId: SOURCE, versions: [contractOf('02/HĐUT', '1', '2025-01-01')] };

const holder = { sourceId: 'src-province', versions: [contractOf('01/HĐUT', '2', '2025-07-01')] };

const reads = {
  freezes: () => Promise.resolve([]),
  loanFacts: () => Promise.resolve([]),
  moved: () =>
    Promise.resolve([
      { effectiveOn: '2026-01', turnover: { loans: 30_000_000n, 'opening-loans': 6_500_000n } },
      { effectiveOn: '2026-10-03', turnover: { 'interest-collected': 100_000n } },
    ]),
};

it('follows the contract of the holder while a fund is handed over', async () => {
  const reckoning = await reckonMonth(
    reads,
    { own, holder: { ...holder, from: '2026-10-11', until: '2026-10-21' } },
    OCTOBER,
  );
  // 36,500,000 at 1 % give 1,000 a day.
  expect(reckoning.parts).toMatchObject({ provision: 10n * 1_000n + 10n * 2_000n + 11n * 1_000n });
  expect(reckoning.lines.slice(0, 3)).toMatchObject([
    { to: '2026-10-10', contract: { number: '02/HĐUT' } },
    { to: '2026-10-20', contract: { number: '01/HĐUT' } },
    { to: '2026-10-31', contract: { number: '02/HĐUT' } },
  ]);
  expect(reckoning.contract).toMatchObject({ sourceId: SOURCE, number: '02/HĐUT' });
  const held = { own, holder: { ...holder, from: '2026-07-01', until: null } };
  expect(await reckonMonth(reads, held, OCTOBER)).toMatchObject({
    parts: { provision: 62_000n },
    contract: { sourceId: 'src-province', version: 1, number: '01/HĐUT' },
  });
});

it('asks for terms of the days on which the source was open', async () => {
  const later = [contractOf('02/HĐUT', '1', '2026-10-30')];
  const opened = { ...OCTOBER, openedOn: '2026-10-30' };
  const reckoning = await reckonMonth(reads, { own: { ...own, versions: later }, holder: null }, opened);
  expect(reckoning.lines[0]).toMatchObject({ from: '2026-10-30', days: 2 });
  await expect(
    reckonMonth(reads, { own: { ...own, versions: later }, holder: null }, { ...opened, month: '2026-09' }),
  ).rejects.toThrow('split-terms-missing');
});
