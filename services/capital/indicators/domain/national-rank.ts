import type { Vnd } from '#shared/domain/vnd.ts';

export interface ProvinceFund {
  readonly provinceId: string;
  readonly name: string;
  readonly entrustedCapital: Vnd;
}

export interface RankedProvince extends ProvinceFund {
  /** 1 + how many have more: equals share a place. */
  readonly rank: number;
}

/** Provinces by entrusted capital, the most first; equals in the order of their codes. */
export function rankProvinces(rows: readonly ProvinceFund[]): RankedProvince[] {
  const inOrder = rows.toSorted((a, b) => {
    if (a.entrustedCapital !== b.entrustedCapital) return a.entrustedCapital > b.entrustedCapital ? -1 : 1;
    return a.provinceId < b.provinceId ? -1 : 1;
  });
  let rank = 0;
  let before: bigint | null = null;
  return inOrder.map((row, index) => {
    if (row.entrustedCapital !== before) rank = index + 1;
    before = row.entrustedCapital;
    return { ...row, rank };
  });
}
