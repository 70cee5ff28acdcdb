/** Free ports of 127.0.0.1. */
import { createServer, type AddressInfo } from 'node:net';

/**
 * The wanted port when it is free, else the next free one; without a wish any free port.
 *
 * @throws Error when a hundred ports from the wanted one on are taken
 */
export async function freePort(wanted = 0): Promise<number> {
  if (wanted === 0) return (await tryPort(0)) ?? 0;
  for (let port = wanted; port < wanted + 100; port += 1) {
    const found = await tryPort(port);
    if (found !== undefined) return found;
  }
  throw new Error(`No free port from ${String(wanted)} on`);
}

async function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => {
        resolve(found);
      });
    });
  });
}
