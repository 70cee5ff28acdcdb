import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolClient,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { MACHINE_CLIENTS } from '#infra/machine-clients.ts';
import { removalPolicyOf, type Stage } from '#infra/stages.ts';
import { RESOURCE_SERVER, ROLES, SCOPES, type Scope } from '#shared/domain/roles.ts';

/** Cognito keeps an attribute of at most this many characters: about 180 communes, more than three times the province. */
const LONGEST_ATTRIBUTE = 2048;

/** Who may sign in: officers with a role and an area, and systems with scopes. Nobody signs up alone. */
export class Identity extends Construct {
  readonly pool: UserPool;
  /** Where the pool answers `POST /oauth2/token`. */
  readonly tokenHost: string;
  readonly clients: readonly UserPoolClient[];

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.pool = this.#userPool(stage);
    for (const role of ROLES) this.pool.addGroup(role, { groupName: role, description: `Role ${role}` });
    const domainPrefix = `policy-credit-${stage.name}-${Aws.ACCOUNT_ID}`;
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.tokenHost = `${domainPrefix}.auth.${Stack.of(this).region}.amazoncognito.com`;
    this.clients = [this.#people(stage), ...this.#systems(stage)];
  }

  #userPool(stage: Stage): UserPool {
    return new UserPool(this, 'Pool', {
      userPoolName: `${stage.name}-officers`,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { fullname: { mutable: true } },
      customAttributes: {
        areas: new StringAttribute({ mutable: true, maxLen: LONGEST_ATTRIBUTE }),
        organisation: new StringAttribute({ mutable: true, maxLen: 64 }),
      },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: stage.mfa === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      // Circular 09/2020/TT-NHNN: an account belongs to exactly one person; an administrator gives it back to them.
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: stage.protectsData,
      removalPolicy: removalPolicyOf(stage),
    });
  }

  #people(stage: Stage): UserPoolClient {
    return this.pool.addClient('People', {
      userPoolClientName: `${stage.name}-people`,
      generateSecret: false,
      authFlows: { userPassword: true, userSrp: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // A role or an area taken away is gone within half an hour; a working day needs one sign-in.
      idTokenValidity: Duration.minutes(30),
      accessTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.hours(10),
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ fullname: true })
        .withCustomAttributes('areas', 'organisation'),
      // Left to its default a client may write every attribute: people could give themselves the whole province.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
    });
  }

  #systems(stage: Stage): UserPoolClient[] {
    const scopes = new Map<Scope, ResourceServerScope>(
      SCOPES.map((scope) => [
        scope,
        new ResourceServerScope({ scopeName: scope, scopeDescription: `Scope ${scope}` }),
      ]),
    );
    const server = new UserPoolResourceServer(this, 'ResourceServer', {
      userPool: this.pool,
      identifier: RESOURCE_SERVER,
      userPoolResourceServerName: RESOURCE_SERVER,
      scopes: [...scopes.values()],
    });
    return Object.entries(MACHINE_CLIENTS).map(([name, allowed]) => {
      const client = this.pool.addClient(name, {
        userPoolClientName: `${stage.name}-${name}`,
        generateSecret: true,
        oAuth: {
          flows: { clientCredentials: true },
          scopes: [...scopes]
            .filter(([scope]) => allowed.some((known) => known === scope))
            .map(([, resourceScope]) => OAuthScope.resourceServer(server, resourceScope)),
        },
        enableTokenRevocation: true,
        accessTokenValidity: Duration.minutes(30),
      });
      // CDK has no word for "no sign-in of people"; without it Cognito would allow password sign-in here too.
      if (client.node.defaultChild instanceof CfnUserPoolClient) {
        client.node.defaultChild.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
      }
      return client;
    });
  }
}
