import type { Context } from '#shared/application/context.ts';
import type { Revised } from '#shared/contracts/common.ts';
import {
  assertAll,
  endsBeforeItBegins,
  overlaps,
  sameAsPath,
} from '#beneficiary/areas/application/record-checks.ts';
import type { RulesContent, RuleStore } from './ports.ts';

export function recordEligibilityRules(
  { store }: Context<RuleStore>,
  programmeId: string,
  content: RulesContent,
): Promise<Revised> {
  assertAll([
    ...sameAsPath(programmeId, content.programmeId, '/programmeId'),
    ...content.versions.flatMap(({ from, to }, index) =>
      endsBeforeItBegins(from, to, `/versions/${index}/to`),
    ),
    ...overlaps(content.versions),
  ]);
  return store.put(content);
}
