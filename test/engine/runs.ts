import process from 'node:process';

const FIXED_SEED = 20_261_123;

/**
 * How many lives a test draws: the usual number from the same seed each time, so that a run says the same
 * tomorrow. `LIVES=100000 SEED=7` searches further; a counterexample prints its own seed. `SHARE=0.4` draws that
 * part of the usual number.
 */
export function runs(usual: number): { readonly numRuns: number; readonly seed: number } {
  return {
    numRuns: Number(process.env['LIVES'] ?? Math.ceil(usual * Number(process.env['SHARE'] ?? 1))),
    seed: Number(process.env['SEED'] ?? FIXED_SEED),
  };
}
