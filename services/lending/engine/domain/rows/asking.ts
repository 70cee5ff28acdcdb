import type { LoanTerms } from '../terms/terms.ts';

/** A row at its due date, with interest on the actual balance. */
export interface FallingRow {
  readonly isLast: boolean;
  /** Grace leaves its interest to a later row. */
  readonly isDeferred: boolean;
  /** A level instalment: its total is what stays. */
  readonly isLevel: boolean;
  /** Principal the row plans to ask beside `unaffected`. */
  readonly planned: number;
  /** Interest of its nights, with what earlier rows left to it. */
  readonly earned: number;
  /** The same had no principal been paid ahead in it. */
  readonly unaffected: number;
  readonly settledPrincipal: number;
  readonly settledInterest: number;
  /** Principal in term that is left, with what is settled of the row. */
  readonly left: number;
}

/** What a row asks when it falls due. Interest it does not ask is added to the next one. */
export function askedOf(
  { earlyPayment, levelTotal }: LoanTerms,
  row: FallingRow,
): { readonly principal: number; readonly interest: number } {
  const interest = interestAsked(row, earlyPayment);
  if (row.isLast) return { principal: row.left, interest };
  const isKept = earlyPayment === 'within-instalment-amount' || levelTotal === 'kept';
  const keepsTotal = row.isLevel && isKept;
  const wanted = keepsTotal ? row.planned + row.unaffected - interest : row.planned;
  return { principal: Math.min(Math.max(wanted, row.settledPrincipal), row.left), interest };
}

function interestAsked(row: FallingRow, earlyPayment: LoanTerms['earlyPayment']): number {
  if (row.isLast) return row.earned;
  if (row.isDeferred) return row.settledInterest;
  if (earlyPayment !== 'within-instalment-amount') return row.earned;
  const rest = row.planned + row.unaffected - row.settledPrincipal;
  return Math.min(row.earned, Math.max(rest, row.settledInterest));
}
