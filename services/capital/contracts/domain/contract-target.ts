import type { Rate } from '#shared/domain/rate.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

export interface TargetGap {
  readonly isReached: boolean;
  /** What the numerator lacks of the target while the denominator stays, đồng; zero when it is reached. */
  readonly missing: Vnd;
}

/**
 * How far a share is from the least it is to be; compared exactly, not by a rounded per cent. Of nothing, or of
 * what did not grow, there is no share: null.
 */
export function gapOf(
  atLeast: Rate,
  share: { readonly numerator: bigint; readonly denominator: bigint },
): TargetGap | null {
  const { numerator, denominator } = share;
  if (denominator <= 0n) return null;
  const least = atLeast * denominator;
  const missing = (least - numerator * WHOLE + WHOLE - 1n) / WHOLE;
  return numerator * WHOLE >= least
    ? { isReached: true, missing: ZERO_VND }
    : { isReached: false, missing: vnd(missing) };
}

/** Rates are in millionths of a per cent. */
const WHOLE = 100_000_000n;
