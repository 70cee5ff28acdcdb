import { inject } from 'vitest';
import { startCloud, type Cloud, type CloudOptions } from '#infra/local/cloud.ts';

/**
 * A cloud of its own for one test file: servers in memory, a fresh database, free ports. Stop it in `afterAll`.
 * Throws when the platform's templates cannot be run.
 */
export function startTestCloud(options: Partial<Omit<CloudOptions, 'outDir'>> = {}): Promise<Cloud> {
  return startCloud({ outDir: inject('cloudOutDir'), dataDir: 'memory', ...options });
}
