import { beforeAll, describe, expect, test } from 'vitest';
import { BENEFICIARY } from '#beneficiary/manifest.ts';
import { CAPITAL } from '#capital/manifest.ts';
import { LENDING } from '#lending/manifest.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { routeKey } from '#shared/contracts/route.ts';
import type { Route } from '#shared/contracts/route.ts';
import { ROLES, SCOPES } from '#shared/domain/roles.ts';
import { at, listOf, mentions, synthesise } from './templates.ts';
import type { Templates } from './templates.ts';

let templates: Templates;

/** The function whose manifest has a route. */
function answering(key: string): string {
  const found = [BENEFICIARY, CAPITAL, LENDING]
    .flatMap(({ functions }) => functions)
    .find(
      (one) =>
        one.kind === 'http' && Object.values<Route>(one.routes).some((route) => routeKey(route) === key),
    );
  return `prod-${found?.service ?? 'nobody'}-${found?.name ?? 'nothing'}`;
}

beforeAll(() => {
  templates = synthesise('prod');
});

describe('the gateway', () => {
  const contracts: Pick<Route, 'method' | 'path'>[] = [
    ...Object.values(BENEFICIARY_ROUTES),
    ...Object.values(CAPITAL_ROUTES),
    ...Object.values(LENDING_ROUTES),
  ];

  test('has one route for each contract, and no other', () => {
    const deployed = templates
      .of('AWS::ApiGatewayV2::Route')
      .map(({ properties }) => String(properties['RouteKey']));
    expect(deployed.sort()).toEqual(contracts.map(routeKey).sort());
  });

  test('asks for a token of the user pool on every route', () => {
    const [authorizer, ...others] = templates.of('AWS::ApiGatewayV2::Authorizer');
    expect(others).toEqual([]);
    if (authorizer === undefined) throw new Error('no authorizer');
    for (const { properties } of templates.of('AWS::ApiGatewayV2::Route')) {
      expect(properties['AuthorizationType']).toBe('JWT');
      expect(mentions(properties['AuthorizerId'], authorizer)).toBe(true);
    }
    const audience = listOf(at(authorizer.properties, 'JwtConfiguration', 'Audience'));
    const clients = templates.of('AWS::Cognito::UserPoolClient');
    expect(audience).toHaveLength(clients.length);
    for (const client of clients) expect(mentions(audience, client)).toBe(true);
  });

  test('sends each route to the function of its service that has its handler', () => {
    for (const route of templates.of('AWS::ApiGatewayV2::Route')) {
      const service = route.stack.replace('prod-', '');
      expect(route.properties['RouteKey']).toMatch(new RegExp(`^(GET|POST|PUT) /v1/${service}/`));
      const [integration] = templates
        .of('AWS::ApiGatewayV2::Integration')
        .filter(
          (candidate) => candidate.stack === route.stack && mentions(route.properties['Target'], candidate),
        );
      const name = answering(String(route.properties['RouteKey']));
      const http = templates.functions().find(({ properties }) => properties['FunctionName'] === name);
      if (http === undefined) throw new Error(`no function ${name}`);
      expect(mentions(integration?.properties['IntegrationUri'], http)).toBe(true);
      expect(integration?.properties['PayloadFormatVersion']).toBe('2.0');
    }
  });

  test('is throttled, and writes who called which route but nothing of what was said', () => {
    const [stage] = templates.of('AWS::ApiGatewayV2::Stage');
    expect(stage?.properties['DefaultRouteSettings']).toMatchObject({
      ThrottlingRateLimit: 500,
      ThrottlingBurstLimit: 1000,
    });
    const format = String(at(stage?.properties, 'AccessLogSettings', 'Format'));
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/\$context\.(path|requestOverride|authorizer\.claims\.(name|email))/);
  });
});

