import type { ELIGIBILITY_ROUTES } from '#shared/contracts/beneficiary/eligibility/routes.ts';
import { refuse } from '#beneficiary/areas/application/find-area.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import type { RuleStore } from './ports.ts';

type RulesAnswer = ResponseOf<typeof ELIGIBILITY_ROUTES.getEligibilityRules>;

/** All versions of a programme's rules, or the one in force on a day. Throws `not-found`. */
export async function findEligibilityRules(
  rules: RuleStore,
  programmeId: string,
  on: string | undefined,
): Promise<RulesAnswer> {
  const found = await rules.record(programmeId);
  if (found === null) throw refuse('not-found', { programmeId });
  const { revision, content } = found;
  if (on === undefined) return { ...content, revision };
  const versions = content.versions.filter(({ from, to }) => isWithin(on, from, to));
  if (versions.length === 0) throw refuse('not-found', { programmeId, on });
  return { ...content, versions, revision };
}
