import type { Reporter, TestModule } from 'vitest/node';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts tests over all projects. A file that cannot even be loaded, a hook that throws and an error outside
 * any test hold no failed test of their own, so each counts as one failure: the line may never look green
 * when the run was not.
 */
export const tally = (modules: readonly TestModule[], errorsOutside: readonly unknown[]): Tally => {
  const counted: Tally = { passed: 0, failed: errorsOutside.length, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counted.passed += 1;
      else if (state === 'failed') failedHere += 1;
      else counted.skipped += 1;
    }
    counted.failed += failedHere === 0 && !module.ok() ? 1 : failedHere;
  }
  return counted;
};

/** Ends the output with one line a machine can read. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errorsOutside: readonly unknown[]): void {
    const { passed, failed, skipped } = tally(modules, errorsOutside);
    process.once('exit', () => {
      process.stdout.write(
        `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped\n`,
      );
    });
  }
}
