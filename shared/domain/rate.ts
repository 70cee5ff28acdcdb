/**
 * An interest rate in millionths of a per cent a year, exact: 8.382 % a year is 8 382 000. Basis points are
 * too coarse for rates that are factors of other rates (1.27 × 6.6 %).
 */
export type Rate = bigint & { readonly __brand: 'Rate' };

const MILLIONTHS = 1_000_000n;

/** Reads per cent a year ("6.6", "8.382"), at most six decimals. Throws SyntaxError on anything else. */
export function parseRate(percentPerYear: string): Rate {
  const match = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(percentPerYear);
  if (!match) throw new SyntaxError(`not a rate in per cent a year: ${percentPerYear}`);
  const whole = BigInt(match[1] ?? '0') * MILLIONTHS;
  return (whole + BigInt((match[2] ?? '').padEnd(6, '0'))) as Rate;
}

/** Per cent a year without trailing zeros: 6 600 000 → "6.6". */
export function formatRate(rate: Rate): string {
  const fraction = (rate % MILLIONTHS).toString().padStart(6, '0').replace(/0+$/, '');
  const whole = (rate / MILLIONTHS).toString();
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** A rate times a decimal factor ("1.3" for overdue principal), exact or a RangeError. */
export function multiplyRate(rate: Rate, factor: string): Rate {
  const scaled = rate * parseRate(factor);
  if (scaled % MILLIONTHS !== 0n)
    throw new RangeError(`${formatRate(rate)} × ${factor} needs more than six decimals`);
  return (scaled / MILLIONTHS) as Rate;
}
