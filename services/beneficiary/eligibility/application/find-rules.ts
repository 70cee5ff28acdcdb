import { existing } from '#shared/application/preconditions.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { RuleStore } from './ports.ts';

const refuse = errorsOf(COMMON_ERRORS);

/** All versions of a programme's rules, or the one in force on a day. Throws `not-found`. */
export async function findEligibilityRules(
  rules: RuleStore,
  programmeId: string,
  on: BusinessDay | undefined,
) {
  const { revision, content } = existing(await rules.record(programmeId), programmeId);
  if (on === undefined) return { ...content, revision };
  const versions = content.versions.filter(({ from, to }) => isWithin(on, from, to));
  if (versions.length === 0) throw refuse('not-found', { programmeId, on });
  return { ...content, versions, revision };
}
