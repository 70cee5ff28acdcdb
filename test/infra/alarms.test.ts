import { beforeAll, expect, test } from 'vitest';
import { at, listOf, synthesise, type Templates } from './templates.ts';

let templates: Templates;

beforeAll(() => {
  templates = synthesise('prod');
});

test('every alarm says who suffers and what to do, in both languages', () => {
  const alarms = templates.of('AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(30);
  for (const alarm of alarms) {
    const lines = String(alarm.properties['AlarmDescription']).split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'Ảnh hưởng',
      'Việc cần làm',
      'Impact',
      'What to do',
    ]);
    for (const line of lines) expect(line.length, `${alarm.id}: ${line}`).toBeGreaterThan(40);
  }
});

test('every alarm wakes the people on duty and tells them when it is over', () => {
  for (const { properties } of templates.of('AWS::CloudWatch::Alarm')) {
    expect(listOf(properties['AlarmActions'])).toHaveLength(1);
    expect(properties['AlarmActions']).toEqual(properties['OKActions']);
    expect(JSON.stringify(properties['AlarmActions'])).toMatch(/Alarms/);
  }
  const [topic] = templates.of('AWS::SNS::Topic');
  expect(topic?.properties['KmsMasterKeyId']).toBeDefined();
  expect(templates.of('AWS::SNS::Subscription').map(({ properties }) => properties['Protocol'])).toEqual([
    'email',
  ]);
});

test('no two alarms bear the same name', () => {
  const names = templates.of('AWS::CloudWatch::Alarm').map(({ properties }) => properties['AlarmName']);
  expect(new Set(names).size).toBe(names.length);
});

test('every pipe is watched for failures', () => {
  const alarms = templates
    .of('AWS::CloudWatch::Alarm')
    .map(({ properties }) => JSON.stringify(properties['Metrics'] ?? []));
  for (const pipe of templates.of('AWS::Pipes::Pipe')) {
    const named = `"Name":"PipeName","Value":"${String(pipe.properties['Name'])}"`;
    const watching = alarms.filter((metrics) => metrics.includes(named));
    expect(watching).toHaveLength(1);
    for (const metric of ['ExecutionFailed', 'ExecutionPartiallyFailed', 'ExecutionTimeout']) {
      expect(watching[0]).toContain(`"MetricName":"${metric}"`);
    }
  }
});

test('what every service says of itself is watched, and what the ledger says of itself', () => {
  const watched = templates
    .of('AWS::CloudWatch::Alarm')
    .filter(({ properties }) => properties['Namespace'] === 'SocialPolicyCredit')
    .map(
      ({ properties }) =>
        `${String(at(properties, 'Dimensions', 0, 'Value'))} ${String(properties['MetricName'])}`,
    );
  expect(watched.sort()).toEqual(
    [
      'capital LedgerMismatches',
      ...['beneficiary', 'capital', 'lending'].flatMap((service) => [
        `${service} EventsParked`,
        `${service} FailedRequests`,
        `${service} UnrecordedRefusals`,
      ]),
    ].sort(),
  );
});

test('every service has a dashboard', () => {
  const names = templates
    .of('AWS::CloudWatch::Dashboard')
    .map(({ properties }) => properties['DashboardName']);
  expect(names.sort()).toEqual(['prod-beneficiary', 'prod-capital', 'prod-lending']);
});
