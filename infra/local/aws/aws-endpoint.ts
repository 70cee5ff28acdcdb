/**
 * The AWS endpoint functions call. It knows the caller by its access key id, checks each call against the caller's
 * role in the templates, lets faults strike, and passes the call on to the real local servers.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { evaluate } from '../assembly/policy.ts';
import type { Statement } from '../assembly/policy.ts';
import type { Assembly } from '../assembly/types.ts';
import type { Faults } from '../faults.ts';
import { textOf } from '../text.ts';
import { accessKeyIdOf, actionOf, keyArn, needsOf, readCall } from './access.ts';
import type { AwsCall } from './access.ts';
import { accessKeyIn, forwarder } from './forward.ts';
import type { Forwarded } from './forward.ts';
import { createKms, keyOfCiphertext } from './kms.ts';

export interface DeniedCall {
  readonly at: string;
  /** Function id or pipe name. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** The statement that would allow it, as JSON. */
  readonly missing: string;
}

export interface ObservedCall {
  /** Function id, pipe name or `operator`. */
  readonly principal: string;
  readonly call: AwsCall;
  readonly status: number;
  readonly response: Buffer;
  readonly milliseconds: number;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface AwsEndpoint {
  readonly url: string;
  /** The credentials of a function (by id) or a pipe (by name). Calls are checked against its role. */
  credentialsOf(principal: string): Credentials;
  /** For the cloud itself: creating tables, reading streams for the inspector. Not checked, no faults. */
  readonly operator: Credentials;
  /** The last refusals, newest first. */
  denied(): readonly DeniedCall[];
  /** Sees every call after it was answered by a server. Returns how to stop seeing. */
  observe(see: (call: ObservedCall) => void): () => void;
  /** What a struck `kill` does to the worker that made the call (its session token). */
  onKill(kill: (sessionToken: string) => void): void;
  stop(): Promise<void>;
}

export interface AwsEndpointOptions {
  readonly assembly: Assembly;
  readonly dynamoDbUrl: string;
  readonly sqsUrl: string;
  readonly masterKey: Buffer;
  readonly faults: Faults;
  /** Names the database inside DynamoDB Local: the same one again for kept data, a fresh one per cloud in tests. */
  readonly accessKeyId: string;
}

interface Principal {
  readonly name: string;
  /** Undefined = the operator, who may do everything. */
  readonly statements?: readonly Statement[];
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string;
  readonly errorCode?: string;
}

const OPERATOR = 'operator';

const KEPT_DENIALS = 200;

export async function startAwsEndpoint(options: AwsEndpointOptions): Promise<AwsEndpoint> {
  const { assembly, faults } = options;
  const principals = principalsOf(assembly);
  const dynamoDb = forwarder(options.dynamoDbUrl);
  const sqs = forwarder(options.sqsUrl);
  const kms = createKms(options.masterKey, assembly.kmsKeys);
  const denials: DeniedCall[] = [];
  const observers = new Set<(call: ObservedCall) => void>();
  let kill: (sessionToken: string) => void = () => undefined;

  const check = (principal: Principal, call: AwsCall): string | undefined => {
    if (principal.statements === undefined) return undefined;
    for (const need of needsOf(call, assembly)) {
      const verdict = evaluate(principal.statements, need);
      if (verdict.allowed) continue;
      const { action, resource } = need;
      const { missing } = verdict;
      denials.unshift({ at: new Date().toISOString(), principal: principal.name, action, resource, missing });
      denials.length = Math.min(denials.length, KEPT_DENIALS);
      const cause =
        verdict.reason === 'explicit-deny' ? 'a statement denies it' : `the role lacks ${missing}`;
      return `${principal.name} is not authorized to perform ${action} on ${resource}: ${cause}`;
    }
    return undefined;
  };

  const pass = async (call: AwsCall, request: IncomingMessage, body: Buffer): Promise<Answer> => {
    if (call.service === 'kms') return kmsAnswer(call, kms, assembly);
    const { forward } = call.service === 'sqs' ? sqs : dynamoDb;
    return answerOf(await forward(request.headers, body, options.accessKeyId));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const principal = principals.get(accessKeyIn(request.headers));
    if (principal === undefined) {
      send(
        response,
        failure('UnrecognizedClientException', 'No function or pipe calls with this access key'),
      );
      return;
    }
    const call = readCall(String(request.headers['x-amz-target'] ?? ''), body);
    const refusal = check(principal, call);
    if (refusal !== undefined) {
      send(response, failure('AccessDeniedException', refusal));
      return;
    }
    const place = { where: principal.name, action: actionOf(call) };
    const faulty = principal.statements !== undefined;
    if (faulty && faults.strikes('delay', place)) await pause(faults.delayMs(place));
    const before = faulty ? failureBefore(faults, place, call) : undefined;
    if (before !== undefined) {
      send(response, before);
      return;
    }
    const started = performance.now();
    const answer = await pass(call, request, body);
    const milliseconds = performance.now() - started;
    for (const see of observers) {
      see({ principal: principal.name, call, status: answer.status, response: answer.body, milliseconds });
    }
    if (faulty && faults.strikes('kill', place)) {
      kill(String(request.headers['x-amz-security-token'] ?? ''));
      response.destroy();
      return;
    }
    if (faulty && faults.strikes('fail-after-commit', place)) {
      response.destroy();
      return;
    }
    send(response, answer);
  };

  const server = createServer((request, response) => {
    // On a business day that was set, a date would look to the SDK like a clock gone wrong, and it would send every
    // refused call again.
    response.sendDate = false;
    handle(request, response).catch((error: unknown) => {
      send(response, failure('InternalFailure', error instanceof Error ? error.message : String(error), 501));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    credentialsOf: (name) => {
      const accessKeyId = accessKeyIdOf(name);
      if (!principals.has(accessKeyId)) throw new Error(`${name} is neither a function nor a pipe`);
      return { accessKeyId, secretAccessKey: 'local' };
    },
    operator: { accessKeyId: accessKeyIdOf(OPERATOR), secretAccessKey: 'local' },
    denied: () => denials,
    observe: (see) => {
      observers.add(see);
      return () => {
        observers.delete(see);
      };
    },
    onKill: (listener) => {
      kill = listener;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      dynamoDb.close();
      sqs.close();
    },
  };
}

function principalsOf(assembly: Assembly): ReadonlyMap<string, Principal> {
  const named: Principal[] = [
    { name: OPERATOR },
    ...assembly.functions.map((one) => ({ name: one.id, statements: one.role.statements })),
    ...assembly.pipes.map((one) => ({ name: one.name, statements: one.role.statements })),
  ];
  return new Map(named.map((principal) => [accessKeyIdOf(principal.name), principal]));
}

function failureBefore(
  faults: Faults,
  place: { where: string; action: string },
  call: AwsCall,
): Answer | undefined {
  if (faults.strikes('fail-before', place))
    return failure('InternalServerError', 'A fault was switched on', 500);
  if (faults.strikes('throttle', place)) {
    const code =
      call.service === 'dynamodb' ? 'ProvisionedThroughputExceededException' : 'ThrottlingException';
    return failure(code, 'A fault was switched on: throttled');
  }
  if (call.operation === 'TransactWriteItems' && faults.strikes('conflict', place)) {
    const reasons = (call.body['TransactItems'] as readonly unknown[]).map((_, index) => ({
      Code: index === 0 ? 'TransactionConflict' : 'None',
      ...(index === 0 ? { Message: 'Transaction is ongoing for the item' } : {}),
    }));
    const codes = reasons.map((reason) => reason.Code).join(', ');
    return failure('TransactionCanceledException', `Transaction cancelled [${codes}]`, 400, {
      CancellationReasons: reasons,
    });
  }
  return undefined;
}

function kmsAnswer(call: AwsCall, kms: ReturnType<typeof createKms>, assembly: Assembly): Answer {
  const ciphertext = call.body['CiphertextBlob'];
  const reference =
    ciphertext === undefined ? String(call.body['KeyId']) : keyOfCiphertext(textOf(ciphertext));
  const result = kms.answer(call.operation, keyArn(reference, assembly) ?? reference, call.body);
  if ('code' in result) return failure(String(result['code']), String(result['message']));
  return {
    status: 200,
    body: Buffer.from(JSON.stringify(result)),
    contentType: 'application/x-amz-json-1.1',
  };
}

function answerOf(forwarded: Forwarded): Answer {
  const errorCode = forwarded.headers['x-amzn-query-error'];
  return {
    status: forwarded.status,
    body: forwarded.body,
    contentType: forwarded.headers['content-type'] ?? 'application/x-amz-json-1.0',
    ...(errorCode === undefined ? {} : { errorCode: String(errorCode) }),
  };
}

function failure(code: string, message: string, status = 400, more: object = {}): Answer {
  const body = { __type: `com.amazon.coral.service#${code}`, message, Message: message, ...more };
  return {
    status,
    body: Buffer.from(JSON.stringify(body)),
    contentType: 'application/x-amz-json-1.0',
    errorCode: `${code};${status < 500 ? 'Sender' : 'Receiver'}`,
  };
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': answer.body.length,
    ...(answer.errorCode === undefined ? {} : { 'x-amzn-query-error': answer.errorCode }),
  });
  response.end(answer.body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
