import type { ReferenceReads } from '#capital/references/application/ports.ts';
import { strangersAmong } from '#capital/references/domain/named-references.ts';
import type { Stranger } from '#capital/references/domain/named-references.ts';
import { referencesOf } from '../domain/opening-balances.ts';
import type { OpeningLine } from '../domain/opening-balances.ts';

/** Programmes and communes of lines that do not do on the cut-over day. */
export async function strangersIn(
  reads: ReferenceReads,
  lines: readonly OpeningLine[],
  cutOverOn: string,
): Promise<Stranger[]> {
  const named = lines.flatMap(referencesOf);
  return strangersAmong(named, await reads.references(named), cutOverOn);
}
