import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { startCloud } from '#infra/local/cloud.ts';
import { parcelClient, synthesiseParcels } from './fixture/parcels.ts';

const templates = synthesiseParcels();
afterAll(() => {
  templates.remove();
});

interface Runner {
  readonly child: ChildProcess;
  readonly apiUrl: string;
  readonly token: string;
}

async function run(): Promise<Runner> {
  const entry = fileURLToPath(new URL('./fixture/run.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, templates.outDir, templates.dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ...(JSON.parse(line) as { apiUrl: string; token: string }) };
  }
  throw new Error('The cloud ended before it was ready');
}

/** Sends parcels from several hands and kills the cloud in their midst; gives the ids that were acknowledged. */
async function sendAndKill(
  { child, apiUrl, token }: Runner,
  name: string,
  enough: number,
): Promise<string[]> {
  const client = parcelClient(apiUrl, token);
  const acknowledged: string[] = [];
  let number = 0;
  const hand = async (): Promise<void> => {
    for (;;) {
      number += 1;
      const id = `${name}-${number}`;
      const status = await client.send(id).catch(() => 0);
      if (status === 0) return;
      if (status === 201) acknowledged.push(id);
      if (acknowledged.length >= enough) child.kill('SIGKILL');
    }
  };
  await Promise.all([hand(), hand(), hand(), hand()]);
  return acknowledged;
}

it('loses nothing that was acknowledged when everything is killed, again and again', async () => {
  const acknowledged: string[] = [];
  for (const [round, enough] of [60, 1, 25].entries()) {
    acknowledged.push(...(await sendAndKill(await run(), `round-${round}`, enough)));
  }

  const cloud = await startCloud({ outDir: templates.outDir, dataDir: templates.dataDir });
  try {
    await cloud.settled();
    const client = parcelClient(cloud.apiUrl, await cloud.token('credit-officer'));
    const lost: string[] = [];
    for (const id of acknowledged) if ((await client.deliveries(id)) === 0) lost.push(id);
    expect(lost).toEqual([]);
    expect(await cloud.inspect.parked()).toEqual([]);
  } finally {
    await cloud.stop();
  }
});
