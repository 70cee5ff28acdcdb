import type * as z from 'zod/mini';
import type { InvestorSchema, SourceSummarySchema } from '#shared/contracts/capital/sources/views.ts';
import type { Decision } from '#shared/contracts/common.ts';

export type Investor = z.infer<typeof InvestorSchema>;

export type SourceSummary = z.infer<typeof SourceSummarySchema>;

export interface MoneyDecision {
  readonly effectiveOn: string;
  readonly amount: string;
  readonly decision: Decision;
  readonly document: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly version: number;
  readonly reversed: { readonly effectiveOn: string; readonly reason: string; readonly by: string } | null;
}
