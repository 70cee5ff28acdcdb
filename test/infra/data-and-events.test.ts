import { beforeAll, describe, expect, test } from 'vitest';
import { BENEFICIARY } from '#beneficiary/manifest.ts';
import { CAPITAL } from '#capital/manifest.ts';
import { compilePattern } from '#infra/local/events/event-pattern.ts';
import type { Json } from '#infra/local/events/event-pattern.ts';
import { LENDING } from '#lending/manifest.ts';
import { BENEFICIARY_EVENTS } from '#shared/contracts/beneficiary/events.ts';
import { CAPITAL_EVENTS, MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import { LENDING_EVENTS } from '#shared/contracts/lending/events.ts';
import { followedBy } from '#shared/functions/manifest.ts';
import { at, listOf, mentions, namesOf, synthesise } from './templates.ts';
import type { Resource, Templates } from './templates.ts';

const SERVICES = ['beneficiary', 'capital', 'lending'];

let templates: Templates;

beforeAll(() => {
  templates = synthesise('prod');
});

const sameStack = (type: string, resource: Resource): Resource[] =>
  templates.of(type).filter(({ stack }) => stack === resource.stack);

function redriveTargetOf(queue: Resource): unknown {
  return at(queue.properties, 'RedrivePolicy', 'deadLetterTargetArn');
}

function isDeadLetters(queue: Resource): boolean {
  const ofQueue = sameStack('AWS::SQS::Queue', queue).some((other) =>
    mentions(redriveTargetOf(other), queue),
  );
  const ofPipe = sameStack('AWS::Pipes::Pipe', queue).some((pipe) =>
    mentions(at(pipe.properties, 'SourceParameters', 'DynamoDBStreamParameters', 'DeadLetterConfig'), queue),
  );
  return ofQueue || ofPipe;
}

const mappingsOf = (queue: Resource): Resource[] =>
  sameStack('AWS::Lambda::EventSourceMapping', queue).filter((mapping) =>
    mentions(mapping.properties['EventSourceArn'], queue),
  );

describe('every table', () => {
  test('can be restored to any second, streams its new images and resists deletion', () => {
    const tables = templates.of('AWS::DynamoDB::GlobalTable');
    expect(tables.map(({ properties }) => properties['TableName']).sort()).toEqual(
      SERVICES.map((s) => `prod-${s}`),
    );
    for (const table of tables) {
      expect(table.deletionPolicy).toBe('Retain');
      expect(table.properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        SSESpecification: { SSEEnabled: true },
      });
      for (const replica of listOf(table.properties['Replicas'])) {
        expect(replica).toMatchObject({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        });
      }
    }
  });

  test('has two indexes that carry no more than they must', () => {
    for (const { properties } of templates.of('AWS::DynamoDB::GlobalTable')) {
      expect(properties['GlobalSecondaryIndexes']).toMatchObject([
        { IndexName: 'gsi1', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['summary'] } },
        { IndexName: 'gsi2', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['label'] } },
      ]);
    }
  });
});

