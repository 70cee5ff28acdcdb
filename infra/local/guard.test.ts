import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startGuard } from './guard.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const idle = (logFile: string): Parameters<ReturnType<typeof startGuard>['start']>[0] => ({
  command: process.execPath,
  args: ['-e', 'setInterval(() => undefined, 1000)'],
  cwd: folder,
  logFile,
});

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const gone = async (pid: number): Promise<boolean> => {
  for (let tries = 0; tries < 100 && lives(pid); tries += 1) await pause(50);
  return !lives(pid);
};

describe('the guard', () => {
  it('stops its servers when asked', async () => {
    const guard = startGuard();
    const server = await guard.start(idle(join(folder, 'a.log')));
    expect(lives(server.pid)).toBe(true);
    await guard.stop();
    expect(lives(server.pid)).toBe(false);
  });

  it('tells when a server ends by itself, and when one cannot start', async () => {
    const guard = startGuard();
    const server = await guard.start({
      ...idle(join(folder, 'b.log')),
      args: ['-e', 'process.exitCode = 3'],
    });
    expect(await server.ended).toBe('exit code 3');
    await expect(guard.start({ ...idle(join(folder, 'b.log')), command: '/nowhere' })).rejects.toThrow(
      /nowhere/,
    );
    await guard.stop();
  });

  it('leaves nothing running when its parent is killed without warning', async () => {
    const program = `
      import { startGuard } from ${JSON.stringify(new URL('./guard.ts', import.meta.url).href)};
      const server = await startGuard().start(${JSON.stringify(idle(join(folder, 'c.log')))});
      console.log(server.pid);
      setInterval(() => undefined, 1000);
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(lives(pid)).toBe(true);
    parent.kill('SIGKILL');
    expect(await gone(pid)).toBe(true);
  });
});
