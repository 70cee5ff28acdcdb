/** HTTP APIs and user pools. */
import type { Json } from './cloud-assembly.ts';
import { checked, propertiesOf } from './properties.ts';
import { functionByReference } from './read-functions.ts';
import { label, type Resource, type Resources } from './resources.ts';
import type { Authorizer, HttpApi, HttpRoute, LambdaFunction } from './types.ts';

const DEFAULT_INTEGRATION_MS = 30_000;

export function readHttpApis(resources: Resources, functions: readonly LambdaFunction[]): HttpApi[] {
  return resources.ofType('AWS::ApiGatewayV2::Api').map((resource) => {
    const properties = propertiesOf(resource, {
      played: ['Name', 'ProtocolType', 'CorsConfiguration'],
      withoutEffect: ['Description', 'DisableExecuteApiEndpoint', 'Tags', 'IpAddressType'],
    });
    if (properties.text('ProtocolType') !== 'HTTP')
      throw new Error(`${label(resource)}: only HTTP APIs are known`);
    const mine = (type: string): Resource[] =>
      resources.ofType(type).filter((part) => part.properties['ApiId'] === resource.ref);
    const [stage, ...others] = mine('AWS::ApiGatewayV2::Stage');
    if (stage === undefined || others.length > 0)
      throw new Error(`${label(resource)}: needs exactly one stage`);
    return {
      id: resource.ref,
      name: properties.text('Name'),
      endpoint: resources.attribute(resource, 'ApiEndpoint'),
      stage: stage.identity.name,
      routes: mine('AWS::ApiGatewayV2::Route').map((route) =>
        readRoute(route, mine('AWS::ApiGatewayV2::Integration'), functions),
      ),
      authorizers: mine('AWS::ApiGatewayV2::Authorizer').map(readAuthorizer),
      ...readCors(properties.object('CorsConfiguration'), label(resource)),
    };
  });
}

function readRoute(
  resource: Resource,
  integrations: readonly Resource[],
  functions: readonly LambdaFunction[],
): HttpRoute {
  const properties = propertiesOf(resource, {
    played: ['ApiId', 'RouteKey', 'Target', 'AuthorizationType', 'AuthorizerId', 'AuthorizationScopes'],
    withoutEffect: ['OperationName'],
  });
  const integration = integrations.find((one) => `integrations/${one.ref}` === properties.text('Target'));
  if (integration === undefined)
    throw new Error(`${label(resource)}: its integration is not in the templates`);
  const details = propertiesOf(integration, {
    played: ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion', 'TimeoutInMillis'],
    withoutEffect: ['Description', 'IntegrationMethod', 'ConnectionType'],
  });
  const target = functionByReference(functionOf(details.text('IntegrationUri')), functions);
  if (details.text('IntegrationType') !== 'AWS_PROXY' || details.text('PayloadFormatVersion') !== '2.0') {
    throw new Error(`${label(integration)}: only AWS_PROXY integrations with payload 2.0 are known`);
  }
  if (target === undefined) throw new Error(`${label(integration)}: its function is not in the templates`);
  const type = properties.maybeText('AuthorizationType') ?? 'NONE';
  if (type !== 'NONE' && type !== 'JWT')
    throw new Error(`${label(resource)}: authorization ${type} is not known`);
  return {
    routeKey: properties.text('RouteKey'),
    functionId: target.id,
    timeoutMs: details.number('TimeoutInMillis', DEFAULT_INTEGRATION_MS),
    ...(type === 'JWT' ? { authorizerId: properties.text('AuthorizerId') } : {}),
    scopes: properties.texts('AuthorizationScopes'),
  };
}

/** Both forms occur: the bare function ARN and API Gateway's invocation path around it. */
function functionOf(uri: string): string {
  return /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1] ?? uri;
}

function readAuthorizer(resource: Resource): Authorizer {
  const properties = propertiesOf(resource, {
    played: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration', 'Name'],
    withoutEffect: [],
  });
  if (properties.text('AuthorizerType') !== 'JWT')
    throw new Error(`${label(resource)}: only JWT authorizers are known`);
  const jwt = properties.object('JwtConfiguration');
  return {
    id: resource.ref,
    name: properties.text('Name'),
    issuer: String(jwt['Issuer']),
    audience: ((jwt['Audience'] ?? []) as readonly unknown[]).map(String),
    identitySource: properties.texts('IdentitySource'),
  };
}

function readCors(raw: Json, where: string): Pick<HttpApi, 'cors'> {
  if (Object.keys(raw).length === 0) return {};
  const cors = checked(raw, where, {
    played: ['AllowOrigins', 'AllowMethods', 'AllowHeaders', 'ExposeHeaders', 'MaxAge'],
    withoutEffect: ['AllowCredentials'],
  });
  const maxAgeSeconds = cors.maybeNumber('MaxAge');
  return {
    cors: {
      allowOrigins: cors.texts('AllowOrigins'),
      allowMethods: cors.texts('AllowMethods'),
      allowHeaders: cors.texts('AllowHeaders'),
      exposeHeaders: cors.texts('ExposeHeaders'),
      ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
    },
  };
}
