import process from 'node:process';

const FIXED_SEED = 20_261_123;

/**
 * How many lives a test draws: the usual number from the same seed each time, so that a run says the same
 * tomorrow. `LIVES=100000 SEED=7` searches further; a counterexample prints its own seed.
 */
export function runs(usual: number): { readonly numRuns: number; readonly seed: number } {
  return {
    numRuns: Number(process.env['LIVES'] ?? usual),
    seed: Number(process.env['SEED'] ?? FIXED_SEED),
  };
}
