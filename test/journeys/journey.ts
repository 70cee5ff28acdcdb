/**
 * `npm run journey`: follows one loan through the running platform, from the Council's decision to the household
 * and back. Plays with ids of its own, so it can be run as often as one likes. Ends with 1 when a step failed.
 *
 *   npm run journey                 against the platform started with `npm start`
 *   npm run journey -- --data DIR   against one that keeps its files in another folder
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DATA_DIR, connect } from '#infra/local/running.ts';
import { listenTo } from './bus.ts';
import { playFirstLoan } from './first-loan.ts';
import { createNarrator } from './narrator.ts';
import { openStage } from './steps/stage.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: DATA_DIR } } });
const tell = createNarrator(console.log);
const startedAt = performance.now();

try {
  const cloud = await connect(values.data);
  const run = randomBytes(4).toString('hex');
  console.log(`Hành trình của một khoản vay · The journey of one loan (${run}) – ${cloud.frontUrl}`);
  await playFirstLoan(openStage(cloud, run, tell.witness), listenTo(cloud.inspectorUrl, run), tell);
  const seconds = Math.round((performance.now() - startedAt) / 1000).toString();
  console.log('');
  if (tell.failures() > 0)
    throw new Error(`${tell.failures().toString()} điều không đúng · things were not as they should be`);
  console.log(`Xong, mọi điều đều đúng · Done, everything holds (${seconds} s).`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
