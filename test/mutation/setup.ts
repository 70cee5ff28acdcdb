import fc from 'fast-check';

// A mutant is dead at the first counterexample; making it small would take longer than finding it.
fc.configureGlobal({ endOnFailure: true, numRuns: 100, seed: 20261123 });
