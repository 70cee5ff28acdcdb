/**
 * Writes the user pool of the templates into the files of cognito-local before it starts.
 *
 * Creating pool and clients over its API would give them new ids, and the ids of the template are in the authorizer
 * and in the functions' environment. People added by hand stay; the demo accounts are renewed at every start.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UserPool, UserPoolClient } from '../assembly/types.ts';
import type { DemoAccount } from './accounts.ts';

type Records = Readonly<Record<string, unknown>>;

export interface IdentityFiles {
  readonly folder: string;
  readonly region: string;
  readonly pool: UserPool;
  readonly accounts: readonly DemoAccount[];
  readonly password: string;
}

/** The issuer is the one the template's authorizer expects, so tokens are what they would be in AWS. */
export function issuerOf(pool: UserPool, region: string): string {
  return `${issuerDomain(region)}/${pool.id}`;
}

/** Stable over restarts; it protects nothing but a server that only this machine reaches. */
export function clientSecretOf(client: UserPoolClient): string {
  return digest(`secret of ${client.id}`).slice(0, 51);
}

export function writeIdentityFiles(files: IdentityFiles): void {
  const { pool } = files;
  const database = join(files.folder, '.cognito', 'db');
  mkdirSync(database, { recursive: true });
  writeJson(join(files.folder, '.cognito', 'config.json'), {
    TokenConfig: { IssuerDomain: issuerDomain(files.region) },
    UserPoolDefaults: { UsernameAttributes: [] },
  });
  const clients = join(database, 'clients.json');
  writeJson(clients, {
    Clients: Object.fromEntries(pool.clients.map((client) => [client.id, clientRecord(pool, client)])),
  });
  const poolFile = join(database, `${pool.id}.json`);
  const kept = (readJson(poolFile)['Users'] ?? {}) as Records;
  const users = Object.fromEntries(
    files.accounts.map((account) => [account.username, userRecord(files, account)]),
  );
  writeJson(poolFile, {
    Users: { ...kept, ...users },
    Options: {
      Id: pool.id,
      Name: pool.name,
      Arn: pool.arn,
      UsernameAttributes: [],
      MfaConfiguration: 'OFF',
      SchemaAttributes: pool.customAttributes.map(({ name }) => ({
        Name: `custom:${name}`,
        AttributeDataType: 'String',
        Mutable: true,
      })),
    },
    Groups: Object.fromEntries(
      pool.groups.map((group) => [
        group.name,
        {
          GroupName: group.name,
          Description: group.description,
          UserPoolId: pool.id,
          members: files.accounts.filter(({ role }) => role === group.name).map(({ username }) => username),
        },
      ]),
    ),
  });
}

function clientRecord(pool: UserPool, client: UserPoolClient): Records {
  return {
    ClientId: client.id,
    ClientName: client.name,
    ClientSecret: client.generateSecret ? clientSecretOf(client) : undefined,
    UserPoolId: pool.id,
    ExplicitAuthFlows: client.explicitAuthFlows,
    AllowedOAuthFlows: client.oauthFlows,
    AllowedOAuthScopes: client.scopes,
    AccessTokenValidity: client.accessTokenSeconds,
    IdTokenValidity: client.idTokenSeconds,
    RefreshTokenValidity: 1,
    TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'seconds', RefreshToken: 'days' },
  };
}

function userRecord(files: IdentityFiles, account: DemoAccount): Records {
  const attributes = {
    sub: subOf(account.username),
    name: account.nameVi,
    'custom:areas': account.areas.join(','),
    ...(account.organisation === null ? {} : { 'custom:organisation': account.organisation }),
  };
  return {
    Username: account.username,
    Password: files.password,
    Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    Enabled: true,
    UserStatus: 'CONFIRMED',
    RefreshTokens: [],
  };
}

/** A person keeps the same subject for ever, because facts name it. */
export function subOf(username: string): string {
  const hex = digest(`subject of ${username}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function issuerDomain(region: string): string {
  return `https://cognito-idp.${region}.amazonaws.com`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readJson(file: string): Records {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Records;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value, null, 2));
}
