import type { App } from 'aws-cdk-lib';
import { platformStacks } from '#infra/platform-app.ts';
import { stageNamed, type StageName } from '#infra/stages.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Resource {
  readonly id: string;
  readonly stack: string;
  readonly type: string;
  readonly properties: Json;
  readonly deletionPolicy: unknown;
}

/** The synthesised templates of one stage, as a list of resources that can be asked about. */
export class Templates {
  readonly resources: readonly Resource[];

  constructor(resources: readonly Resource[]) {
    this.resources = resources;
  }

  of(type: string): Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** Our own functions: CDK's helper that copies the site is not deployed code of the platform. */
  functions(): Resource[] {
    return this.of('AWS::Lambda::Function').filter(({ id }) => !id.startsWith('CustomCDKBucketDeployment'));
  }

  /** Statements of every policy attached to a role. */
  statementsOf(role: Resource): Json[] {
    return this.of('AWS::IAM::Policy')
      .filter((policy) => policy.stack === role.stack && mentions(policy.properties['Roles'], role))
      .flatMap((policy) => at(policy.properties, 'PolicyDocument', 'Statement') as Json[]);
  }

  roleOf(resource: Resource): Resource {
    return this.#only(
      'AWS::IAM::Role',
      resource,
      resource.properties['Role'] ?? resource.properties['RoleArn'],
    );
  }

  #only(type: string, from: Resource, reference: unknown): Resource {
    const found = this.of(type).filter(
      ({ stack, id }) => stack === from.stack && mentions(reference, { id }),
    );
    if (found.length !== 1 || found[0] === undefined)
      throw new Error(`${from.id} names ${String(found.length)} ${type}`);
    return found[0];
  }
}

/** Without the checks of policies and templates, which have a test of their own and take most of the time. */
export function synthesise(stage: StageName): Templates {
  process.env['CDK_VALIDATION'] = 'false';
  return templatesOf(platformStacks(stageNamed(stage)));
}

function templatesOf(app: App): Templates {
  return new Templates(
    app.synth().stacks.flatMap((stack) => {
      const { Resources = {} } = stack.template as { Resources?: Record<string, Json> };
      return Object.entries(Resources).map(([id, resource]) => ({
        id,
        stack: stack.stackName,
        type: String(resource['Type']),
        properties: (resource['Properties'] ?? {}) as Json,
        deletionPolicy: resource['DeletionPolicy'],
      }));
    }),
  );
}

/** True when `Ref`, `Fn::GetAtt` or an export name inside `value` names the resource. */
export function mentions(value: unknown, { id }: Pick<Resource, 'id'>): boolean {
  const text = JSON.stringify(value ?? null);
  return text.includes(`"${id}"`) || text.includes(`GetAtt${id}`) || text.includes(`OutputRef${id}`);
}

/** What lies at a path of keys, or undefined. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

/** IAM and CloudFormation write one thing or a list of things. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Resource names and ids, for messages that say which one is wrong. */
export function namesOf(resources: readonly Resource[]): string[] {
  return resources.map(({ stack, id }) => `${stack}/${id}`).sort();
}
