import type { ContractReads } from '#capital/contracts/application/ports.ts';
import { gapOf } from '#capital/contracts/domain/contract-target.ts';
import { holdingOn, versionInForce } from '#capital/contracts/domain/contract.ts';
import type { ContractTarget } from '#capital/contracts/domain/contract.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { FigureReads } from './ports.ts';
import { valueIndicator } from './value-indicator.ts';
import type { Now } from './value-indicator.ts';

/** The share of the local budget in all capital, and in its growth since the end of the year before. */
const MEASURED_BY = {
  'share-of-capital': 'cap-02',
  'share-of-growth': 'growth-share',
} as const satisfies Readonly<Record<ContractTarget['name'], string>>;

/**
 * Targets of a contract that hold on a day, each with the indicator that measures it, what it is at and what it
 * lacks. Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function showTargets(
  reads: ContractReads,
  figures: FigureReads,
  caller: Caller,
  { sourceId, asOf }: { readonly sourceId: string; readonly asOf: string },
  now: Now,
): Promise<AnswerOf<typeof INDICATOR_ROUTES.getContractTargets>> {
  assertReachProvince(caller);
  const { version, targets } = existing(
    versionInForce(await reads.contractVersions(sourceId), asOf, null),
    sourceId,
  );
  return {
    sourceId,
    asOf,
    contractVersion: version,
    targets: await Promise.all(
      holdingOn(targets, asOf).map(async (target) => {
        const indicatorId = MEASURED_BY[target.name];
        const at = await valueIndicator(figures, caller, indicatorId, { asOf }, now);
        const { value, numerator, denominator } = at;
        const gap =
          numerator === null || denominator === null
            ? null
            : gapOf(target.atLeast, { numerator, denominator });
        return {
          target,
          indicatorId,
          actual: value === null ? null : vnd(value),
          numerator,
          denominator,
          isReached: gap && gap.isReached,
          missing: gap && gap.missing,
        };
      }),
    ),
  };
}
