/** Queues, buses, rules, pipes and event source mappings. */
import { textOf } from '../text.ts';
import type { Json } from './cloud-assembly.ts';
import { readPolicy } from './policy.ts';
import { checked, propertiesOf } from './properties.ts';
import { functionByReference, roleByArn } from './read-functions.ts';
import { label } from './resources.ts';
import type { Resource, Resources } from './resources.ts';
import type {
  EventBus,
  EventSourceMapping,
  LambdaFunction,
  Pattern,
  Pipe,
  Queue,
  Role,
  Rule,
  RuleTarget,
} from './types.ts';

const QUEUE_ATTRIBUTES = [
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
  'FifoQueue',
  'ContentBasedDeduplication',
] as const;

export function readQueues(resources: Resources): Queue[] {
  const policies = resources.ofType('AWS::SQS::QueuePolicy');
  return resources.ofType('AWS::SQS::Queue').map((resource) => {
    const properties = propertiesOf(resource, {
      played: [...QUEUE_ATTRIBUTES, 'QueueName', 'RedrivePolicy'],
      withoutEffect: [
        'KmsMasterKeyId',
        'KmsDataKeyReusePeriodSeconds',
        'SqsManagedSseEnabled',
        'RedriveAllowPolicy',
        'Tags',
      ],
    });
    const redrive = properties.object('RedrivePolicy');
    const deadLetterArn = redrive['deadLetterTargetArn'];
    const attributes = QUEUE_ATTRIBUTES.flatMap((name) => {
      const value = properties.maybeText(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      name: resource.identity.name,
      arn: resources.attribute(resource, 'Arn'),
      url: resource.ref,
      attributes: Object.fromEntries([
        ...attributes,
        ...(deadLetterArn === undefined
          ? []
          : [
              [
                'RedrivePolicy',
                JSON.stringify({
                  deadLetterTargetArn: deadLetterArn,
                  maxReceiveCount: redrive['maxReceiveCount'],
                }),
              ] as const,
            ]),
      ]),
      ...(deadLetterArn === undefined
        ? {}
        : {
            redrive: {
              deadLetterArn: textOf(deadLetterArn),
              maxReceiveCount: Number(redrive['maxReceiveCount']),
            },
          }),
      visibilityTimeoutSeconds: properties.number('VisibilityTimeout', 30),
      policy: policies
        .filter((policy) =>
          ((policy.properties['Queues'] ?? []) as readonly unknown[]).includes(resource.ref),
        )
        .flatMap((policy) => readPolicy(policy.properties['PolicyDocument'], label(policy))),
    };
  });
}

export function readEventBuses(resources: Resources): EventBus[] {
  return resources
    .ofType('AWS::Events::EventBus')
    .map((resource) => ({ name: resource.identity.name, arn: resources.attribute(resource, 'Arn') }));
}

export function readRules(resources: Resources): Rule[] {
  return resources.ofType('AWS::Events::Rule').map((resource) => {
    const properties = propertiesOf(resource, {
      played: ['Name', 'EventBusName', 'EventPattern', 'State', 'Targets'],
      withoutEffect: ['Description', 'Tags'],
    });
    const bus = properties.maybeText('EventBusName') ?? 'default';
    return {
      name: resource.identity.name,
      arn: resources.attribute(resource, 'Arn'),
      busName: bus.slice(bus.lastIndexOf('/') + 1),
      pattern: properties.object('EventPattern'),
      enabled: (properties.maybeText('State') ?? 'ENABLED') !== 'DISABLED',
      targets: properties.list('Targets').map((raw) => readTarget(raw, resource)),
    };
  });
}

function readTarget(raw: Json, rule: Resource): RuleTarget {
  const target = checked(raw, `${label(rule)} target`, {
    played: ['Id', 'Arn', 'Input', 'InputPath', 'InputTransformer', 'DeadLetterConfig', 'RetryPolicy'],
    withoutEffect: ['RoleArn'],
  });
  const input = target.maybeText('Input');
  const inputPath = target.maybeText('InputPath');
  const transformer = target.object('InputTransformer');
  const deadLetterArn = target.object('DeadLetterConfig')['Arn'];
  const attempts = target.object('RetryPolicy')['MaximumRetryAttempts'];
  return {
    id: target.text('Id'),
    arn: target.text('Arn'),
    ...(input === undefined ? {} : { input }),
    ...(inputPath === undefined ? {} : { inputPath }),
    ...(transformer['InputTemplate'] === undefined
      ? {}
      : {
          inputTransformer: {
            paths: (transformer['InputPathsMap'] ?? {}) as Readonly<Record<string, string>>,
            template: textOf(transformer['InputTemplate']),
          },
        }),
    ...(deadLetterArn === undefined ? {} : { deadLetterArn: textOf(deadLetterArn) }),
    ...(attempts === undefined ? {} : { maximumRetryAttempts: Number(attempts) }),
  };
}

export function readPipes(resources: Resources, roles: readonly Role[]): Pipe[] {
  return resources.ofType('AWS::Pipes::Pipe').map((resource) => {
    const where = label(resource);
    const properties = propertiesOf(resource, {
      played: [
        'Name',
        'RoleArn',
        'Source',
        'SourceParameters',
        'Enrichment',
        'EnrichmentParameters',
        'Target',
        'TargetParameters',
      ],
      withoutEffect: ['Description', 'DesiredState', 'LogConfiguration', 'KmsKeyIdentifier', 'Tags'],
    });
    const parameters = checked(properties.object('SourceParameters'), where, {
      played: ['DynamoDBStreamParameters', 'FilterCriteria'],
      withoutEffect: [],
    });
    const enrichmentArn = properties.maybeText('Enrichment');
    const enrichmentTemplate = properties.object('EnrichmentParameters')['InputTemplate'];
    const target = checked(properties.object('TargetParameters'), where, {
      played: ['EventBridgeEventBusParameters', 'InputTemplate'],
      withoutEffect: [],
    });
    const targetTemplate = target.maybeText('InputTemplate');
    return {
      name: resource.identity.name,
      arn: resources.attribute(resource, 'Arn'),
      role: roleByArn(properties.text('RoleArn'), roles, resource),
      sourceArn: properties.text('Source'),
      source: readStreamParameters(parameters.object('DynamoDBStreamParameters'), where),
      filters: readFilters(parameters.object('FilterCriteria')),
      ...(enrichmentArn === undefined ? {} : { enrichmentArn }),
      ...(enrichmentTemplate === undefined ? {} : { enrichmentTemplate: textOf(enrichmentTemplate) }),
      targetArn: properties.text('Target'),
      ...(targetTemplate === undefined ? {} : { targetTemplate }),
      ...busParameters(target.object('EventBridgeEventBusParameters'), where),
    };
  });
}

function readStreamParameters(raw: Json, where: string): Pipe['source'] {
  const stream = checked(raw, where, {
    played: [
      'BatchSize',
      'StartingPosition',
      'MaximumBatchingWindowInSeconds',
      'MaximumRetryAttempts',
      'DeadLetterConfig',
      'OnPartialBatchItemFailure',
    ],
    withoutEffect: ['ParallelizationFactor', 'MaximumRecordAgeInSeconds'],
  });
  const deadLetterArn = stream.object('DeadLetterConfig')['Arn'];
  const start = stream.text('StartingPosition');
  if (start !== 'TRIM_HORIZON' && start !== 'LATEST') throw new Error(`${where}: starting position ${start}`);
  return {
    batchSize: stream.number('BatchSize', 100),
    startingPosition: start,
    maximumBatchingWindowSeconds: stream.number('MaximumBatchingWindowInSeconds', 0),
    maximumRetryAttempts: stream.number('MaximumRetryAttempts', -1),
    ...(deadLetterArn === undefined ? {} : { deadLetterArn: textOf(deadLetterArn) }),
    bisectOnError: stream.maybeText('OnPartialBatchItemFailure') === 'AUTOMATIC_BISECT',
  };
}

function busParameters(raw: Json, where: string): Pick<Pipe, 'eventBus'> {
  if (Object.keys(raw).length === 0) return {};
  const bus = checked(raw, where, {
    played: ['DetailType', 'Source', 'Time', 'Resources'],
    withoutEffect: [],
  });
  const detailType = bus.maybeText('DetailType');
  const source = bus.maybeText('Source');
  const time = bus.maybeText('Time');
  return {
    eventBus: {
      ...(detailType === undefined ? {} : { detailType }),
      ...(source === undefined ? {} : { source }),
      ...(time === undefined ? {} : { time }),
      resources: bus.texts('Resources'),
    },
  };
}

function readFilters(criteria: Json): Pattern[] {
  return ((criteria['Filters'] ?? []) as readonly Json[]).map(
    (filter) => JSON.parse(String(filter['Pattern'])) as Pattern,
  );
}

export function readEventSourceMappings(
  resources: Resources,
  functions: readonly LambdaFunction[],
): EventSourceMapping[] {
  return resources.ofType('AWS::Lambda::EventSourceMapping').map((resource) => {
    const properties = propertiesOf(resource, {
      played: [
        'FunctionName',
        'EventSourceArn',
        'Enabled',
        'BatchSize',
        'MaximumBatchingWindowInSeconds',
        'FunctionResponseTypes',
        'ScalingConfig',
        'FilterCriteria',
      ],
      withoutEffect: ['Tags', 'MetricsConfig'],
    });
    const target = functionByReference(properties.text('FunctionName'), functions);
    if (target === undefined)
      throw new Error(`${label(resource)}: names a function that is not in the templates`);
    const maximumConcurrency = properties.object('ScalingConfig')['MaximumConcurrency'];
    return {
      id: resource.ref,
      functionId: target.id,
      sourceArn: properties.text('EventSourceArn'),
      enabled: properties.flag('Enabled', true),
      batchSize: properties.number('BatchSize', 10),
      maximumBatchingWindowSeconds: properties.number('MaximumBatchingWindowInSeconds', 0),
      reportBatchItemFailures: properties.texts('FunctionResponseTypes').includes('ReportBatchItemFailures'),
      ...(maximumConcurrency === undefined ? {} : { maximumConcurrency: Number(maximumConcurrency) }),
      filters: readFilters(properties.object('FilterCriteria')),
    };
  });
}
