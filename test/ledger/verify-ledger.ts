/**
 * `npm run verify:ledger`: reckons the ledger of the running platform anew, through its API as the auditor sees
 * it, and names the first entry that does not fit. Another account, or a machine client, may be named.
 */
import { verifySource } from '#capital/verification/application/verify-ledger.ts';
import { DEMO_ACCOUNTS } from '#infra/local/identity/accounts.ts';
import { connect } from '#infra/local/running.ts';
import { createClient } from '#shared/client/api-client.ts';
import { apiLedger, sourcesOf, todayOf } from './api-ledger.ts';

const [account = 'auditor'] = process.argv.slice(2);

try {
  const cloud = await connect();
  const isPerson = DEMO_ACCOUNTS.some(({ username }) => username === account);
  const client = createClient({
    baseUrl: cloud.frontUrl,
    token: () => (isPerson ? cloud.token(account) : cloud.machineToken(account)),
    attempts: 3,
  });
  let faults = 0;
  for await (const sourceId of sourcesOf(client)) {
    const today = await todayOf(client, sourceId);
    const { entries, chains, days, findings } = await verifySource(apiLedger(client), sourceId, today);
    console.log(
      `${findings.length === 0 ? '✓' : '✗'} ${sourceId}: ${entries} entries in ${chains} chains, ${days} days sealed`,
    );
    for (const { fault, chain, seq, detail } of findings) {
      console.log(`  ${fault}: ${chain}${seq === null ? '' : `, entry ${seq}`}: ${detail}`);
    }
    faults += findings.length;
  }
  process.exitCode = faults === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
