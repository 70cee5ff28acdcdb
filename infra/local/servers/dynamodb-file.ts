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
 * Every write to a table with a stream asks for the first record of that stream, and finds it only after those of all
 * streams before it: hence an index. But a read of a stream has to go on by the number of the record, and the server's
 * SQLite of 2014 would rather read a whole stream by the index each time; told that streams are long, it does not.
 */
const INDEX_STREAMS = `
  ANALYZE us;
  DELETE FROM sqlite_stat1 WHERE tbl = 'us';
  INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('us', 'us_by_stream', '1000000 300000 1');
  CREATE INDEX us_by_stream ON us (StreamID, SequenceNumber);`;

/**
 * Keeps streams quick however long they get. To be called when tables have been made, for then the server's own table
 * of records, us, is there. The index comes last: a new one makes the server read the figures too.
 */
export function indexStreams(dataDir: string, name: DatabaseName): void {
  const database = new DatabaseSync(fileOf(dataDir, name), { timeout: BUSY_MS });
  const known = database.prepare("SELECT name FROM sqlite_master WHERE name IN ('us', 'us_by_stream')").all();
  const [only] = known;
  if (known.length === 1 && only?.['name'] === 'us') {
    database.exec(`BEGIN IMMEDIATE; ${INDEX_STREAMS} COMMIT`);
  }
  database.close();
}

function fileOf(dataDir: string, { accessKeyId, region }: DatabaseName): string {
  return join(dataDir, `${accessKeyId}_${region}.db`);
}
