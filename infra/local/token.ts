/** `npm run -s token -- <account>`: prints a token for curl, of a demo account or of a machine client. */
import { DEMO_ACCOUNTS } from './accounts.ts';
import { connect } from './running.ts';

const [name] = process.argv.slice(2);
if (name === undefined) {
  console.error(
    `Usage: npm run -s token -- <account>, one of: ${DEMO_ACCOUNTS.map(({ username }) => username).join(', ')}`,
  );
  process.exit(2);
}
try {
  const cloud = await connect();
  const person = DEMO_ACCOUNTS.some(({ username }) => username === name);
  console.log(await (person ? cloud.token(name) : cloud.machineToken(name)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
