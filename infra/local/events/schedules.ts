/** Plays the schedules of the templates by the clock of the local cloud, which may jump over days. */
import { evaluate } from '../assembly/policy.ts';
import type { Schedule } from '../assembly/types.ts';
import type { LocalClock } from '../clock.ts';
import type { Functions } from '../functions/function-types.ts';
import type { Activity } from './activity.ts';

export interface Schedules {
  /** Looks at the clock at once, as after it was set. */
  check(): void;
  stop(): void;
}

export interface SchedulesOptions {
  readonly schedules: readonly Schedule[];
  readonly clock: Pick<LocalClock, 'now'>;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly activity: Activity;
  readonly report: (problem: string) => void;
  /** Milliseconds of real time between two looks at the clock. */
  readonly everyMs?: number;
}

const DAY_MS = 86_400_000;

const EVERY_MS = 1000;

/** AWS spreads retries over hours; here the reason for a failure is gone at once or not at all. */
const MOST_ATTEMPTS = 3;

/**
 * A schedule whose time has come runs once, however many of its times a jump of the clock went over; those that
 * have come together run one after the other in the order of their times. A clock set back runs nothing.
 */
export function startSchedules(options: SchedulesOptions): Schedules {
  const { clock, activity } = options;
  const enabled = options.schedules.filter((schedule) => schedule.enabled);
  for (const schedule of enabled) assertRole(schedule);
  let seen = clock.now();
  let queue = Promise.resolve();
  const check = (): void => {
    const now = clock.now();
    const due = enabled
      .map((schedule) => ({ schedule, at: lastTime(schedule, now) }))
      .filter(({ at }) => at > seen)
      .sort((one, other) => one.at - other.at);
    seen = now;
    for (const { schedule } of due) {
      const before = queue;
      queue = activity.during(async () => {
        await before;
        await run(schedule, options);
      });
    }
  };
  const timer = setInterval(check, options.everyMs ?? EVERY_MS);
  timer.unref();
  return {
    check,
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** The last time the schedule had, at or before an instant. */
export function lastTime(
  { hour, minute, minutesEast }: Pick<Schedule, 'hour' | 'minute' | 'minutesEast'>,
  now: number,
): number {
  const offset = (hour * 60 + minute - minutesEast) * 60_000;
  return Math.floor((now - offset) / DAY_MS) * DAY_MS + offset;
}

async function run(schedule: Schedule, { functions, report }: SchedulesOptions): Promise<void> {
  const attempts = Math.min(schedule.attempts, MOST_ATTEMPTS);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const result = await functions.invoke(schedule.functionId, JSON.parse(schedule.input));
    if (result.ok || result.error.type === 'Killed') return;
    if (attempt === attempts) report(`Schedule ${schedule.name}: ${result.error.message}`);
  }
}

/** What the cloud does for the schedule is checked once, as for a pipe. */
function assertRole({ name, role, functionArn }: Schedule): void {
  const verdict = evaluate(role.statements, { action: 'lambda:InvokeFunction', resource: functionArn });
  if (!verdict.allowed) throw new Error(`Schedule ${name}: its role lacks ${verdict.missing}`);
}
