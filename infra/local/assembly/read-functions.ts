/** Functions with their roles, and who may invoke them. */
import { readPolicy } from './policy.ts';
import type { Statement } from './policy.ts';
import { propertiesOf } from './properties.ts';
import { label } from './resources.ts';
import type { Resource, Resources } from './resources.ts';
import type { InvokePermission, LambdaFunction, Role } from './types.ts';

/** CDK's own helpers for deploying files and emptying buckets: they run at deployment, never at run time. */
const DEPLOYMENT_HELPERS =
  /^Custom(CDKBucketDeployment|S3AutoDeleteObjects)|^LogRetention|^BucketNotificationsHandler/;

/** AWS managed policies a function may carry. They only let it log, trace and report. */
const MANAGED_POLICIES: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
  AWSXRayDaemonWriteAccess: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  CloudWatchLambdaInsightsExecutionRolePolicy: [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
};

export function readFunctions(resources: Resources, roles: readonly Role[]): LambdaFunction[] {
  return resources
    .ofType('AWS::Lambda::Function')
    .filter((resource) => !DEPLOYMENT_HELPERS.test(resource.identity.logicalId))
    .map((resource) => readFunction(resource, resources, roles));
}

function readFunction(resource: Resource, resources: Resources, roles: readonly Role[]): LambdaFunction {
  const properties = propertiesOf(resource, {
    played: [
      'FunctionName',
      'Code',
      'Handler',
      'Runtime',
      'Environment',
      'Timeout',
      'MemorySize',
      'ReservedConcurrentExecutions',
      'Role',
      'Description',
    ],
    withoutEffect: [
      'Architectures',
      'TracingConfig',
      'LoggingConfig',
      'KmsKeyArn',
      'Tags',
      'RecursiveLoop',
      'RuntimeManagementConfig',
      'EphemeralStorage',
    ],
  });
  const runtime = properties.text('Runtime');
  if (!runtime.startsWith('nodejs')) {
    throw new Error(`${label(resource)}: runtime ${runtime} is not known to the local cloud`);
  }
  const variables = (properties.object('Environment')['Variables'] ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const reserved = properties.maybeNumber('ReservedConcurrentExecutions');
  const description = properties.maybeText('Description');
  return {
    id: resource.identity.name,
    arn: resources.attribute(resource, 'Arn'),
    stack: resource.identity.stack,
    logicalId: resource.identity.logicalId,
    ...(description === undefined ? {} : { description }),
    runtime,
    assetDir: resources.asset(String(properties.object('Code')['S3Key']), resource),
    handler: properties.text('Handler'),
    environment: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
    timeoutSeconds: properties.number('Timeout', 3),
    memoryMb: properties.number('MemorySize', 128),
    ...(reserved === undefined ? {} : { reservedConcurrency: reserved }),
    role: roleByArn(properties.text('Role'), roles, resource),
  };
}

export function roleByArn(arn: string, roles: readonly Role[], wantedBy: Resource): Role {
  const role = roles.find((candidate) => candidate.arn === arn);
  if (role === undefined) throw new Error(`${label(wantedBy)}: role ${arn} is not in the templates`);
  return role;
}

export function readRoles(resources: Resources): Role[] {
  const attached = [...resources.ofType('AWS::IAM::Policy'), ...resources.ofType('AWS::IAM::ManagedPolicy')];
  return resources
    .ofType('AWS::IAM::Role')
    .filter((resource) => !DEPLOYMENT_HELPERS.test(resource.identity.logicalId))
    .map((resource) => {
      const properties = propertiesOf(resource, {
        played: ['RoleName', 'AssumeRolePolicyDocument', 'ManagedPolicyArns', 'Policies'],
        withoutEffect: ['Description', 'Tags', 'MaxSessionDuration', 'Path'],
      });
      const where = label(resource);
      const assume = readPolicy(properties.object('AssumeRolePolicyDocument'), where);
      return {
        name: resource.identity.name,
        arn: resources.attribute(resource, 'Arn'),
        assumedBy: assume.flatMap((statement) => statement.principals.map((p) => p.replace(/^Service:/, ''))),
        statements: [
          ...properties.list('Policies').flatMap((policy) => readPolicy(policy['PolicyDocument'], where)),
          ...attached
            .filter((policy) =>
              ((policy.properties['Roles'] ?? []) as readonly unknown[]).includes(resource.ref),
            )
            .flatMap((policy) => readPolicy(policy.properties['PolicyDocument'], label(policy))),
          ...properties.texts('ManagedPolicyArns').flatMap((arn) => managed(arn, attached, where)),
        ],
      };
    });
}

function managed(arn: string, own: readonly Resource[], where: string): readonly Statement[] {
  const ours = own.find((policy) => policy.ref === arn);
  if (ours !== undefined) return readPolicy(ours.properties['PolicyDocument'], label(ours));
  const actions = MANAGED_POLICIES[arn.replace('arn:aws:iam::aws:policy/', '')];
  if (actions === undefined)
    throw new Error(`${where}: managed policy ${arn} is not known to the local cloud`);
  return [
    {
      effect: 'Allow',
      actions,
      notActions: [],
      resources: ['*'],
      notResources: [],
      principals: [],
      conditions: {},
    },
  ];
}

export function readInvokePermissions(
  resources: Resources,
  functions: readonly LambdaFunction[],
): InvokePermission[] {
  return resources.ofType('AWS::Lambda::Permission').flatMap((resource) => {
    const properties = propertiesOf(resource, {
      played: ['Action', 'FunctionName', 'Principal', 'SourceArn'],
      withoutEffect: ['SourceAccount'],
    });
    const target = functionByReference(properties.text('FunctionName'), functions);
    if (target === undefined)
      throw new Error(`${label(resource)}: names a function that is not in the templates`);
    const sourceArn = properties.maybeText('SourceArn');
    return [
      {
        functionId: target.id,
        principal: properties.text('Principal'),
        ...(sourceArn === undefined ? {} : { sourceArn }),
      },
    ];
  });
}

/** A function by name or ARN. */
export function functionByReference(
  reference: string,
  functions: readonly LambdaFunction[],
): LambdaFunction | undefined {
  return functions.find((candidate) => candidate.id === reference || candidate.arn === reference);
}
