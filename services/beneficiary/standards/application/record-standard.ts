import type { Revised } from '#beneficiary/areas/application/ports.ts';
import { assertAll, endsBeforeItBegins, sameAsPath } from '#beneficiary/areas/application/record-checks.ts';
import type { StandardContent, StandardStore } from './ports.ts';

export function recordPovertyStandard(
  standards: StandardStore,
  standardId: string,
  content: StandardContent,
): Promise<Revised> {
  assertAll([
    ...sameAsPath(standardId, content.standardId, '/standardId'),
    ...endsBeforeItBegins(content.from, content.to, '/to'),
  ]);
  return standards.put(content);
}
