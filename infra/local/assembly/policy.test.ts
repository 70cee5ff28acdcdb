import { describe, expect, it } from 'vitest';
import { evaluate, readPolicy, wildcard } from './policy.ts';

const TABLE = 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/lending';

const policy = (...statements: object[]): ReturnType<typeof readPolicy> =>
  readPolicy({ Version: '2012-10-17', Statement: statements }, 'test');

describe('role policies', () => {
  it('allow what a statement names, whatever the case of the action', () => {
    const role = policy({ Effect: 'Allow', Action: 'dynamodb:getitem', Resource: TABLE });
    expect(evaluate(role, { action: 'dynamodb:GetItem', resource: TABLE })).toEqual({ allowed: true });
  });

  it('say which statement is missing', () => {
    const role = policy({ Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: TABLE });
    expect(evaluate(role, { action: 'dynamodb:Scan', resource: TABLE })).toEqual({
      allowed: false,
      reason: 'not-allowed',
      missing: `{"Effect":"Allow","Action":"dynamodb:Scan","Resource":"${TABLE}"}`,
    });
  });

  it('keep a table and its indexes apart', () => {
    const role = policy({ Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${TABLE}/index/*` });
    expect(evaluate(role, { action: 'dynamodb:Query', resource: TABLE }).allowed).toBe(false);
    expect(evaluate(role, { action: 'dynamodb:Query', resource: `${TABLE}/index/gsi1` }).allowed).toBe(true);
  });

  it('let a Deny win over any Allow', () => {
    const role = policy(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'dynamodb:Delete*', Resource: TABLE },
    );
    expect(evaluate(role, { action: 'dynamodb:DeleteItem', resource: TABLE })).toMatchObject({
      allowed: false,
      reason: 'explicit-deny',
    });
    expect(evaluate(role, { action: 'dynamodb:PutItem', resource: TABLE }).allowed).toBe(true);
  });

  it('read NotAction and NotResource as everything else', () => {
    const role = policy({ Effect: 'Allow', NotAction: 'dynamodb:Scan', NotResource: `${TABLE}-other` });
    expect(evaluate(role, { action: 'dynamodb:GetItem', resource: TABLE }).allowed).toBe(true);
    expect(evaluate(role, { action: 'dynamodb:Scan', resource: TABLE }).allowed).toBe(false);
    expect(evaluate(role, { action: 'dynamodb:GetItem', resource: `${TABLE}-other` }).allowed).toBe(false);
  });
});

describe('conditions', () => {
  const fenced = policy({
    Effect: 'Allow',
    Action: 'dynamodb:PutItem',
    Resource: TABLE,
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PARKED#*'] } },
  });
  const put = (key: string): boolean =>
    evaluate(fenced, {
      action: 'dynamodb:PutItem',
      resource: TABLE,
      context: { 'dynamodb:LeadingKeys': [key] },
    }).allowed;

  it('fence by partition key', () => {
    expect(put('PARKED#1')).toBe(true);
    expect(put('LOAN#1')).toBe(false);
  });

  it('refuse when a single-valued key is absent, as IAM does', () => {
    const role = policy({
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: '*',
      Condition: { ArnEquals: { 'aws:SourceArn': 'arn:a' } },
    });
    expect(evaluate(role, { action: 'sqs:SendMessage', resource: 'q' }).allowed).toBe(false);
  });

  it('are an error when the operator is not known', () => {
    const role = policy({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    });
    expect(() => evaluate(role, { action: 'sqs:SendMessage', resource: 'q' })).toThrow(
      /IpAddress on aws:SourceIp/,
    );
  });
});

describe('resource policies', () => {
  const queue = policy(
    {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 'sqs:*',
      Resource: 'q',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: 'q',
    },
  );
  const send = (principal: string, secure: string): boolean =>
    evaluate(queue, {
      action: 'sqs:SendMessage',
      resource: 'q',
      principal,
      context: { 'aws:SecureTransport': [secure] },
    }).allowed;

  it('allow only the principal they name', () => {
    expect(send('Service:events.amazonaws.com', 'true')).toBe(true);
    expect(send('Service:sns.amazonaws.com', 'true')).toBe(false);
  });

  it('take AWS:* for everyone', () => {
    expect(send('Service:events.amazonaws.com', 'false')).toBe(false);
  });
});

describe('reading', () => {
  it('is an error when a statement has an unknown part', () => {
    expect(() => policy({ Effect: 'Allow', Action: '*', Resource: '*', Sessions: 1 })).toThrow(/Sessions/);
  });

  it.each([
    ['a*c', 'abbc', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
    ['*', '', true],
  ])('wildcard %s on %s is %s', (pattern, text, matches) => {
    expect(wildcard(pattern, text)).toBe(matches);
  });
});
