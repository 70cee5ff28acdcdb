/** The SQS server in its own process. Arguments: port, data folder or `memory`. */
import { Server } from 'node:net';

import { startFauxqs } from 'fauxqs';

const [port = '0', dataDir = 'memory'] = process.argv.slice(2);

// The library always binds every interface; this process has one server, and it belongs on the loopback only.
const listen = Server.prototype.listen;
Server.prototype.listen = function (this: Server, options: object, ...rest: unknown[]): Server {
  return Reflect.apply(listen, this, [{ ...options, host: '127.0.0.1' }, ...rest]) as Server;
} as typeof listen;

await startFauxqs({
  port: Number(port),
  logger: false,
  host: 'localhost',
  defaultRegion: 'ap-southeast-1',
  ...(dataDir === 'memory' ? {} : { dataDir }),
});
