/** `npm run -s token -- <account>`: prints a token for curl, of a demo account or of a machine client. */
import { DEMO_ACCOUNTS } from './identity/accounts.ts';
import { connect } from './running.ts';

const [name] = process.argv.slice(2);

const usage = `Usage: npm run -s token -- <account>, one of: ${DEMO_ACCOUNTS.map(({ username }) => username).join(', ')}`;

if (name === undefined) {
  console.error(usage);
  process.exit(2);
}

const person = DEMO_ACCOUNTS.some(({ username }) => username === name);

try {
  const cloud = await connect();
  console.log(await (person ? cloud.token(name) : cloud.machineToken(name)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (!person) console.error(usage);
  process.exit(1);
}
