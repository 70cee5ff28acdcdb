/** Loads the province into a new cloud through its public doors, once. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProvince } from '#test/province/load.ts';
import type { Cloud } from './cloud.ts';
import type { Timed } from './stopwatch.ts';

export interface FillOptions {
  readonly dataDir: string;
  /** Reference data only. */
  readonly empty: boolean;
  readonly timed: Timed;
}

/** A load that was interrupted is taken up again: every command has its key, so nothing is done twice. */
export async function fillProvince(cloud: Cloud, options: FillOptions): Promise<void> {
  const mark = join(options.dataDir, 'loaded');
  const wanted = options.empty ? 'reference' : 'demo';
  const loaded = existsSync(mark) ? readFileSync(mark, 'utf8') : 'nothing';
  if (loaded === 'demo' || loaded === wanted) return;
  await loadProvince({
    frontUrl: cloud.frontUrl,
    token: cloud.token,
    machineToken: cloud.machineToken,
    settled: cloud.settled,
    empty: options.empty,
    timed: options.timed,
    progress: (line: string) => {
      console.log(`  ${line}`);
    },
  });
  writeFileSync(mark, wanted);
}
