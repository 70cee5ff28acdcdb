import { beforeAll, describe, expect, test } from 'vitest';
import { at, listOf, mentions, namesOf, synthesise, type Templates } from './templates.ts';

let templates: Templates;

beforeAll(() => {
  templates = synthesise('prod');
});

/** What runs by a schedule, with nobody waiting for it. */
const NIGHTLY = ['prod-capital-expire-reservations', 'prod-capital-seal-day', 'prod-capital-verify-ledger'];

/** Action names a role is allowed, with what they are allowed on. */
function permissionsOf(name: string): { action: string; resource: unknown }[] {
  const [lambda] = templates.functions().filter((candidate) => candidate.properties['FunctionName'] === name);
  if (lambda === undefined) throw new Error(`no function ${name}`);
  return templates
    .statementsOf(templates.roleOf(lambda))
    .flatMap((statement) =>
      listOf(statement['Action']).flatMap((action) =>
        listOf(statement['Resource']).map((resource) => ({ action: String(action), resource })),
      ),
    );
}

describe('every function', () => {
  test('runs on Node 24 and ARM, traced, for a bounded time', () => {
    expect(templates.functions().length).toBeGreaterThanOrEqual(11);
    for (const { properties } of templates.functions()) {
      const isNightly = NIGHTLY.includes(String(properties['FunctionName']));
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        Handler: 'index.handler',
      });
      expect(properties['Timeout']).toBeLessThanOrEqual(isNightly ? 900 : 30);
    }
  });

  test('writes to a log group of its own, whose lines are kept as long as the stage says', () => {
    const groups = templates.functions().map((lambda) => {
      const reference = at(lambda.properties, 'LoggingConfig', 'LogGroup');
      const [group, ...others] = templates
        .of('AWS::Logs::LogGroup')
        .filter((candidate) => candidate.stack === lambda.stack && mentions(reference, candidate));
      expect(others).toEqual([]);
      expect(group?.properties['RetentionInDays']).toBe(731);
      return `${lambda.stack}/${String(group?.id)}`;
    });
    expect(new Set(groups).size).toBe(groups.length);
  });

  test('has a role of its own', () => {
    const roles = templates.functions().map((lambda) => {
      const role = templates.roleOf(lambda);
      expect(role.properties['ManagedPolicyArns']).toBeUndefined();
      return `${role.stack}/${role.id}`;
    });
    expect(new Set(roles).size).toBe(roles.length);
  });

  test('is told of by an alarm when it fails and when it is held back', () => {
    const watched = (lambda: { id: string; stack: string }, metric: string) =>
      templates
        .of('AWS::CloudWatch::Alarm')
        .some(
          (alarm) =>
            alarm.stack === lambda.stack &&
            alarm.properties['MetricName'] === metric &&
            mentions(alarm.properties['Dimensions'], lambda),
        );
    expect(namesOf(templates.functions().filter((lambda) => !watched(lambda, 'Errors')))).toEqual([]);
    expect(namesOf(templates.functions().filter((lambda) => !watched(lambda, 'Throttles')))).toEqual([]);
  });
});

