import type { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { holdingOn, versionInForce } from '#capital/contracts/domain/contract.ts';
import type { ContractTarget, ContractVersion } from '#capital/contracts/domain/contract.ts';
import { inTurn } from '#shared/application/in-turn.ts';
import { INDICATOR_IDS, INDICATORS } from '#shared/contracts/capital/indicators/catalogue.ts';
import type { IndicatorId } from '#shared/contracts/capital/indicators/catalogue.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import { divideHalfUp } from '#shared/domain/vnd.ts';
import { inForceOn } from '../domain/dated-figures.ts';
import { booksOf } from './figure-scope.ts';
import type { FigureReads, IndicatorTarget } from './ports.ts';

/** What a contract of entrustment calls the indicator it sets a target for. */
const IN_CONTRACTS: Readonly<Partial<Record<IndicatorId, ContractTarget['name']>>> = {
  'cap-02': 'share-of-capital',
  'growth-share': 'share-of-growth',
};

/** Millionths of a per cent in a basis point. */
const IN_A_BASIS_POINT = 10_000n;

/** The target of an indicator on a day; null when there is none. */
export type TargetOn = (day: string) => IndicatorTarget | null;

/**
 * Targets of an indicator as known on an instant: what contracts of local budgets say in force on the day, the
 * highest of several; else a record of its own.
 */
export async function targetsOf(
  reads: FigureReads,
  indicatorId: IndicatorId,
  knownOn: string | null,
): Promise<TargetOn> {
  const name = IN_CONTRACTS[indicatorId];
  const [targets, contracts] = await Promise.all([
    reads.targets(knownOn),
    name === undefined ? [] : localContracts(reads, knownOn),
  ]);
  const own = targets.filter((target) => target.indicatorId === indicatorId);
  return (day) => contractTarget(contracts, indicatorId, day, knownOn) ?? inForceOn(own, day);
}

interface SourceContract {
  readonly sourceId: string;
  readonly versions: readonly ContractVersion[];
}

async function localContracts(reads: FigureReads, knownOn: string | null): Promise<SourceContract[]> {
  const books = await booksOf(reads, {}, { byLeaf: false, knownOn });
  return inTurn(
    books.filter(({ isLocal }) => isLocal),
    async ({ source: { sourceId } }) => ({ sourceId, versions: await reads.contractVersions(sourceId) }),
  );
}

function contractTarget(
  contracts: readonly SourceContract[],
  indicatorId: IndicatorId,
  day: string,
  knownOn: string | null,
): IndicatorTarget | null {
  let highest: IndicatorTarget | null = null;
  for (const { sourceId, versions } of contracts) {
    const contract = versionInForce(versions, day, knownOn);
    if (contract === null) continue;
    const named = holdingOn(contract.targets, day).find(({ name }) => name === IN_CONTRACTS[indicatorId]);
    if (named === undefined) continue;
    const value = divideHalfUp(named.atLeast, IN_A_BASIS_POINT);
    if (highest !== null && highest.value >= value) continue;
    highest = {
      targetId: `contract-${sourceId}`,
      indicatorId,
      bound: 'at-least',
      value,
      from: named.from,
      to: named.to,
      source: named.source ?? {
        instrument: contract.number,
        issuedOn: contract.signedOn,
        effectiveOn: contract.effectiveOn,
        confidence: 'verified',
      },
    };
  }
  return highest;
}

/** What each indicator is, with the targets in force today: that of contracts first, then records of their own. */
export async function listIndicators(
  reads: FigureReads,
  today: string,
): Promise<AnswerOf<typeof INDICATOR_ROUTES.listIndicators>> {
  const [records, contracts] = await Promise.all([reads.targets(null), localContracts(reads, null)]);
  return {
    items: INDICATOR_IDS.map((indicatorId) => {
      const agreed = contractTarget(contracts, indicatorId, today, null);
      const own = records.filter(
        (target) => target.indicatorId === indicatorId && isWithin(today, target.from, target.to),
      );
      return {
        indicatorId,
        ...INDICATORS[indicatorId],
        filters: [...INDICATORS[indicatorId].filters],
        targets: agreed === null ? own : [agreed, ...own],
      };
    }),
  };
}
