import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadAssembly } from './assembly.ts';

let outDir = '';

beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'assembly-'));
});
afterEach(() => {
  rmSync(outDir, { recursive: true });
});

const write = (file: string, content: unknown): void => {
  writeFileSync(join(outDir, file), JSON.stringify(content));
};

/** Writes an assembly with one stack per entry, shaped as CDK does. */
const assemblyOf = (
  stacks: Readonly<Record<string, object>>,
  regions: Readonly<Record<string, string>> = {},
): void => {
  const artifacts = Object.keys(stacks).map((name) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment: `aws://unknown-account/${regions[name] ?? 'ap-southeast-1'}`,
      properties: { templateFile: `${name}.template.json` },
    },
  ]);
  write('manifest.json', {
    artifacts: {
      ...(Object.fromEntries(artifacts) as object),
      assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
    },
  });
  write('assets.json', {
    files: { abc: { source: { path: 'asset.abc' }, destinations: { here: { objectKey: 'abc.zip' } } } },
  });
  mkdirSync(join(outDir, 'asset.abc'));
  for (const [name, template] of Object.entries(stacks)) write(`${name}.template.json`, template);
};

const queue = (properties: object): object => ({ Type: 'AWS::SQS::Queue', Properties: properties });

describe('loadAssembly', () => {
  it('reads a queue with its redrive policy, across stacks', () => {
    assemblyOf({
      shared: {
        Resources: { Dead: queue({ QueueName: 'dead' }) },
        Outputs: {
          DeadArn: { Value: { 'Fn::GetAtt': ['Dead', 'Arn'] }, Export: { Name: 'shared:DeadArn' } },
        },
      },
      lending: {
        Resources: {
          Work: queue({
            VisibilityTimeout: 180,
            RedrivePolicy: {
              deadLetterTargetArn: { 'Fn::ImportValue': 'shared:DeadArn' },
              maxReceiveCount: 5,
            },
          }),
        },
      },
    });
    const work = loadAssembly(outDir).queues.find((one) => one.name === 'lending-Work');
    expect(work).toMatchObject({
      arn: 'arn:aws:sqs:ap-southeast-1:000000000000:lending-Work',
      visibilityTimeoutSeconds: 180,
      redrive: { deadLetterArn: 'arn:aws:sqs:ap-southeast-1:000000000000:dead', maxReceiveCount: 5 },
    });
  });

  it('gives a function its bundle and the statements of all its policies', () => {
    const statement = (action: string): object => ({
      Statement: [{ Effect: 'Allow', Action: action, Resource: { 'Fn::GetAtt': ['Work', 'Arn'] } }],
    });
    assemblyOf({
      lending: {
        Resources: {
          Work: queue({}),
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              AssumeRolePolicyDocument: {
                Statement: [
                  {
                    Effect: 'Allow',
                    Action: 'sts:AssumeRole',
                    Principal: { Service: 'lambda.amazonaws.com' },
                  },
                ],
              },
              Policies: [{ PolicyName: 'inline', PolicyDocument: statement('sqs:SendMessage') }],
            },
          },
          Policy: {
            Type: 'AWS::IAM::Policy',
            Properties: {
              PolicyDocument: statement('sqs:GetQueueUrl'),
              PolicyName: 'p',
              Roles: [{ Ref: 'Role' }],
            },
          },
          Function: {
            Type: 'AWS::Lambda::Function',
            Properties: {
              FunctionName: 'lending-http',
              Runtime: 'nodejs24.x',
              Handler: 'index.handler',
              Code: { S3Bucket: 'assets', S3Key: 'abc.zip' },
              Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
              Environment: { Variables: { QUEUE_URL: { Ref: 'Work' } } },
            },
          },
        },
      },
    });
    const [http] = loadAssembly(outDir).functions;
    expect(http).toMatchObject({
      id: 'lending-http',
      assetDir: join(outDir, 'asset.abc'),
      environment: { QUEUE_URL: 'https://sqs.ap-southeast-1.amazonaws.com/000000000000/lending-Work' },
      timeoutSeconds: 3,
    });
    expect(http?.role.statements.map((one) => one.actions)).toEqual([
      ['sqs:SendMessage'],
      ['sqs:GetQueueUrl'],
    ]);
  });

  it('lives where most stacks live, and gives each stack its own region', () => {
    const topic = {
      Resources: { T: { Type: 'AWS::SNS::Topic' } },
      Outputs: { Arn: { Value: { Ref: 'T' } } },
    };
    assemblyOf({ shield: topic, a: topic, b: topic }, { shield: 'us-east-1' });
    const assembly = loadAssembly(outDir);
    expect(assembly.region).toBe('ap-southeast-1');
    expect(assembly.outputs['shield.Arn']).toBe('arn:aws:sns:us-east-1:000000000000:shield-T');
  });

  it.each<[string, object, RegExp]>([
    [
      'a resource type',
      { Type: 'AWS::Redshift::Cluster' },
      /lending\/X: AWS::Redshift::Cluster is not known/,
    ],
    ['a property', queue({ Colour: 'red' }), /lending\/X \(AWS::SQS::Queue\): property Colour is not known/],
    [
      'an attribute',
      queue({ DelaySeconds: { 'Fn::GetAtt': ['X', 'Colour'] } }),
      /AWS::SQS::Queue has no attribute Colour/,
    ],
  ])('refuses %s it does not know, and names it', (_, resource, message) => {
    assemblyOf({ lending: { Resources: { X: resource } } });
    expect(() => loadAssembly(outDir)).toThrow(message);
  });

  it('says so when nothing was synthesised', () => {
    expect(() => loadAssembly(outDir)).toThrow(/manifest.json is missing/);
  });
});
