import type { Context } from '#shared/application/context.ts';
import type { Revised } from '#shared/contracts/common.ts';
import type { AreaContent, AreaStore } from './ports.ts';
import { assertAll, endsBeforeItBegins, OTHER_CODE, sameAsPath } from './record-checks.ts';

/**
 * Reference records are put whole under their natural key: the same content changes nothing, other content is a
 * new revision. Each verb checks what one field says about another and throws `input-malformed` (400).
 */

export function recordArea(
  { store }: Context<AreaStore>,
  areaId: string,
  content: AreaContent,
): Promise<Revised> {
  assertAll([
    ...sameAsPath(areaId, content.areaId, '/areaId'),
    ...(areaId.split('-')[0] === content.code ? [] : [{ pointer: '/code', detail: OTHER_CODE }]),
    ...endsBeforeItBegins(content.validFrom, content.validTo, '/validTo'),
    ...content.flags.flatMap(({ from, to }, index) => endsBeforeItBegins(from, to, `/flags/${index}/to`)),
  ]);
  return store.put(content);
}
