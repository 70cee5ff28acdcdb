/** The clock of the local cloud: real time shifted by an offset that running functions share. */

const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export interface LocalClock {
  /** One 64-bit integer: milliseconds to add to real time. Shared with every worker. */
  readonly shared: SharedArrayBuffer;
  /** Milliseconds since the epoch as functions see it. */
  now(): number;
  /** The day functions see in Vietnam, `YYYY-MM-DD`. */
  today(): string;
  /** The day that was set, or null when real time runs. */
  readonly businessDay: string | null;
  /**
   * Moves the clock to this day in Vietnam, keeping the time of day; null returns to real time.
   *
   * @throws Error when the text is not a date `YYYY-MM-DD`
   */
  setBusinessDay(day: string | null): void;
}

export function createClock(): LocalClock {
  const shared = new SharedArrayBuffer(8);
  const offset = new BigInt64Array(shared);
  let businessDay: string | null = null;
  const now = (): number => Date.now() + Number(Atomics.load(offset, 0));
  return {
    shared,
    now,
    today: () => new Date(now() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10),
    get businessDay() {
      return businessDay;
    },
    setBusinessDay: (day) => {
      Atomics.store(offset, 0, BigInt(day === null ? 0 : shiftTo(day, Date.now())));
      businessDay = day;
    },
  };
}

function shiftTo(day: string, realNow: number): number {
  const target = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(target) || new Date(target).toISOString().slice(0, 10) !== day) {
    throw new Error(`Not a business day: ${day}`);
  }
  const localNow = realNow + VIETNAM_OFFSET_MS;
  return target - Math.floor(localNow / DAY_MS) * DAY_MS;
}