describe('what functions may do', () => {
  const names = () => templates.functions().map((lambda) => String(lambda.properties['FunctionName']));

  test('holds no wildcard but that of sending traces', () => {
    const wild = names().flatMap((name) =>
      permissionsOf(name).filter(
        ({ action, resource }) => action.includes('*') || JSON.stringify(resource).includes('*'),
      ),
    );
    expect([...new Set(wild.map(({ action }) => action))].sort()).toEqual([
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  test('includes neither walking a table nor removing from it', () => {
    const actions = new Set(names().flatMap((name) => permissionsOf(name).map(({ action }) => action)));
    for (const refused of [
      'dynamodb:Scan',
      'dynamodb:DeleteItem',
      'dynamodb:BatchWriteItem',
      'events:PutEvents',
    ]) {
      expect(actions).not.toContain(refused);
    }
  });

  test('reaches the table of the own service only', () => {
    for (const lambda of templates.functions()) {
      const others = templates.of('AWS::DynamoDB::GlobalTable').filter(({ stack }) => stack !== lambda.stack);
      const statements = templates.statementsOf(templates.roleOf(lambda));
      for (const table of others)
        expect(mentions(statements, { id: `${table.stack}:${table.id}` })).toBe(false);
      expect(JSON.stringify(statements)).not.toMatch(/ImportValue[^}]*Table/);
    }
  });

  test('opens personal data only where people ask for it', () => {
    const opening = names().filter((name) =>
      permissionsOf(name).some(({ action }) => action === 'kms:Decrypt'),
    );
    expect(opening).toEqual(['prod-beneficiary-http']);
  });

  test('lets only those who answer people or seal and verify the ledger list anything, and the totals list nothing', () => {
    const mayQueryIndexes = names().filter((name) =>
      permissionsOf(name).some(
        ({ action, resource }) => action === 'dynamodb:Query' && JSON.stringify(resource).includes('/index/'),
      ),
    );
    expect(mayQueryIndexes.sort()).toEqual([
      'prod-beneficiary-http',
      'prod-capital-expire-reservations',
      'prod-capital-http-contracts',
      'prod-capital-http-figures',
      'prod-capital-http-files',
      'prod-capital-http-funds',
      'prod-capital-http-quotas',
      'prod-capital-http-reservations',
      'prod-capital-http-sources',
      'prod-capital-seal-day',
      'prod-capital-verify-ledger',
      'prod-lending-http-groups',
      'prod-lending-http-loans',
      'prod-lending-http-programmes',
      'prod-lending-http-requests',
    ]);
    const totals = permissionsOf('prod-capital-project-totals').map(({ action }) => action);
    expect(totals.filter((action) => action.startsWith('dynamodb:'))).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
  });

  test('lets the function that parks dead letters do nothing else', () => {
    for (const service of ['beneficiary', 'capital', 'lending']) {
      const dynamodb = permissionsOf(`prod-${service}-park-dead-letters`)
        .map(({ action }) => action)
        .filter((action) => action.startsWith('dynamodb:'));
      expect(dynamodb).toEqual(['dynamodb:PutItem']);
    }
  });
});

test('every variable that names a thing comes with the permission to use it', () => {
  for (const lambda of templates.functions()) {
    const statements = templates.statementsOf(templates.roleOf(lambda));
    const variables = at(lambda.properties, 'Environment', 'Variables') ?? {};
    for (const value of Object.values(variables).filter((candidate) => typeof candidate !== 'string')) {
      const named = at(value, 'Ref') ?? at(value, 'Fn::ImportValue');
      const id = String(named).replace(/^.*:ExportsOutputRef/, '');
      const known = templates.resources.some(
        (resource) => id.startsWith(resource.id) && mentions(statements, resource),
      );
      expect(known, `${lambda.id} names ${id}`).toBe(true);
    }
  }
});

describe('every schedule', () => {
  test('runs its one function just after midnight in Viet Nam, tried again, and may do nothing else', () => {
    const schedules = templates.of('AWS::Scheduler::Schedule');
    expect(schedules.map(({ properties }) => properties['Name']).sort()).toEqual(NIGHTLY);
    for (const schedule of schedules) {
      expect(schedule.properties).toMatchObject({
        ScheduleExpression: expect.stringMatching(/^cron\(\d+ 0 \* \* \? \*\)$/) as string,
        ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
        State: 'ENABLED',
        Target: { RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 7200 } },
      });
      const target = at(schedule.properties, 'Target', 'Arn');
      const lambda = templates
        .functions()
        .find(({ properties }) => properties['FunctionName'] === schedule.properties['Name']);
      if (lambda === undefined) throw new Error('a schedule without its function');
      expect(mentions(target, lambda)).toBe(true);
      const role = templates.roleOf({
        ...schedule,
        properties: { Role: at(schedule.properties, 'Target', 'RoleArn') },
      });
      const statements = templates.statementsOf(role);
      expect(statements).toMatchObject([
        { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: target },
      ]);
    }
  });

  test('that only looks may not write', () => {
    const actions = permissionsOf('prod-capital-verify-ledger').map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('dynamodb:')).sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Query',
      'dynamodb:Query',
    ]);
  });
});