describe('every queue', () => {
  const working = () => templates.of('AWS::SQS::Queue').filter((queue) => !isDeadLetters(queue));

  test('has dead letters, or is where they go', () => {
    expect(namesOf(working().filter((queue) => redriveTargetOf(queue) === undefined))).toEqual([]);
    expect(
      working()
        .map(({ properties }) => properties['QueueName'])
        .sort(),
    ).toEqual([
      'prod-beneficiary-on-events',
      'prod-capital-apply-decisions',
      'prod-capital-meet-requests',
      'prod-capital-note-references',
      'prod-capital-offer-capital',
      'prod-capital-on-events',
      'prod-capital-project-forecast',
      'prod-capital-project-totals',
      'prod-lending-on-events',
    ]);
  });

  test('is encrypted and refuses plain HTTP', () => {
    for (const queue of templates.of('AWS::SQS::Queue')) {
      expect(queue.properties['SqsManagedSseEnabled']).toBe(true);
      const policies = sameStack('AWS::SQS::QueuePolicy', queue).filter(({ properties }) =>
        mentions(properties['Queues'], queue),
      );
      expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
    }
  });

  test('keeps dead letters longer than the messages they were', () => {
    for (const queue of working()) {
      const [deadLetters] = templates
        .of('AWS::SQS::Queue')
        .filter((other) => mentions(redriveTargetOf(queue), other));
      expect(Number(deadLetters?.properties['MessageRetentionPeriod'])).toBeGreaterThan(
        Number(queue.properties['MessageRetentionPeriod']),
      );
    }
  });

  test('is read by one function that reports what it could not do, and hidden six time-outs long meanwhile', () => {
    const read = templates
      .of('AWS::SQS::Queue')
      .filter((queue) => !String(queue.properties['QueueName']).endsWith('-unrelayed'));
    for (const queue of read) {
      const [mapping, ...others] = mappingsOf(queue);
      expect(others).toEqual([]);
      expect(mapping?.properties).toMatchObject({
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      const [reader] = templates
        .functions()
        .filter(
          (lambda) => mentions(mapping?.properties['FunctionName'], lambda) && lambda.stack === queue.stack,
        );
      expect(Number(queue.properties['VisibilityTimeout'])).toBeGreaterThanOrEqual(
        6 * Number(reader?.properties['Timeout']),
      );
    }
  });

  test('has its dead letters watched', () => {
    const watched = (queue: Resource): boolean =>
      sameStack('AWS::CloudWatch::Alarm', queue).some(({ properties }) =>
        mentions(properties['Dimensions'], queue),
      );
    expect(namesOf(templates.of('AWS::SQS::Queue').filter((queue) => !watched(queue)))).toEqual([]);
  });
});

test('a consumer remembers an event for longer than any queue can hold it', () => {
  const days = (queue: Resource | undefined): number =>
    Number(queue?.properties['MessageRetentionPeriod']) / 86_400;
  const queues = templates.of('AWS::SQS::Queue');
  for (const queue of queues.filter((candidate) => redriveTargetOf(candidate) !== undefined)) {
    const held = days(queue) + days(queues.find((other) => mentions(redriveTargetOf(queue), other)));
    for (const lambda of templates.functions().filter(({ stack }) => stack === queue.stack)) {
      expect(Number(at(lambda.properties, 'Environment', 'Variables', 'REMEMBER_DAYS'))).toBeGreaterThan(
        held,
      );
    }
  }
});

describe('the way of an event', () => {
  const published = [...BENEFICIARY_EVENTS, ...CAPITAL_EVENTS, ...LENDING_EVENTS];

  test('leaves each service through a pipe that takes new facts and nothing else', () => {
    expect(templates.of('AWS::Pipes::Pipe')).toHaveLength(SERVICES.length);
    for (const pipe of templates.of('AWS::Pipes::Pipe')) {
      const [filter, ...others] = listOf(
        at(pipe.properties, 'SourceParameters', 'FilterCriteria', 'Filters'),
      );
      expect(others).toEqual([]);
      const takes = compilePattern(JSON.parse(String(at(filter, 'Pattern'))) as Json);
      const fact = { event: { M: { type: { S: 'LoanDisbursed' } } }, pk: { S: 'LOAN#1' } };
      const matches = (eventName: string, image: Json): boolean =>
        takes({ eventName, dynamodb: { NewImage: image } });
      expect(matches('INSERT', fact)).toBe(true);
      expect(matches('MODIFY', fact)).toBe(false);
      expect(matches('INSERT', { pk: { S: 'LOAN#1' }, status: { S: 'lent' } })).toBe(false);
      expect(matches('INSERT', { pk: { S: 'PARKED' }, event: { S: 'text' } })).toBe(false);
    }
  });

  test('reaches only rules that name published events, each at its own source', () => {
    for (const rule of templates.of('AWS::Events::Rule')) {
      const pattern = rule.properties['EventPattern'] as { source: string[]; 'detail-type': string[] };
      const service = rule.stack.replace('prod-', '');
      for (const type of pattern['detail-type']) {
        const [event] = published.filter((candidate) => candidate.type === type);
        expect(pattern.source).toContain(event?.source);
      }
      expect(pattern.source.filter((source) => source.startsWith('redrive.'))).toEqual([
        `redrive.${service}`,
      ]);
    }
  });

  test.each([BENEFICIARY, CAPITAL, LENDING])('reaches $service by the rules of its manifest', (manifest) => {
    const rules = templates
      .of('AWS::Events::Rule')
      .filter(({ stack }) => stack === `prod-${manifest.service}`);
    const types = rules.flatMap(({ properties }) => listOf(at(properties, 'EventPattern', 'detail-type')));
    const said = manifest.functions.flatMap((one) =>
      one.kind === 'consumer' ? followedBy(one).map(({ type }) => type) : [],
    );
    expect(types.sort()).toEqual(said.sort());
  });

  test('of a repayment reaches the beneficiary service only when it settles the loan', () => {
    const [rule] = templates
      .of('AWS::Events::Rule')
      .filter(({ stack, id }) => stack === 'prod-beneficiary' && id.includes('RepaymentRecorded'));
    const takes = compilePattern(rule?.properties['EventPattern'] as Json);
    const repayment = (settled: boolean): Json => ({
      source: 'lending',
      'detail-type': 'RepaymentRecorded',
      detail: { data: { settled } },
    });
    expect(takes(repayment(true))).toBe(true);
    expect(takes(repayment(false))).toBe(false);
  });

  test('of money reaches the totals', () => {
    const [rule] = templates.of('AWS::Events::Rule').filter(({ id }) => id.startsWith('ProjectTotals'));
    expect(at(rule?.properties, 'EventPattern', 'detail-type')).toEqual(MONEY_EVENTS.map(({ type }) => type));
  });

  test('is kept in an archive for as long as the stage says', () => {
    expect(templates.of('AWS::Events::Archive').map(({ properties }) => properties['RetentionDays'])).toEqual(
      [3650],
    );
  });
});
