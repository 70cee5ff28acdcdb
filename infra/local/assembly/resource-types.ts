/**
 * Every resource type the local cloud knows: how it is named, and what Ref and GetAtt of it give.
 * A type that is not here is an error. `inert` ones exist in the account but do nothing on one machine.
 */
import { createHash } from 'node:crypto';

export interface Identity {
  readonly type: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly account: string;
  readonly region: string;
  /** The given name, else `<stack>-<logicalId>`. */
  readonly name: string;
}

type Give = (of: Identity) => string;

export interface ResourceType {
  readonly inert: boolean;
  /** Property that holds the physical name. */
  readonly nameProperty?: string;
  readonly ref: Give;
  readonly attributes: Readonly<Record<string, Give>>;
}

export const identifier = (of: Identity, length: number): string =>
  createHash('sha256').update(`${of.stack}/${of.logicalId}`).digest('hex').slice(0, length);

const name: Give = (of) => of.name;
const arn =
  (service: string, path: Give): Give =>
  (of) =>
    `arn:aws:${service}:${of.region}:${of.account}:${path(of)}`;
const globalArn =
  (service: string, path: Give): Give =>
  (of) =>
    `arn:aws:${service}::${of.account}:${path(of)}`;
const short: Give = (of) => identifier(of, 10);
const uuid: Give = (of) => identifier(of, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const tableArn = arn('dynamodb', (of) => `table/${of.name}`);
const functionArn = arn('lambda', (of) => `function:${of.name}`);
const queueArn = arn('sqs', name);
const busArn = arn('events', (of) => `event-bus/${of.name}`);
const keyArn = arn('kms', (of) => `key/${uuid(of)}`);
const topicArn = arn('sns', name);
const bucketArn: Give = (of) => `arn:aws:s3:::${of.name}`;
const logGroupArn = arn('logs', (of) => `log-group:${of.name}:*`);
const poolId: Give = (of) => `${of.region}_${identifier(of, 9)}`;

export const apiEndpoint: Give = (of) => `https://${short(of)}.execute-api.${of.region}.amazonaws.com`;
export const distributionDomain: Give = (of) => `${identifier(of, 13)}.cloudfront.net`;
export const bucketDomain: Give = (of) => `${of.name}.s3.${of.region}.amazonaws.com`;

const played = (
  ref: Give,
  attributes: Readonly<Record<string, Give>> = {},
  nameProperty?: string,
): ResourceType => ({
  inert: false,
  ref,
  attributes,
  ...(nameProperty === undefined ? {} : { nameProperty }),
});

const inert = (
  ref: Give,
  attributes: Readonly<Record<string, Give>> = {},
  nameProperty?: string,
): ResourceType => ({ ...played(ref, attributes, nameProperty), inert: true });

const table = (nameProperty: string): ResourceType =>
  played(
    name,
    { Arn: tableArn, StreamArn: (of) => `${tableArn(of)}/stream/local`, TableId: uuid },
    nameProperty,
  );

export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::DynamoDB::GlobalTable': table('TableName'),
  'AWS::Lambda::Function': played(name, { Arn: functionArn }, 'FunctionName'),
  'AWS::Lambda::EventSourceMapping': played(uuid, { Id: uuid }),
  'AWS::Lambda::Permission': played(name),
  'AWS::IAM::Role': played(
    name,
    { Arn: globalArn('iam', (of) => `role/${of.name}`), RoleId: short },
    'RoleName',
  ),
  'AWS::IAM::Policy': played(name, {}, 'PolicyName'),
  'AWS::IAM::ManagedPolicy': played(
    globalArn('iam', (of) => `policy/${of.name}`),
    {},
    'ManagedPolicyName',
  ),
  'AWS::SQS::Queue': played(
    (of) => `https://sqs.${of.region}.amazonaws.com/${of.account}/${of.name}`,
    {
      Arn: queueArn,
      QueueName: name,
      QueueUrl: (of) => `https://sqs.${of.region}.amazonaws.com/${of.account}/${of.name}`,
    },
    'QueueName',
  ),
  'AWS::SQS::QueuePolicy': played(name),
  'AWS::Events::EventBus': played(name, { Arn: busArn, Name: name }, 'Name'),
  'AWS::Events::Rule': played(
    (of) => `rule|${of.name}`,
    { Arn: arn('events', (of) => `rule/${of.name}`) },
    'Name',
  ),
  'AWS::Pipes::Pipe': played(name, { Arn: arn('pipes', (of) => `pipe/${of.name}`) }, 'Name'),
  'AWS::Scheduler::Schedule': played(
    name,
    { Arn: arn('scheduler', (of) => `schedule/default/${of.name}`) },
    'Name',
  ),
  'AWS::ApiGatewayV2::Api': played(short, { ApiEndpoint: apiEndpoint, ApiId: short }),
  'AWS::ApiGatewayV2::Authorizer': played(short, { AuthorizerId: short }),
  'AWS::ApiGatewayV2::Integration': played(short, { IntegrationId: short }),
  'AWS::ApiGatewayV2::Route': played(short, { RouteId: short }),
  'AWS::ApiGatewayV2::Stage': played((of) => of.name, {}, 'StageName'),
  'AWS::Cognito::UserPool': played(
    poolId,
    {
      Arn: arn('cognito-idp', (of) => `userpool/${poolId(of)}`),
      UserPoolId: poolId,
      ProviderName: (of) => `cognito-idp.${of.region}.amazonaws.com/${poolId(of)}`,
      ProviderURL: (of) => `https://cognito-idp.${of.region}.amazonaws.com/${poolId(of)}`,
    },
    'UserPoolName',
  ),
  'AWS::Cognito::UserPoolClient': played(
    (of) => identifier(of, 26),
    { ClientId: (of) => identifier(of, 26) },
    'ClientName',
  ),
  'AWS::Cognito::UserPoolGroup': played(name, {}, 'GroupName'),
  'AWS::Cognito::UserPoolResourceServer': played(name, {}, 'Identifier'),
  'AWS::KMS::Key': played(uuid, { Arn: keyArn, KeyId: uuid }),
  'AWS::KMS::Alias': played(name, {}, 'AliasName'),
  'AWS::S3::Bucket': played(
    name,
    {
      Arn: bucketArn,
      DomainName: (of) => `${of.name}.s3.amazonaws.com`,
      RegionalDomainName: bucketDomain,
      WebsiteURL: (of) => `http://${of.name}.s3-website.${of.region}.amazonaws.com`,
    },
    'BucketName',
  ),
  'Custom::CDKBucketDeployment': played(name, { DestinationBucketArn: name }),
  'AWS::CloudFront::Distribution': played((of) => identifier(of, 14).toUpperCase(), {
    DomainName: distributionDomain,
    Id: (of) => identifier(of, 14).toUpperCase(),
  }),
  'AWS::CloudFront::Function': played(
    globalArn('cloudfront', (of) => `function/${of.name}`),
    {
      FunctionARN: globalArn('cloudfront', (of) => `function/${of.name}`),
    },
    'Name',
  ),
  'AWS::CloudFront::ResponseHeadersPolicy': played(uuid, { Id: uuid }),

  'AWS::CDK::Metadata': inert(name),
  'AWS::CloudFront::CachePolicy': inert(uuid, { Id: uuid }),
  'AWS::CloudFront::OriginAccessControl': inert(uuid, { Id: uuid }),
  'AWS::CloudFront::OriginRequestPolicy': inert(uuid, { Id: uuid }),
  'AWS::CloudWatch::Alarm': inert(name, { Arn: arn('cloudwatch', (of) => `alarm:${of.name}`) }, 'AlarmName'),
  'AWS::CloudWatch::CompositeAlarm': inert(
    name,
    { Arn: arn('cloudwatch', (of) => `alarm:${of.name}`) },
    'AlarmName',
  ),
  'AWS::CloudWatch::Dashboard': inert(name, {}, 'DashboardName'),
  'AWS::Cognito::UserPoolDomain': inert(name, { CloudFrontDistribution: distributionDomain }, 'Domain'),
  'AWS::Events::Archive': inert(name, { Arn: arn('events', (of) => `archive/${of.name}`) }, 'ArchiveName'),
  'AWS::Lambda::LayerVersion': inert(
    arn('lambda', (of) => `layer:${of.name}:1`),
    {},
    'LayerName',
  ),
  'AWS::Logs::LogGroup': inert(name, { Arn: logGroupArn }, 'LogGroupName'),
  'AWS::Logs::MetricFilter': inert(name, {}, 'FilterName'),
  'AWS::Logs::ResourcePolicy': inert(name, {}, 'PolicyName'),
  'AWS::S3::BucketPolicy': inert(name),
  'AWS::SNS::Subscription': inert(topicArn, { Arn: topicArn }),
  'AWS::SNS::Topic': inert(topicArn, { TopicArn: topicArn, TopicName: name }, 'TopicName'),
  'AWS::SNS::TopicPolicy': inert(name),
  'AWS::WAFv2::WebACL': inert(
    (of) => `${of.name}|${uuid(of)}|CLOUDFRONT`,
    { Arn: arn('wafv2', (of) => `global/webacl/${of.name}/${uuid(of)}`), Id: uuid },
    'Name',
  ),
  'AWS::WAFv2::LoggingConfiguration': inert(name),
  'AWS::WAFv2::WebACLAssociation': inert(name),
  'Custom::S3AutoDeleteObjects': inert(name),
};
