/** How far each pipe has come, kept in one small file each so that a kill never leaves half of one. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StreamPlace } from './table-stream.ts';

export interface Checkpoint extends StreamPlace {
  /** Set by a clean stop that found nothing left: then a trimmed stream has lost nothing. */
  readonly drained: boolean;
}

export interface Checkpoints {
  read(pipe: string): Checkpoint | null;
  write(pipe: string, checkpoint: Checkpoint): void;
}

/** `folder` null keeps the places in memory. */
export function openCheckpoints(folder: string | null): Checkpoints {
  if (folder === null) {
    const places = new Map<string, Checkpoint>();
    return {
      read: (pipe) => places.get(pipe) ?? null,
      write: (pipe, checkpoint) => {
        places.set(pipe, checkpoint);
      },
    };
  }
  mkdirSync(folder, { recursive: true });
  const fileOf = (pipe: string): string => join(folder, `${pipe}.json`);
  return {
    read: (pipe) => {
      try {
        return JSON.parse(readFileSync(fileOf(pipe), 'utf8')) as Checkpoint;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write: (pipe, checkpoint) => {
      const next = `${fileOf(pipe)}.next`;
      writeFileSync(next, JSON.stringify(checkpoint));
      renameSync(next, fileOf(pipe));
    },
  };
}
