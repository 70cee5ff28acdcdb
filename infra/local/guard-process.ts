/**
 * Runs the servers of the local cloud for a parent that may die at any moment. The parent holds a channel to this
 * process; when the channel closes, for whatever reason, every server is killed and nothing is left running.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';

import type { GuardReport, GuardRequest } from './guard.ts';

const children = new Map<number, ChildProcess>();

const report = (message: GuardReport): void => {
  if (process.connected) process.send?.(message);
};

process.on('message', (message: GuardRequest) => {
  if (message.kind === 'stop') {
    children.get(message.id)?.kill(message.signal);
    return;
  }
  const log = openSync(message.logFile, 'a');
  const child = spawn(message.command, message.args, {
    cwd: message.cwd,
    env: message.env,
    stdio: ['ignore', log, log],
  });
  children.set(message.id, child);
  child.on('spawn', () => {
    report({ kind: 'started', id: message.id, pid: child.pid ?? 0 });
  });
  child.on('error', (error) => {
    report({ kind: 'ended', id: message.id, reason: error.message });
  });
  child.on('exit', (code, signal) => {
    children.delete(message.id);
    report({ kind: 'ended', id: message.id, reason: signal ?? `exit code ${String(code)}` });
  });
});

process.on('disconnect', () => {
  for (const child of children.values()) child.kill('SIGKILL');
  process.exit(0);
});

// A terminal's Ctrl-C reaches the whole foreground group; the parent decides about the end, not the terminal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
