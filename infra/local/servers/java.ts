/** DynamoDB Local needs Java; say plainly what to install when it is not there. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const OLDEST = 17;

/**
 * The command that starts Java.
 *
 * @throws Error with one line for a person: what is missing and how to install it
 */
export async function findJava(): Promise<string> {
  const home = process.env['JAVA_HOME'] ?? '';
  const command = home === '' ? 'java' : `${home}/bin/java`;
  const report = await promisify(execFile)(command, ['-version']).then(
    ({ stdout, stderr }) => stderr + stdout,
    () => undefined,
  );
  const problem = javaProblem(report);
  if (problem !== undefined) throw new Error(problem);
  return command;
}

/** What is wrong with this `java -version` report (undefined = Java did not start), or undefined when it is fine. */
export function javaProblem(report: string | undefined): string | undefined {
  const advice = `Install Java ${String(OLDEST)} or newer, e.g. "sudo apt install openjdk-17-jre-headless" or "brew install openjdk@17".`;
  if (report === undefined) return `Java is missing. ${advice}`;
  const version = /version "(?:1\.)?(\d+)/.exec(report)?.[1];
  if (version === undefined) return `Java did not tell its version. ${advice}`;
  return Number(version) < OLDEST ? `Java ${version} is too old. ${advice}` : undefined;
}
