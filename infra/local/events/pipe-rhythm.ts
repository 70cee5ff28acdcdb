/** When a pipe reads its stream next. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Rhythm {
  /** The last read held something, so more may follow. */
  readonly found: () => void;
  /** Something was written. */
  readonly nudge: () => void;
  /** Somebody waits for the next read. */
  readonly atOnce: () => void;
  /** Resolves when it is time for the next read. */
  readonly next: () => Promise<void>;
}

/** Between reads while there is something to read: a page of many facts costs far less than a page for each. */
const BUSY_PAUSE_MS = 50;

/** What comes after a rest as long as this is read at once. */
const REST_MS = 500;

/** A resting pipe is woken by writes; looking by itself only catches what nobody announced. */
const IDLE_PAUSE_MS = 5_000;

/** At once after a rest, in a steady beat while there is work, now and then otherwise. */
export function createRhythm(): Rhythm {
  let foundAt = Number.NEGATIVE_INFINITY;
  let readAt = Number.NEGATIVE_INFINITY;
  let expecting = false;
  let hurried = false;
  let wake = (): void => undefined;

  const pauseLeft = (): number => {
    if (hurried) return 0;
    const now = performance.now();
    const rested = now - foundAt > REST_MS;
    const pause = expecting ? (rested ? 0 : BUSY_PAUSE_MS) : IDLE_PAUSE_MS;
    return readAt + pause - now;
  };
  return {
    found: () => {
      foundAt = performance.now();
      expecting = true;
    },
    nudge: () => {
      if (expecting) return;
      expecting = true;
      wake();
    },
    atOnce: () => {
      hurried = true;
      wake();
    },
    next: async () => {
      for (let left = pauseLeft(); left > 0; left = pauseLeft()) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        // A pause that was cut short must not keep the process from ending.
        await Promise.race([sleep(left, undefined, { ref: false }), woken]);
      }
      readAt = performance.now();
      expecting = false;
      hurried = false;
    },
  };
}
