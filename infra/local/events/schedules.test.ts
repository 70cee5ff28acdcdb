import { describe, expect, it } from 'vitest';
import { readPolicy } from '../assembly/policy.ts';
import type { Schedule } from '../assembly/types.ts';
import { createActivity } from './activity.ts';
import { lastTime, startSchedules } from './schedules.ts';

const ARN = 'arn:aws:lambda:ap-southeast-1:0:function:seal';

const allow = (Resource: string): Schedule['role'] => ({
  name: 'role',
  arn: 'arn:aws:iam::0:role/role',
  assumedBy: ['scheduler.amazonaws.com'],
  statements: readPolicy(
    { Statement: { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource } },
    'role',
  ),
});

const schedule = (given: Partial<Schedule> = {}): Schedule => ({
  name: 'seal-day',
  enabled: true,
  hour: 0,
  minute: 10,
  minutesEast: 420,
  functionId: 'seal',
  functionArn: ARN,
  input: '{}',
  attempts: 6,
  role: allow(ARN),
  ...given,
});

const at = (text: string): number => Date.parse(`${text}:00+07:00`);

function play(schedules: Schedule[], start: string, answers: boolean[] = []) {
  let now = at(start);
  const ran: string[] = [];
  const reports: string[] = [];
  const activity = createActivity();
  const running = startSchedules({
    schedules,
    clock: { now: () => now },
    functions: {
      invoke: (id) => {
        ran.push(id);
        const ok = answers.shift() ?? true;
        return Promise.resolve(
          ok
            ? { ok, payload: null, logs: [] }
            : { ok, error: { type: 'Error', message: 'not today' }, logs: [] },
        );
      },
    },
    activity,
    report: (problem) => reports.push(problem),
    everyMs: 3_600_000,
  });
  return {
    ran,
    reports,
    to: async (time: string) => {
      now = at(time);
      running.check();
      while (activity.inHand > 0) await new Promise((resolve) => setTimeout(resolve, 1));
      return [...ran];
    },
    stop: () => {
      running.stop();
    },
  };
}

describe('a schedule', () => {
  it('has its time in its own zone', () => {
    expect(lastTime(schedule(), at('2026-06-15T00:10'))).toBe(at('2026-06-15T00:10'));
    expect(lastTime(schedule(), at('2026-06-15T00:09'))).toBe(at('2026-06-14T00:10'));
  });

  it('runs when the clock passes its time, and not before nor again', async () => {
    const played = play([schedule()], '2026-06-15T00:05');
    expect(await played.to('2026-06-15T00:09')).toEqual([]);
    expect(await played.to('2026-06-15T00:10')).toEqual(['seal']);
    expect(await played.to('2026-06-15T23:59')).toEqual(['seal']);
    played.stop();
  });

  it('runs once after a jump over many days, with others in the order of their times', async () => {
    const later = schedule({ name: 'verify', functionId: 'verify', minute: 40 });
    const played = play([later, schedule()], '2026-06-15T12:00');
    expect(await played.to('2026-07-20T12:00')).toEqual(['seal', 'verify']);
    played.stop();
  });

  it('runs nothing when the clock is set back, and goes on from there', async () => {
    const played = play([schedule()], '2026-06-15T12:00');
    expect(await played.to('2026-01-01T12:00')).toEqual([]);
    expect(await played.to('2026-01-02T12:00')).toEqual(['seal']);
    played.stop();
  });

  it('is tried again, and reported when it fails for good', async () => {
    const played = play([schedule()], '2026-06-15T12:00', [false, true, false, false, false]);
    expect(await played.to('2026-06-16T12:00')).toHaveLength(2);
    expect(played.reports).toEqual([]);
    expect(await played.to('2026-06-17T12:00')).toHaveLength(5);
    expect(played.reports).toEqual(['Schedule seal-day: not today']);
    played.stop();
  });

  it('that is disabled never runs', async () => {
    const played = play([schedule({ enabled: false })], '2026-06-15T12:00');
    expect(await played.to('2026-06-16T12:00')).toEqual([]);
    played.stop();
  });

  it('whose role may not run its function does not start', () => {
    expect(() =>
      play([schedule({ role: allow('arn:aws:lambda:::function:other') })], '2026-06-15T12:00'),
    ).toThrow(/role lacks/);
  });
});