describe('the user pool', () => {
  const client = (name: string) => {
    const [found] = templates
      .of('AWS::Cognito::UserPoolClient')
      .filter(({ properties }) => properties['ClientName'] === `prod-${name}`);
    return found?.properties ?? {};
  };

  test('lets nobody sign up alone and asks for a second factor', () => {
    expect(templates.of('AWS::Cognito::UserPool').map(({ properties }) => properties)).toMatchObject([
      {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: 'ON',
        DeletionProtection: 'ACTIVE',
        Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
      },
    ]);
  });

  test('has a group for each role and a scope for each kind of system access', () => {
    const groups = templates
      .of('AWS::Cognito::UserPoolGroup')
      .map(({ properties }) => String(properties['GroupName']));
    expect(groups.sort()).toEqual([...ROLES].sort());
    const [server] = templates.of('AWS::Cognito::UserPoolResourceServer');
    expect(
      listOf(server?.properties['Scopes'])
        .map((scope) => String(at(scope, 'ScopeName')))
        .sort(),
    ).toEqual([...SCOPES].sort());
  });

  test('does not let people widen their own area or change their organisation', () => {
    expect(client('people')['WriteAttributes']).toEqual(['name']);
    expect(client('people')['GenerateSecret']).toBe(false);
    expect(client('people')['AllowedOAuthFlowsUserPoolClient']).toBe(false);
  });

  test('gives systems client credentials only, each the scopes it needs', () => {
    for (const name of ['provincial-data-hub', 'reference-loader']) {
      expect(client(name)).toMatchObject({
        GenerateSecret: true,
        AllowedOAuthFlows: ['client_credentials'],
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      });
    }
    expect(JSON.stringify(client('provincial-data-hub')['AllowedOAuthScopes'])).not.toContain('write');
  });
});

describe('the public address', () => {
  const config = (): unknown =>
    templates.of('AWS::CloudFront::Distribution')[0]?.properties['DistributionConfig'];

  test('answers documents from the bucket, the rest of /v1 from the gateway and tokens from the user pool, in this order', () => {
    const behaviours = listOf(at(config(), 'CacheBehaviors'));
    expect(behaviours.map((behaviour) => at(behaviour, 'PathPattern'))).toEqual([
      '/docs*',
      '/v1/openapi.json',
      '/v1/events.json',
      '/v1/*',
      '/oauth2/token',
    ]);
    const pages = at(config(), 'DefaultCacheBehavior', 'TargetOriginId');
    expect(behaviours.map((behaviour) => at(behaviour, 'TargetOriginId') === pages)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    const tokens = at(behaviours.at(-1), 'TargetOriginId');
    const origin = listOf(at(config(), 'Origins')).find((one) => at(one, 'Id') === tokens);
    const [domain] = templates.of('AWS::Cognito::UserPoolDomain');
    const prefix = JSON.stringify(domain?.properties['Domain']).match(/policy-credit-\w+/)?.[0];
    expect(prefix).toBe('policy-credit-prod');
    expect(JSON.stringify(at(origin, 'DomainName'))).toMatch(
      /policy-credit-prod-.*\.auth\..*amazoncognito\.com/,
    );
  });

  test('stands behind the firewall, speaks HTTPS only and sends the security headers everywhere', () => {
    expect(at(config(), 'WebACLId')).toEqual({ Ref: 'WebAclArn' });
    for (const behaviour of [
      at(config(), 'DefaultCacheBehavior'),
      ...listOf(at(config(), 'CacheBehaviors')),
    ]) {
      expect(at(behaviour, 'ViewerProtocolPolicy')).not.toBe('allow-all');
      expect(at(behaviour, 'ResponseHeadersPolicyId')).toBeDefined();
    }
    const [shield] = templates.of('AWS::WAFv2::WebACL');
    expect(shield?.properties['Scope']).toBe('CLOUDFRONT');
    expect(listOf(shield?.properties['Rules']).length).toBeGreaterThanOrEqual(4);
  });

  test('keeps its files in buckets nobody reaches but through it', () => {
    for (const { properties } of templates.of('AWS::S3::Bucket')) {
      expect(properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
    expect(templates.of('AWS::CloudFront::OriginAccessControl')).toHaveLength(1);
  });
});
