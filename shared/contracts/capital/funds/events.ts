import * as z from 'zod/mini';
import { PostingsSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { reverses } from '#shared/contracts/capital/ledger/reversal.ts';
import { PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import { DecisionSchema, IdSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';
import { YearFiguresSchema } from './closing-parts.ts';
import { planContent, YearSchema } from './plan-parts.ts';

const source = 'capital';

export const CapitalReceived = defineEvent({
  type: 'CapitalReceived',
  version: 1,
  source,
  title: { vi: 'Nhận vốn', en: 'Capital received' },
  data: z.object({
    sourceId: IdSchema,
    amount: PositiveVndCodec,
    decision: DecisionSchema,
    /** The planned tranche it is of, or a part of. */
    trancheId: z.optional(IdSchema),
    postings: PostingsSchema,
  }),
});

export const CapitalReceiptReversed = defineEvent({
  type: 'CapitalReceiptReversed',
  version: 1,
  source,
  title: { vi: 'Đảo bút toán nhận vốn', en: 'Receipt of capital reversed' },
  data: z.object({ sourceId: IdSchema, ...reverses }),
});

export const CapitalWithdrawn = defineEvent({
  type: 'CapitalWithdrawn',
  version: 1,
  source,
  title: { vi: 'Rút vốn', en: 'Capital withdrawn' },
  data: z.object({
    sourceId: IdSchema,
    amount: PositiveVndCodec,
    decision: DecisionSchema,
    postings: PostingsSchema,
  }),
});

export const CapitalWithdrawalReversed = defineEvent({
  type: 'CapitalWithdrawalReversed',
  version: 1,
  source,
  title: { vi: 'Đảo bút toán rút vốn', en: 'Withdrawal of capital reversed' },
  data: z.object({ sourceId: IdSchema, ...reverses }),
});

/** What a former district hands over with its fund, đồng. */
const handedOver = {
  principal: VndCodec,
  unlentCash: VndCodec,
  provision: VndCodec,
  accruedInterest: VndCodec,
  overduePrincipal: VndCodec,
};

export const FundHandedOver = defineEvent({
  type: 'FundHandedOver',
  version: 1,
  source,
  title: { vi: 'Bàn giao quỹ cấp huyện', en: 'Fund of a former district handed over' },
  data: z.object({
    sourceId: IdSchema,
    /** The contract that holds the fund from the day on; the origin stays what it is. */
    holderSourceId: IdSchema,
    /** The whole fund: principal and unlent cash. */
    amount: PositiveVndCodec,
    ...handedOver,
    decision: DecisionSchema,
    postings: PostingsSchema,
  }),
});

export const FundHandOverReversed = defineEvent({
  type: 'FundHandOverReversed',
  version: 1,
  source,
  title: { vi: 'Đảo bàn giao quỹ cấp huyện', en: 'Hand-over of a fund reversed' },
  data: z.object({ sourceId: IdSchema, holderSourceId: IdSchema, ...reverses }),
});

export const FundingPlanRecorded = defineEvent({
  type: 'FundingPlanRecorded',
  version: 1,
  source,
  title: { vi: 'Ghi kế hoạch vốn', en: 'Funding plan recorded' },
  data: z.object({ sourceId: IdSchema, planId: IdSchema, ...planContent }),
});

export const FundYearClosed = defineEvent({
  type: 'FundYearClosed',
  version: 1,
  source,
  title: { vi: 'Khóa sổ năm của nguồn vốn', en: 'Year of a source closed' },
  data: z.object({ sourceId: IdSchema, year: YearSchema, figures: YearFiguresSchema }),
});

/** Events of funds that move no money. */
export const FUND_EVENTS = [FundingPlanRecorded, FundYearClosed] as const;

/** Money events of funds: each carries the balanced postings of its act. */
export const FUND_MONEY_EVENTS = [
  CapitalReceived,
  CapitalReceiptReversed,
  CapitalWithdrawn,
  CapitalWithdrawalReversed,
  FundHandedOver,
  FundHandOverReversed,
] as const;
