/** How far each pipe has come, kept in one small file each so that a kill never leaves half of one. */
import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StreamPlace } from './table-stream.ts';

export interface Checkpoint extends StreamPlace {
  /** Set by a clean stop that found nothing left: then a trimmed stream has lost nothing. */
  readonly drained: boolean;
}

export interface Checkpoints {
  /** The last place that was on disk when this process began, or the last one written since. */
  read(pipe: string): Checkpoint | null;
  /**
   * Has the place written as soon as the disk is free, the newest in place of all that wait: while a table's commits
   * keep the disk busy, nothing waits for a file. A kill before it is written makes the pipe repeat, never lose.
   */
  write(pipe: string, checkpoint: Checkpoint): void;
  /** Resolves when everything is on disk. */
  written(): Promise<void>;
}

/** `folder` null keeps the places in memory. */
export function openCheckpoints(folder: string | null): Checkpoints {
  const places = new Map<string, Checkpoint>();
  if (folder === null) {
    return {
      read: (pipe) => places.get(pipe) ?? null,
      write: (pipe, checkpoint) => {
        places.set(pipe, checkpoint);
      },
      written: () => Promise.resolve(),
    };
  }
  mkdirSync(folder, { recursive: true });
  const fileOf = (pipe: string): string => join(folder, `${pipe}.json`);
  const writing = new Map<string, Promise<void>>();

  const save = async (pipe: string): Promise<void> => {
    const next = `${fileOf(pipe)}.next`;
    for (let saved: Checkpoint | undefined; saved !== places.get(pipe);) {
      saved = places.get(pipe);
      await writeFile(next, JSON.stringify(saved));
      await rename(next, fileOf(pipe));
    }
    writing.delete(pipe);
  };
  return {
    read: (pipe) => places.get(pipe) ?? readFrom(fileOf(pipe)),
    write: (pipe, checkpoint) => {
      places.set(pipe, checkpoint);
      if (!writing.has(pipe)) writing.set(pipe, save(pipe));
    },
    written: async () => {
      await Promise.all(writing.values());
    },
  };
}

function readFrom(file: string): Checkpoint | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Checkpoint;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
