/** CloudFront distributions, buckets and the files deployed into them. */
import type { Json } from './cloud-assembly.ts';
import { checked, propertiesOf } from './properties.ts';
import { apiEndpoint, bucketDomain } from './resource-types.ts';
import { label, type Resource, type Resources } from './resources.ts';
import type { Behaviour, BucketDeployment, Distribution, Origin } from './types.ts';
import { textOf } from '../text.ts';

export function readBuckets(resources: Resources): { name: string; arn: string }[] {
  return resources
    .ofType('AWS::S3::Bucket')
    .map((resource) => ({ name: resource.ref, arn: resources.attribute(resource, 'Arn') }));
}

export function readBucketDeployments(resources: Resources): BucketDeployment[] {
  return resources.ofType('Custom::CDKBucketDeployment').map((resource) => {
    const properties = propertiesOf(resource, {
      played: ['SourceObjectKeys', 'SourceMarkers', 'DestinationBucketName', 'DestinationBucketKeyPrefix'],
      withoutEffect: [
        'ServiceToken',
        'SourceBucketNames',
        'Prune',
        'SystemMetadata',
        'UserMetadata',
        'WaitForDistributionInvalidation',
        'DistributionId',
        'DistributionPaths',
        'RetainOnDelete',
        'Exclude',
        'Include',
        'OutputObjectKeys',
        'SourceMarkersConfig',
      ],
    });
    const markers = properties.list('SourceMarkers');
    if (markers.some((marker) => Object.keys(marker).length > 0)) {
      throw new Error(`${label(resource)}: values filled in at deployment are not known to the local cloud`);
    }
    return {
      bucket: properties.text('DestinationBucketName'),
      prefix: (properties.maybeText('DestinationBucketKeyPrefix') ?? '').replace(/^\/+|\/+$/g, ''),
      assetDirs: properties.texts('SourceObjectKeys').map((key) => resources.asset(key, resource)),
    };
  });
}

export function readDistributions(resources: Resources): Distribution[] {
  return resources.ofType('AWS::CloudFront::Distribution').map((resource) => {
    const where = label(resource);
    const config = checked((resource.properties['DistributionConfig'] ?? {}) as Json, where, {
      played: [
        'Origins',
        'DefaultCacheBehavior',
        'CacheBehaviors',
        'DefaultRootObject',
        'CustomErrorResponses',
        'Enabled',
      ],
      withoutEffect: [
        'Aliases',
        'Comment',
        'HttpVersion',
        'IPV6Enabled',
        'Logging',
        'PriceClass',
        'Restrictions',
        'ViewerCertificate',
        'WebACLId',
      ],
    });
    const origins = new Map(
      config
        .list('Origins')
        .map((origin) => [String(origin['Id']), readOrigin(origin, resources, where)] as const),
    );
    const behaviour = (raw: Json): Behaviour => readBehaviour(raw, origins, resources, where);
    const root = config.maybeText('DefaultRootObject');
    return {
      id: resource.ref,
      domainName: resources.attribute(resource, 'DomainName'),
      ...(root === undefined ? {} : { defaultRootObject: root }),
      behaviours: [
        ...config.list('CacheBehaviors').map(behaviour),
        behaviour({ ...config.object('DefaultCacheBehavior'), PathPattern: '*' }),
      ],
      errorResponses: config.list('CustomErrorResponses').map((raw) => ({
        errorCode: Number(raw['ErrorCode']),
        ...(raw['ResponseCode'] === undefined ? {} : { responseCode: Number(raw['ResponseCode']) }),
        ...(raw['ResponsePagePath'] === undefined
          ? {}
          : { responsePagePath: textOf(raw['ResponsePagePath']) }),
      })),
    };
  });
}

function readOrigin(raw: Json, resources: Resources, where: string): Origin {
  const domain = String(raw['DomainName']);
  const path = textOf(raw['OriginPath'] ?? '');
  const bucket = resources.ofType('AWS::S3::Bucket').find((one) => bucketDomain(one.identity) === domain);
  if (bucket !== undefined) return { kind: 'bucket', bucket: bucket.ref, path };
  const api = resources
    .ofType('AWS::ApiGatewayV2::Api')
    .find((one) => apiEndpoint(one.identity) === `https://${domain}`);
  if (api !== undefined) return { kind: 'api', apiId: api.ref, path };
  const isTokenHost = resources
    .ofType('AWS::Cognito::UserPoolDomain')
    .some((one) => domain.startsWith(`${textOf(one.properties['Domain'])}.auth.`));
  if (isTokenHost) return { kind: 'tokens', path };
  throw new Error(`${where}: origin ${domain} is no bucket, API or user pool of the templates`);
}

