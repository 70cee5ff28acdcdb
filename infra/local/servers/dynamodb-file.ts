/**
 * The SQLite file in which DynamoDB Local keeps tables and streams, made quick: the server has no option for either
 * of what is done here, but what is done stays with the file.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Whose file: the server keeps one per access key id and region. */
export interface DatabaseName {
  readonly accessKeyId: string;
  readonly region: string;
}

/** A server that is just writing lets go within milliseconds. */
const BUSY_MS = 5_000;
const WRITE_AHEAD = 'PRAGMA journal_mode = WAL';

/**
 * Gives the file a write-ahead log before the server opens it, at the first call: every commit then waits for the disk once instead of
 * several times, and what was answered still survives a kill.
 */
export function prepareDatabase(dataDir: string, name: DatabaseName): void {
  const file = fileOf(dataDir, name);
  const isNew = !existsSync(file);
  const database = new DatabaseSync(file);
  database.exec(WRITE_AHEAD);
  // A file without any table keeps no mode.
  if (isNew) database.exec('CREATE TABLE local_cloud (note TEXT)');
  database.close();
}

/**
 * Lets the server find the records of a stream without walking through those of all others, which it otherwise does
 * for every read of a stream and every write to a table that has one: the longer the streams, the slower everything.
 * To be called when tables have been made, for then the server's own table of records is there.
 */
export function indexStreams(dataDir: string, name: DatabaseName): void {
  const database = new DatabaseSync(fileOf(dataDir, name), { timeout: BUSY_MS });
  const known = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'us'").get();
  if (known !== undefined) {
    database.exec('CREATE INDEX IF NOT EXISTS us_by_stream ON us (StreamID, SequenceNumber)');
  }
  database.close();
}

function fileOf(dataDir: string, { accessKeyId, region }: DatabaseName): string {
  return join(dataDir, `${accessKeyId}_${region}.db`);
}
