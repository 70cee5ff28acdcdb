import { CONTRACT_EVENTS } from '#shared/contracts/capital/contracts/events.ts';
import { FUND_EVENTS, FUND_MONEY_EVENTS } from '#shared/contracts/capital/funds/events.ts';
import { CapitalFigureRevised } from '#shared/contracts/capital/indicators/events.ts';
import { CapitalFreed } from '#shared/contracts/capital/ledger/events.ts';
import { OPENING_EVENTS, OPENING_MONEY_EVENTS } from '#shared/contracts/capital/opening/events.ts';
import {
  QUOTA_EVENTS,
  QUOTA_MONEY_EVENTS,
  QuotaAllocationReversed,
} from '#shared/contracts/capital/quota/events.ts';
import { QUOTA_REQUEST_EVENTS } from '#shared/contracts/capital/quota/request-events.ts';
import {
  CapitalDeclined,
  CapitalLent,
  CapitalReserved,
  CapitalReturned,
  CapitalWrittenOff,
  ReservationExpired,
  ReservationExpiring,
  ReservationReleased,
  ReservationRulesRevised,
} from '#shared/contracts/capital/reservations/events.ts';
import { InvestorRevised, SourceOpened } from '#shared/contracts/capital/sources/events.ts';
import { InterestSplitPosted } from '#shared/contracts/capital/split/events.ts';

/** Events that move money: each carries the balanced postings of its act. */
export const MONEY_EVENTS = [
  ...QUOTA_MONEY_EVENTS,
  ...OPENING_MONEY_EVENTS,
  QuotaAllocationReversed,
  CapitalReserved,
  ReservationReleased,
  CapitalLent,
  CapitalReturned,
  CapitalWrittenOff,
  ...FUND_MONEY_EVENTS,
  InterestSplitPosted,
  ReservationExpired,
] as const;

export const CAPITAL_EVENTS = [
  InvestorRevised,
  SourceOpened,
  ...CONTRACT_EVENTS,
  ...QUOTA_EVENTS,
  ...QUOTA_REQUEST_EVENTS,
  ...OPENING_EVENTS,
  ...FUND_EVENTS,
  CapitalDeclined,
  CapitalFigureRevised,
  CapitalFreed,
  ReservationExpiring,
  ReservationRulesRevised,
  ...MONEY_EVENTS,
] as const;