function readBehaviour(
  raw: Json,
  origins: ReadonlyMap<string, Origin>,
  resources: Resources,
  where: string,
): Behaviour {
  const behaviour = checked(raw, where, {
    played: [
      'PathPattern',
      'TargetOriginId',
      'AllowedMethods',
      'ResponseHeadersPolicyId',
      'FunctionAssociations',
    ],
    withoutEffect: [
      'CachePolicyId',
      'CachedMethods',
      'Compress',
      'OriginRequestPolicyId',
      'ViewerProtocolPolicy',
      'SmoothStreaming',
    ],
  });
  const origin = origins.get(behaviour.text('TargetOriginId'));
  if (origin === undefined)
    throw new Error(`${where}: origin ${behaviour.text('TargetOriginId')} does not exist`);
  const headersPolicy = behaviour.maybeText('ResponseHeadersPolicyId');
  const allowed = behaviour.texts('AllowedMethods');
  return {
    pathPattern: behaviour.text('PathPattern'),
    origin,
    allowedMethods: allowed.length === 0 ? ['GET', 'HEAD'] : allowed,
    responseHeaders: headersPolicy === undefined ? {} : responseHeaders(headersPolicy, resources, where),
    functions: behaviour.list('FunctionAssociations').map((association) => ({
      eventType: String(association['EventType']),
      code: functionCode(String(association['FunctionARN']), resources, where),
    })),
  };
}

function functionCode(arn: string, resources: Resources, where: string): string {
  const found = resources.ofType('AWS::CloudFront::Function').find((one) => one.ref === arn);
  if (found === undefined) throw new Error(`${where}: edge function ${arn} is not in the templates`);
  return String(found.properties['FunctionCode']);
}

/** CloudFront's managed "SecurityHeadersPolicy". */
const MANAGED_SECURITY_HEADERS = '67f7725c-6f97-4210-82d7-5512b31e9d03';

function responseHeaders(id: string, resources: Resources, where: string): Readonly<Record<string, string>> {
  if (id === MANAGED_SECURITY_HEADERS) {
    return {
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'x-xss-protection': '1; mode=block',
      'referrer-policy': 'strict-origin-when-cross-origin',
    };
  }
  const policy = resources.ofType('AWS::CloudFront::ResponseHeadersPolicy').find((one) => one.ref === id);
  if (policy === undefined) throw new Error(`${where}: response headers policy ${id} is not known`);
  return ownHeaders(policy);
}

function ownHeaders(policy: Resource): Readonly<Record<string, string>> {
  const config = checked((policy.properties['ResponseHeadersPolicyConfig'] ?? {}) as Json, label(policy), {
    played: ['SecurityHeadersConfig', 'CustomHeadersConfig'],
    withoutEffect: ['Name', 'Comment', 'RemoveHeadersConfig', 'ServerTimingHeadersConfig'],
  });
  const security = config.object('SecurityHeadersConfig') as Readonly<Record<string, Json>>;
  const custom = (config.object('CustomHeadersConfig')['Items'] ?? []) as readonly Json[];
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(security)) {
    const header = SECURITY_HEADERS[name];
    if (header === undefined)
      throw new Error(`${label(policy)}: header ${name} is not known to the local cloud`);
    headers[header[0]] = header[1](value);
  }
  for (const item of custom) headers[String(item['Header']).toLowerCase()] = String(item['Value']);
  return headers;
}

const isTrue = (value: unknown): boolean => String(value) === 'true';

const SECURITY_HEADERS: Readonly<Record<string, readonly [header: string, value: (config: Json) => string]>> =
  {
    ContentSecurityPolicy: ['content-security-policy', (config) => String(config['ContentSecurityPolicy'])],
    ContentTypeOptions: ['x-content-type-options', () => 'nosniff'],
    FrameOptions: ['x-frame-options', (config) => String(config['FrameOption'])],
    ReferrerPolicy: ['referrer-policy', (config) => String(config['ReferrerPolicy'])],
    StrictTransportSecurity: [
      'strict-transport-security',
      (config) =>
        `max-age=${String(config['AccessControlMaxAgeSec'])}` +
        (isTrue(config['IncludeSubdomains']) ? '; includeSubDomains' : '') +
        (isTrue(config['Preload']) ? '; preload' : ''),
    ],
    XSSProtection: [
      'x-xss-protection',
      (config) =>
        isTrue(config['Protection']) ? `1${isTrue(config['ModeBlock']) ? '; mode=block' : ''}` : '0',
    ],
  };
