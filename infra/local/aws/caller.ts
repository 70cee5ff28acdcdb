/**
 * Calls the AWS endpoint under a role's credentials, in the JSON that goes over the wire. The pipes and pollers of the
 * cloud itself call all the time and hand on what they read as it is; a client of the SDK would spend most of that
 * time on turning it into objects and back.
 */
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials } from './aws-endpoint.ts';

export interface AwsCaller {
  /**
   * @param target as in `X-Amz-Target`, e.g. `AmazonSQS.ReceiveMessage`
   * @throws Error named after the error code when the call is refused or fails three times
   */
  call(target: string, body: object, signal?: AbortSignal): Promise<unknown>;
  close(): void;
}

export interface AwsConnection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Credentials;
}

const ATTEMPTS = 3;

const FIRST_RETRY_MS = 50;

const BUSY = new Set(['ProvisionedThroughputExceededException', 'ThrottlingException']);

export function awsCaller({ endpoint, region, credentials }: AwsConnection): AwsCaller {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);
  // Nobody behind the endpoint checks a signature: whose call it is, is read from the key id.
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20140101/${region}/local/aws4_request, SignedHeaders=host, Signature=none`;

  const send = (target: string, text: string, signal?: AbortSignal): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call = request(
        {
          agent,
          hostname,
          port,
          method: 'POST',
          headers: {
            authorization,
            'content-type': 'application/x-amz-json-1.0',
            'content-length': Buffer.byteLength(text),
            'x-amz-target': target,
          },
          ...(signal === undefined ? {} : { signal }),
        },
        (response) => {
          read(response).then(resolve, reject);
        },
      );
      call.on('error', reject);
      call.end(text);
    });

  return {
    call: async (target, body, signal) => {
      const text = JSON.stringify(body);
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { status, content } = await send(target, text, signal);
          if (status < 300) return content;
          throw failureOf(target, status, content);
        } catch (error) {
          if (attempt === ATTEMPTS || signal?.aborted === true || !mayPass(error)) throw error;
          await sleep(FIRST_RETRY_MS * 2 ** attempt);
        }
      }
    },
    close: () => {
      agent.destroy();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly content: unknown;
}

class Refusal extends Error {
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.name = code;
    this.status = status;
  }
}

async function read(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
  const text = Buffer.concat(parts).toString();
  return { status: response.statusCode ?? 500, content: text === '' ? {} : JSON.parse(text) };
}

function failureOf(target: string, status: number, content: unknown): Refusal {
  const { __type: type, message, Message } = content as Readonly<Record<string, string | undefined>>;
  const code = type?.split('#').at(-1) ?? `HTTP ${String(status)}`;
  return new Refusal(code, status, `${target}: ${message ?? Message ?? code}`);
}

/** What a moment later may go well: a server or a line that failed, or one that was too busy. */
function mayPass(error: unknown): boolean {
  return !(error instanceof Refusal) || error.status >= 500 || BUSY.has(error.name);
}
