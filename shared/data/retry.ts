import { WriteConflict } from './act.ts';

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 8;

/**
 * Reads, decides and writes again when another act was faster. The pauses grow and are spread by the
 * attempt's own clock so that writers who met once do not meet again; the last conflict is thrown.
 */
export async function untilWritten<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WriteConflict) || tried === ATTEMPTS) throw error;
      await pause(spread(FIRST_PAUSE_MS * 2 ** tried));
    }
  }
}

function spread(milliseconds: number): number {
  const [fraction = 0] = crypto.getRandomValues(new Uint8Array(1));
  return milliseconds * (0.5 + fraction / 256);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
