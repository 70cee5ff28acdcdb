import * as z from 'zod/mini';
import { DayCodec, PositiveVndCodec } from '#shared/contracts/codecs.ts';
import { addMonths } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** A loan of fifty years that repays every month. */
export const MOST_INSTALMENTS = 600;

/**
 * Principal instalments of a loan as they were planned, in runs of equal ones: whatever the term, most schedules
 * are one run and the rest of the last instalment, so what carries one does not grow with the term.
 */
export const ScheduleSchema = z
  .array(
    z.object({
      /** The run counts from this day: its n-th instalment is due n × everyMonths later (31 Jan, 28 Feb, 31 Mar). */
      from: DayCodec,
      /** 0 for one instalment that is due on `from` itself. */
      everyMonths: z.int().check(z.minimum(0), z.maximum(600)),
      times: z.int().check(z.minimum(1), z.maximum(MOST_INSTALMENTS)),
      principal: PositiveVndCodec,
    }),
  )
  .check(
    z.maxLength(MOST_INSTALMENTS),
    z.meta({ id: 'Schedule', description: 'Principal instalments in runs of equal ones' }),
  );

export type ScheduleRuns = z.infer<typeof ScheduleSchema>;

type Run = ScheduleRuns[number];

export interface DueInstalment {
  readonly due: BusinessDay;
  readonly principal: Vnd;
}

/** The instalments a schedule stands for, in order. */
export function instalmentsOf(schedule: ScheduleRuns): DueInstalment[] {
  return schedule.flatMap(({ from, everyMonths, times, principal }) =>
    Array.from({ length: times }, (_, index) => ({
      due: addMonths(from, everyMonths * (index + 1)),
      principal,
    })),
  );
}

/** The shortest runs that stand for exactly these instalments, the first run from the day of disbursement. */
export function scheduleOf(disbursedOn: BusinessDay, instalments: readonly DueInstalment[]): ScheduleRuns {
  const runs: Run[] = [];
  let from = disbursedOn;
  for (let at = 0; at < instalments.length;) {
    const run = runAt(from, instalments, at);
    runs.push(run);
    at += run.times;
    from = instalments[at - 1]?.due ?? from;
  }
  return runs;
}

function runAt(from: BusinessDay, instalments: readonly DueInstalment[], at: number): Run {
  const { due, principal } = instalments[at] ?? { due: from, principal: ZERO_VND };
  const every = monthsBetween(from, due);
  if (every < 1 || addMonths(from, every) !== due) {
    return { from: due, everyMonths: 0, times: 1, principal };
  }
  const isNext = (times: number): boolean => {
    const next = instalments[at + times];
    return next?.principal === principal && next.due === addMonths(from, every * (times + 1));
  };
  let times = 1;
  while (isNext(times)) times += 1;
  return { from, everyMonths: every, times, principal };
}

function monthsBetween(from: BusinessDay, to: BusinessDay): number {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month;
}
