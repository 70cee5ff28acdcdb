/** The SQS server in its own process. Arguments: port, data folder or `memory`. */
import { Server } from 'node:net';
import { DatabaseSync } from 'node:sqlite';

import { startFauxqs } from 'fauxqs';

const [port = '0', dataDir = 'memory'] = process.argv.slice(2);

// The library always binds every interface; this process has one server, and it belongs on the loopback only.
const listen = Reflect.get(Server.prototype, 'listen') as (...args: unknown[]) => Server;
Server.prototype.listen = function (this: Server, options: object, ...rest: unknown[]): Server {
  return Reflect.apply(listen, this, [{ ...options, host: '127.0.0.1' }, ...rest]);
} as Server['listen'];

// With its write-ahead log a change survives a kill of this process without waiting for the disk each time.
const exec = Reflect.get<DatabaseSync, 'exec'>(DatabaseSync.prototype, 'exec');
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  Reflect.apply(exec, this, [sql]);
  if (/journal_mode\s*=\s*WAL/i.test(sql)) Reflect.apply(exec, this, ['PRAGMA synchronous = NORMAL']);
};

await startFauxqs({
  port: Number(port),
  logger: false,
  host: 'localhost',
  defaultRegion: 'ap-southeast-1',
  ...(dataDir === 'memory' ? {} : { dataDir }),
});
