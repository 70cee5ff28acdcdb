/** `--reset`: everything a folder holds is removed, so the folder must be the platform's own. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_DIR } from './running.ts';

/** Of these a start leaves at least one behind, however early it ended. */
const MARKS = ['cdk.out.sources', 'dynamodb'];

/** @throws Error in one line when the folder holds something else, such as a project or a home */
export function forgetData(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const isOwn = dataDir === DATA_DIR || MARKS.some((mark) => existsSync(join(dataDir, mark)));
  if (!isOwn && readdirSync(dataDir).length > 0)
    throw new Error(`${dataDir} holds no data of the platform; --reset would remove all of it.`);
  rmSync(dataDir, { recursive: true });
}
