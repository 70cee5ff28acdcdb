/** The log lines of functions in one file each, kept open: functions write with every call. */
import { createWriteStream, mkdirSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { join } from 'node:path';

export interface FunctionLogs {
  write(functionId: string, lines: readonly string[]): void;
  close(): Promise<void>;
}

/** @param folder absent = nothing is written */
export function openFunctionLogs(folder: string | undefined): FunctionLogs {
  const files = new Map<string, WriteStream>();
  const open = (directory: string, functionId: string): WriteStream => {
    if (files.size === 0) mkdirSync(directory, { recursive: true });
    const file = createWriteStream(join(directory, `${functionId}.log`), { flags: 'a' });
    // A disk that is full is no reason for the platform to end.
    file.on('error', () => undefined);
    files.set(functionId, file);
    return file;
  };
  return {
    write: (functionId, lines) => {
      if (folder === undefined) return;
      (files.get(functionId) ?? open(folder, functionId)).write(`${lines.join('\n')}\n`);
    },
    close: async () => {
      await Promise.all(
        [...files.values()].map(
          (file) =>
            new Promise<void>((resolve) =>
              file.end(() => {
                resolve();
              }),
            ),
        ),
      );
    },
  };
}
