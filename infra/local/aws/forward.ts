/** Sends a call on to a local server, under the credentials that server should see. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Forwarded {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type Forward = (headers: IncomingHttpHeaders, body: Buffer, accessKeyId: string) => Promise<Forwarded>;

/** One keep-alive connection pool to one server. */
export function forwarder(url: string): { readonly forward: Forward; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const { hostname, port } = new URL(url);
  const forward: Forward = async (headers, body, accessKeyId) =>
    new Promise((resolve, reject) => {
      const call = request(
        {
          agent,
          hostname,
          port,
          method: 'POST',
          path: '/',
          headers: {
            'content-type': headers['content-type'] ?? 'application/x-amz-json-1.0',
            'x-amz-target': headers['x-amz-target'],
            'x-amz-date': headers['x-amz-date'] ?? '',
            authorization: withAccessKey(headers.authorization ?? '', accessKeyId),
            'content-length': body.length,
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 500,
              headers: response.headers,
              body: Buffer.concat(parts),
            });
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  return {
    forward,
    close: () => {
      agent.destroy();
    },
  };
}

/** DynamoDB Local keeps one database per access key id, so all callers of one cloud must share one. */
function withAccessKey(authorization: string, accessKeyId: string): string {
  return authorization.replace(/Credential=[^/]+\//, `Credential=${accessKeyId}/`);
}

/** The access key id a request was signed with. */
export function accessKeyIn(headers: IncomingHttpHeaders): string {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
}
