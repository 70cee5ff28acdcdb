import { describe, expect, it } from 'vitest';

import type { Assembly } from '../assembly/types.ts';
import { actionOf, needsOf, readCall } from './access.ts';
import { createKms } from './kms.ts';

const ARN = 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/lending';
const KEY = {
  id: 'k',
  arn: 'arn:aws:kms:ap-southeast-1:000000000000:key/k',
  spec: 'SYMMETRIC_DEFAULT',
  aliases: ['alias/pii'],
} as const;

const assembly: Assembly = {
  outDir: '',
  account: '000000000000',
  region: 'ap-southeast-1',
  tables: [
    {
      name: 'lending',
      arn: ARN,
      streamArn: `${ARN}/stream/local`,
      partitionKey: { name: 'pk', type: 'S' },
      indexes: [],
    },
  ],
  kmsKeys: [KEY],
  functions: [],
  queues: [],
  eventBuses: [],
  rules: [],
  pipes: [],
  schedules: [],
  eventSourceMappings: [],
  httpApis: [],
  userPools: [],
  distributions: [],
  buckets: [],
  bucketDeployments: [],
  invokePermissions: [],
  inert: [],
  outputs: {},
};

const needs = (target: string, body: object): string[] =>
  needsOf(readCall(target, Buffer.from(JSON.stringify(body))), assembly).map((need) =>
    `${need.action} ${need.resource} ${(need.context?.['dynamodb:LeadingKeys'] ?? []).join()}`.trim(),
  );

describe('what a call needs', () => {
  it('of a transaction, by its parts', () => {
    const key = { pk: { S: 'L1' } };
    expect(
      needs('DynamoDB_20120810.TransactWriteItems', {
        TransactItems: [
          { Put: { TableName: 'lending', Item: key } },
          { Update: { TableName: ARN, Key: key } },
          { ConditionCheck: { TableName: 'lending', Key: key } },
          { Delete: { TableName: 'lending', Key: key } },
        ],
      }),
    ).toEqual([
      `dynamodb:PutItem ${ARN} L1`,
      `dynamodb:UpdateItem ${ARN} L1`,
      `dynamodb:ConditionCheckItem ${ARN} L1`,
      `dynamodb:DeleteItem ${ARN} L1`,
    ]);
  });

  it.each<[string, string, object, string[]]>([
    [
      'a query on an index',
      'DynamoDB_20120810.Query',
      { TableName: 'lending', IndexName: 'gsi1' },
      [`dynamodb:Query ${ARN}/index/gsi1`],
    ],
    [
      'a batch read',
      'DynamoDB_20120810.BatchGetItem',
      { RequestItems: { lending: {}, other: {} } },
      [`dynamodb:BatchGetItem ${ARN}`, `dynamodb:BatchGetItem ${ARN.replace('lending', 'other')}`],
    ],
    [
      "a stream, under the template's name of it",
      'DynamoDBStreams_20120810.GetRecords',
      { ShardIterator: '000|arn:aws:dynamodb:ddblocal:000000000000:table/lending/stream/2026|x' },
      [`dynamodb:GetRecords ${ARN}/stream/local`],
    ],
    [
      'a batch of messages',
      'AmazonSQS.SendMessageBatch',
      { QueueUrl: 'http://127.0.0.1:1/000000000000/work' },
      ['sqs:SendMessage arn:aws:sqs:ap-southeast-1:000000000000:work'],
    ],
    [
      'a key by alias',
      'TrentService.GenerateDataKey',
      { KeyId: 'alias/pii' },
      [`kms:GenerateDataKey ${KEY.arn}`],
    ],
  ])('of %s', (_, target, body, expected) => {
    expect(needs(target, body)).toEqual(expected);
  });

  it('of a decryption, by the key inside the ciphertext', () => {
    const sealed = createKms(Buffer.alloc(32, 1), [KEY]).answer('Encrypt', KEY.arn, { Plaintext: 'aGk=' });
    expect(needs('TrentService.Decrypt', sealed)).toEqual([`kms:Decrypt ${KEY.arn}`]);
  });

  it('is an error for what is not played, and names it', () => {
    expect(() => readCall('AWSEvents.PutEvents', Buffer.from('{}'))).toThrow(
      /AWSEvents\.PutEvents is not played/,
    );
    expect(() => needs('DynamoDB_20120810.DeleteTable', {})).toThrow(/dynamodb:DeleteTable is not played/);
  });

  it('names its action for faults', () => {
    expect(actionOf(readCall('DynamoDBStreams_20120810.GetRecords', Buffer.from('{}')))).toBe(
      'dynamodb:GetRecords',
    );
  });
});

describe('the local KMS', () => {
  const kms = createKms(Buffer.alloc(32, 7), [KEY]);

  it('opens what it sealed, only under the same encryption context', () => {
    const sealed = kms.answer('GenerateDataKey', KEY.arn, {
      KeySpec: 'AES_256',
      EncryptionContext: { a: '1', b: '2' },
    });
    if ('code' in sealed) throw new Error('not sealed');
    const open = (context: object): unknown =>
      kms.answer('Decrypt', KEY.arn, {
        CiphertextBlob: sealed['CiphertextBlob'],
        EncryptionContext: context,
      });
    expect(open({ b: '2', a: '1' })).toMatchObject({ Plaintext: sealed['Plaintext'] });
    expect(open({ a: '1' })).toMatchObject({ code: 'InvalidCiphertextException' });
  });

  it('gives the same MAC after a restart with the same master key', () => {
    const again = createKms(Buffer.alloc(32, 7), [KEY]);
    expect(again.answer('GenerateMac', KEY.arn, { Message: 'aGk=' })).toEqual(
      kms.answer('GenerateMac', KEY.arn, { Message: 'aGk=' }),
    );
  });

  it('does not know keys outside the templates', () => {
    expect(kms.answer('Encrypt', 'arn:other', {})).toMatchObject({ code: 'NotFoundException' });
  });
});
