/** Cognito user pools: groups, custom attributes, clients and resource servers. */
import { propertiesOf, type Properties } from './properties.ts';
import { label, type Resource, type Resources } from './resources.ts';
import type { UserPool, UserPoolClient } from './types.ts';
import { textOf } from '../text.ts';

export function readUserPools(resources: Resources): UserPool[] {
  return resources.ofType('AWS::Cognito::UserPool').map((resource) => {
    const properties = propertiesOf(resource, {
      played: ['UserPoolName', 'Schema'],
      withoutEffect: [
        'AccountRecoverySetting',
        'AdminCreateUserConfig',
        'AliasAttributes',
        'AutoVerifiedAttributes',
        'DeletionProtection',
        'DeviceConfiguration',
        'EmailVerificationMessage',
        'EmailVerificationSubject',
        'EnabledMfas',
        'MfaConfiguration',
        'Policies',
        'SmsVerificationMessage',
        'UserAttributeUpdateSettings',
        'UserPoolAddOns',
        'UserPoolTags',
        'UserPoolTier',
        'UsernameAttributes',
        'UsernameConfiguration',
        'VerificationMessageTemplate',
      ],
    });
    const mine = (type: string): Resource[] =>
      resources.ofType(type).filter((part) => part.properties['UserPoolId'] === resource.ref);
    return {
      id: resource.ref,
      arn: resources.attribute(resource, 'Arn'),
      name: resource.identity.name,
      customAttributes: readCustomAttributes(properties),
      groups: mine('AWS::Cognito::UserPoolGroup').map((group) => {
        const details = propertiesOf(group, {
          played: ['UserPoolId', 'GroupName', 'Description', 'Precedence'],
          withoutEffect: [],
        });
        const description = details.maybeText('Description');
        const precedence = details.maybeNumber('Precedence');
        return {
          name: details.text('GroupName'),
          ...(description === undefined ? {} : { description }),
          ...(precedence === undefined ? {} : { precedence }),
        };
      }),
      clients: mine('AWS::Cognito::UserPoolClient').map(readClient),
      resourceServers: mine('AWS::Cognito::UserPoolResourceServer').map((server) => {
        const details = propertiesOf(server, {
          played: ['UserPoolId', 'Identifier', 'Name', 'Scopes'],
          withoutEffect: [],
        });
        return {
          identifier: details.text('Identifier'),
          name: details.text('Name'),
          scopes: details.list('Scopes').map((scope) => ({
            name: String(scope['ScopeName']),
            description: String(scope['ScopeDescription']),
          })),
        };
      }),
    };
  });
}

const STANDARD_ATTRIBUTES = new Set(
  (
    'address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture ' +
    'preferred_username profile updated_at website zoneinfo'
  ).split(' '),
);

function readCustomAttributes(properties: Properties): UserPool['customAttributes'] {
  return properties
    .list('Schema')
    .filter((attribute) => !STANDARD_ATTRIBUTES.has(String(attribute['Name'])))
    .map((attribute) => {
      const limits = (attribute['StringAttributeConstraints'] ?? {}) as Readonly<Record<string, unknown>>;
      const maxLength = limits['MaxLength'];
      return {
        name: String(attribute['Name']),
        mutable: textOf(attribute['Mutable'] ?? true) === 'true',
        ...(maxLength === undefined ? {} : { maxLength: Number(maxLength) }),
      };
    });
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

function readClient(resource: Resource): UserPoolClient {
  const properties = propertiesOf(resource, {
    played: [
      'UserPoolId',
      'ClientName',
      'GenerateSecret',
      'ExplicitAuthFlows',
      'AllowedOAuthFlows',
      'AllowedOAuthScopes',
      'ReadAttributes',
      'WriteAttributes',
      'AccessTokenValidity',
      'IdTokenValidity',
      'TokenValidityUnits',
    ],
    withoutEffect: [
      'AllowedOAuthFlowsUserPoolClient',
      'AuthSessionValidity',
      'CallbackURLs',
      'EnableTokenRevocation',
      'LogoutURLs',
      'PreventUserExistenceErrors',
      'RefreshTokenRotation',
      'RefreshTokenValidity',
      'SupportedIdentityProviders',
    ],
  });
  const units = properties.object('TokenValidityUnits');
  const seconds = (validity: string, unit: string): number => {
    const factor = UNIT_SECONDS[textOf(units[unit] ?? 'hours')];
    if (factor === undefined)
      throw new Error(`${label(resource)}: token validity unit ${String(units[unit])}`);
    return properties.number(validity, 1) * factor;
  };
  return {
    id: resource.ref,
    name: resource.identity.name,
    generateSecret: properties.flag('GenerateSecret', false),
    explicitAuthFlows: properties.texts('ExplicitAuthFlows'),
    oauthFlows: properties.texts('AllowedOAuthFlows'),
    scopes: properties.texts('AllowedOAuthScopes'),
    readAttributes: properties.texts('ReadAttributes'),
    writeAttributes: properties.texts('WriteAttributes'),
    accessTokenSeconds: seconds('AccessTokenValidity', 'AccessToken'),
    idTokenSeconds: seconds('IdTokenValidity', 'IdToken'),
  };
}
