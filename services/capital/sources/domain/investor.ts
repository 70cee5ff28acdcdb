import { SOURCE_ERRORS } from '#shared/contracts/capital/sources/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { InvestorInForce, InvestorKind } from './opening-source.ts';

const refuse = errorsOf(SOURCE_ERRORS);

export type CapitalCode = '1' | '2';

/**
 * The bank keeps central capital under source code 1 and local capital under 2. Where deposits stand depends on
 * who subsidises their interest, so either may be right.
 */
const CODE_OF: Readonly<Partial<Record<InvestorKind, CapitalCode>>> = {
  central: '1',
  province: '2',
  'former-district': '2',
};

/** Throws `validity-reversed`, `capital-code-not-of-investor` (422). */
export function assertRecordable(
  investor: InvestorInForce & { readonly capitalCode?: CapitalCode | null | undefined },
): void {
  const { kind, validFrom, validTo, capitalCode } = investor;
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    throw refuse('validity-reversed', { validFrom, validTo });
  }
  const expected = CODE_OF[kind];
  if (capitalCode && expected !== undefined && capitalCode !== expected) {
    throw refuse('capital-code-not-of-investor', { kind, capitalCode, expected });
  }
}
