/**
 * Counts what the flow does, so that "nothing is on its way any more" can be told apart from "nothing at this
 * instant": a check is believed only when no step was taken while it looked.
 */
export interface Activity {
  /** Grows with every step anything takes. */
  readonly steps: number;
  /** Work in hand: requests, batches and invocations that have begun and not ended. */
  readonly inHand: number;
  step(): void;
  /** Runs the work as a piece in hand. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

export function createActivity(): Activity {
  let steps = 0;
  let inHand = 0;
  return {
    get steps() {
      return steps;
    },
    get inHand() {
      return inHand;
    },
    step: () => {
      steps += 1;
    },
    during: async (work) => {
      steps += 1;
      inHand += 1;
      try {
        return await work();
      } finally {
        inHand -= 1;
        steps += 1;
      }
    },
  };
}
