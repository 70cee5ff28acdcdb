import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from './loopback.ts';
import { findRunning, forgetRunning, writeRunning } from './running.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'running-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const note = (inspectorUrl: string, pid = process.pid): void => {
  const urls = { frontUrl: 'http://127.0.0.1:1', apiUrl: 'http://127.0.0.1:1', cognitoUrl: '' };
  writeRunning({ pid, ...urls, inspectorUrl, outDir: dataDir }, dataDir);
};

const inspectorSaying = (text: string) =>
  listen(0, (_, response) => {
    response.end(text);
    return Promise.resolve();
  });

describe('what a cloud left behind', () => {
  it('is nothing on new data', async () => {
    expect(await findRunning(dataDir)).toBeNull();
  });

  it('does not run when nobody answers, even if its process number lives on', async () => {
    const gone = await inspectorSaying('');
    await gone.close();
    note(gone.url);
    expect(await findRunning(dataDir)).toBeNull();
  });

  it.each([
    ['another cloud', String(process.pid + 1), null],
    ['itself', String(process.pid), process.pid],
  ])('is told apart when %s answers at its port', async (_, answer, pid) => {
    const inspector = await inspectorSaying(answer);
    note(inspector.url);
    expect((await findRunning(dataDir))?.pid ?? null).toBe(pid);
    await inspector.close();
  });

  it('is not forgotten by a start that found it running', async () => {
    const inspector = await inspectorSaying('1');
    note(inspector.url, 1);
    forgetRunning(dataDir);
    expect((await findRunning(dataDir))?.pid).toBe(1);
    await inspector.close();
  });
});
