import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexStreams, prepareDatabase } from './dynamodb-file.ts';

const NAME = { accessKeyId: 'local', region: 'ap-southeast-1' };
/** As the server makes it, and what it asks of it at each write and at each read of a stream. */
const RECORDS =
  'CREATE TABLE us (StreamID TEXT, ShardID TEXT, SequenceNumber INTEGER, CreationDateTime INTEGER, StreamRecord BLOB, OperationType TEXT, PRIMARY KEY(SequenceNumber))';
const QUESTIONS = [
  'SELECT MIN(SequenceNumber) FROM us WHERE StreamID = ?',
  'SELECT StreamRecord FROM us WHERE StreamID = ? AND ShardID = ? AND SequenceNumber >= ? AND CreationDateTime > ? ORDER BY SequenceNumber ASC LIMIT ?',
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dynamodb-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function opened<T>(use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(folder, 'local_ap-southeast-1.db'));
  try {
    return use(database);
  } finally {
    database.close();
  }
}

describe('the file of DynamoDB Local', () => {
  it('has a write-ahead log before the server opens it, also when an earlier version made it without', () => {
    const mode = (): unknown => opened((database) => database.prepare('PRAGMA journal_mode').get());
    prepareDatabase(folder, NAME);
    expect(mode()).toEqual({ journal_mode: 'wal' });
    opened((database) => {
      database.exec('PRAGMA journal_mode = DELETE');
    });
    prepareDatabase(folder, NAME);
    expect(mode()).toEqual({ journal_mode: 'wal' });
  });

  it('finds the first record of a stream by an index, and later ones by their number', () => {
    prepareDatabase(folder, NAME);
    opened((database) => {
      database.exec(RECORDS);
    });
    indexStreams(folder, NAME);
    indexStreams(folder, NAME);
    const plans = opened((database) =>
      QUESTIONS.map((question) =>
        database
          .prepare(`EXPLAIN QUERY PLAN ${question}`)
          .all()
          .map(({ detail }) => String(detail))
          .join(),
      ),
    );
    expect(plans[0]).toContain('us_by_stream');
    expect(plans[1]).toMatch(/(rowid|SequenceNumber)>\?/);
  });

  it('is left alone where the server keeps its records otherwise', () => {
    prepareDatabase(folder, NAME);
    expect(() => {
      indexStreams(folder, NAME);
    }).not.toThrow();
  });
});
