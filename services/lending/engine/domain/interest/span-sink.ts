import type { DayNumber } from '#shared/domain/civil-day.ts';

/** Hears of every stretch of nights on a constant balance; `row` is null after the last due date. */
export type SpanSink = (
  row: number | null,
  kind: 'in-term' | 'overdue',
  from: DayNumber,
  to: DayNumber,
  balance: number,
) => void;
