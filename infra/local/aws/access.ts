/** Which IAM actions on which resources an AWS call needs. */
import { createHash } from 'node:crypto';
import type { AccessRequest } from '../assembly/policy.ts';
import type { Assembly } from '../assembly/types.ts';
import { textOf } from '../text.ts';
import { keyOfCiphertext } from './kms.ts';

export interface AwsCall {
  readonly service: 'dynamodb' | 'streams' | 'sqs' | 'kms';
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const TARGETS: Readonly<Record<string, AwsCall['service']>> = {
  DynamoDB_20120810: 'dynamodb',
  DynamoDBStreams_20120810: 'streams',
  AmazonSQS: 'sqs',
  TrentService: 'kms',
};

/**
 * @param target the `X-Amz-Target` header
 * @throws Error naming a service the local cloud does not play
 */
export function readCall(target: string, body: Buffer): AwsCall {
  const [prefix = '', operation = ''] = target.split('.');
  const service = TARGETS[prefix];
  if (service === undefined)
    throw new Error(
      `${target === '' ? 'A call without X-Amz-Target' : target} is not played by the local cloud`,
    );
  return { service, operation, body: JSON.parse(body.toString() || '{}') as AwsCall['body'] };
}

/** The name faults, logs and IAM use, e.g. `dynamodb:TransactWriteItems`. */
export function actionOf(call: AwsCall): string {
  return `${call.service === 'streams' ? 'dynamodb' : call.service}:${call.operation}`;
}

export type Need = AccessRequest;

/**
 * Every permission the call needs; all must be granted.
 *
 * @throws Error naming an operation the local cloud does not play
 */
export function needsOf(call: AwsCall, assembly: Assembly): readonly Need[] {
  switch (call.service) {
    case 'dynamodb':
      return dynamoDbNeeds(call, assembly);
    case 'streams':
      return streamNeeds(call, assembly);
    case 'sqs':
      return sqsNeeds(call, assembly);
    case 'kms':
      return kmsNeeds(call, assembly);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const SINGLE_TABLE = new Set([
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'DescribeTable',
  'DescribeTimeToLive',
]);

function dynamoDbNeeds(call: AwsCall, assembly: Assembly): Need[] {
  const { operation, body } = call;
  if (SINGLE_TABLE.has(operation)) return [tableNeed(operation, body, assembly)];
  switch (operation) {
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(body['RequestItems'] as Fields).map((table) =>
        tableNeed(operation, { TableName: table }, assembly),
      );
    case 'TransactGetItems':
      return (body['TransactItems'] as readonly { Get: Fields }[]).map((item) =>
        tableNeed('GetItem', item.Get, assembly),
      );
    case 'TransactWriteItems':
      return (body['TransactItems'] as readonly Readonly<Record<string, Fields>>[]).flatMap((item) =>
        Object.entries(item).map(([kind, part]) =>
          tableNeed(kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`, part, assembly),
        ),
      );
    case 'ListTables':
      return [{ action: 'dynamodb:ListTables', resource: '*' }];
    default:
      throw new Error(`dynamodb:${operation} is not played by the local cloud`);
  }
}

function tableNeed(operation: string, part: Fields, assembly: Assembly): Need {
  const name = lastPart(String(part['TableName']));
  const index = part['IndexName'];
  const arn = `arn:aws:dynamodb:${assembly.region}:${assembly.account}:table/${name}`;
  const leading = leadingKey(part, name, assembly);
  return {
    action: `dynamodb:${operation}`,
    resource: index === undefined ? arn : `${arn}/index/${textOf(index)}`,
    context: leading === undefined ? {} : { 'dynamodb:LeadingKeys': [leading] },
  };
}

/** The partition key of a keyed call, for policies that fence by `dynamodb:LeadingKeys`. */
function leadingKey(part: Fields, tableName: string, assembly: Assembly): string | undefined {
  const table = assembly.tables.find((candidate) => candidate.name === tableName);
  const values = (part['Key'] ?? part['Item']) as Readonly<Record<string, Fields>> | undefined;
  const value = table === undefined ? undefined : values?.[table.partitionKey.name];
  return value === undefined ? undefined : String(Object.values(value)[0]);
}

function streamNeeds(call: AwsCall, assembly: Assembly): Need[] {
  const action = `dynamodb:${call.operation}`;
  if (call.operation === 'ListStreams') return [{ action, resource: '*' }];
  const reference = String(call.body['StreamArn'] ?? call.body['ShardIterator']);
  const name = /table\/([^/]+)\/stream/.exec(reference)?.[1];
  const table = assembly.tables.find((candidate) => candidate.name === name);
  return [{ action, resource: table?.streamArn ?? reference }];
}

const SQS_ACTIONS: Readonly<Record<string, string>> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  GetQueueAttributes: 'GetQueueAttributes',
  GetQueueUrl: 'GetQueueUrl',
};

function sqsNeeds(call: AwsCall, assembly: Assembly): Need[] {
  const action = SQS_ACTIONS[call.operation];
  if (action === undefined) throw new Error(`sqs:${call.operation} is not played by the local cloud`);
  const name = lastPart(String(call.body['QueueUrl'] ?? call.body['QueueName']));
  return [
    { action: `sqs:${action}`, resource: `arn:aws:sqs:${assembly.region}:${assembly.account}:${name}` },
  ];
}

function kmsNeeds(call: AwsCall, assembly: Assembly): Need[] {
  const ciphertext = call.body['CiphertextBlob'];
  const reference =
    ciphertext === undefined ? String(call.body['KeyId']) : keyOfCiphertext(textOf(ciphertext));
  const context = Object.entries((call.body['EncryptionContext'] ?? {}) as Fields).map(
    ([name, value]) => [`kms:EncryptionContext:${name}`, [String(value)]] as const,
  );
  return [
    {
      action: `kms:${call.operation}`,
      resource: keyArn(reference, assembly) ?? reference,
      context: Object.fromEntries(context),
    },
  ];
}

/** The ARN of a key named by id, ARN, alias or alias ARN. */
export function keyArn(reference: string, assembly: Assembly): string | undefined {
  return assembly.kmsKeys.find(
    (key) =>
      key.arn === reference ||
      key.id === reference ||
      key.aliases.some((alias) => reference === alias || reference.endsWith(`:${alias}`)),
  )?.arn;
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/** The access key id a principal of the local cloud calls with; shaped like a real one. */
export function accessKeyIdOf(principal: string): string {
  return `AKIA${createHash('sha256').update(principal).digest('hex').slice(0, 16).toUpperCase()}`;
}
