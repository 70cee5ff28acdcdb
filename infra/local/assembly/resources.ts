/** All resources of all stacks with their properties resolved, and the lookups readers need. */
import type { CloudAssemblyFiles, Json, StackFiles, TemplateResource } from './cloud-assembly.ts';
import { condition, resolve, type Scope } from './intrinsics.ts';
import { RESOURCE_TYPES, type Identity, type ResourceType } from './resource-types.ts';
import { textOf } from '../text.ts';

export interface Resource {
  readonly identity: Identity;
  readonly ref: string;
  readonly properties: Json;
}

export interface Resources {
  readonly account: string;
  readonly region: string;
  ofType(type: string): readonly Resource[];
  readonly inert: readonly Resource[];
  /** Path on this machine of an asset by its object key. */
  asset(objectKey: string, wantedBy: Resource): string;
  readonly outputs: Readonly<Record<string, string>>;
  attribute(resource: Resource, name: string): string;
}

/**
 * @throws Error naming the first resource type, attribute or intrinsic the local cloud does not know
 */
export function resolveResources(files: CloudAssemblyFiles): Resources {
  const scopes = new Map(files.stacks.map((stack) => [stack.name, scopeOf(stack, files)] as const));
  const scope = (stack: string): Scope => {
    const found = scopes.get(stack);
    if (found === undefined) throw new Error(`Stack ${stack} does not exist`);
    return found;
  };
  const resources = files.stacks.flatMap((stack) =>
    livingResources(stack, scope(stack.name)).map(([logicalId, raw]): Resource => {
      const identity = identify(stack.name, logicalId, raw, scope(stack.name));
      return {
        identity,
        ref: typeOf(raw.Type, stack.name, logicalId).ref(identity),
        properties: resolve(raw.Properties ?? {}, scope(stack.name)) as Json,
      };
    }),
  );
  const outputs = files.stacks.flatMap((stack) =>
    Object.entries(stack.template.Outputs ?? {}).map(
      ([id, output]) => [`${stack.name}.${id}`, String(resolve(output.Value, scope(stack.name)))] as const,
    ),
  );
  return {
    account: files.account,
    region: files.region,
    ofType: (type) => resources.filter((resource) => resource.identity.type === type),
    inert: resources.filter((resource) => RESOURCE_TYPES[resource.identity.type]?.inert === true),
    asset: (objectKey, wantedBy) => {
      const path = files.stacks
        .find((stack) => stack.name === wantedBy.identity.stack)
        ?.assets.get(objectKey);
      if (path === undefined)
        throw new Error(`${label(wantedBy)}: asset ${objectKey} is not in the assembly`);
      return path;
    },
    outputs: Object.fromEntries(outputs),
    attribute: (resource, name) => attributeOf(resource.identity, name),
  };
}

export function label(resource: Resource): string {
  return `${resource.identity.stack}/${resource.identity.logicalId} (${resource.identity.type})`;
}

function scopeOf(stack: StackFiles, files: CloudAssemblyFiles): Scope {
  const raw = (logicalId: string): TemplateResource => {
    const found = stack.template.Resources?.[logicalId];
    if (found === undefined) throw new Error(`${stack.name}: nothing is called ${logicalId}`);
    return found;
  };
  const scope: Scope = {
    stackName: stack.name,
    account: stack.account,
    region: stack.region,
    parameters: stack.template.Parameters ?? {},
    conditions: stack.template.Conditions ?? {},
    mappings: stack.template.Mappings ?? {},
    ref: (logicalId) => {
      const resource = raw(logicalId);
      return typeOf(resource.Type, stack.name, logicalId).ref(
        identify(stack.name, logicalId, resource, scope),
      );
    },
    attribute: (logicalId, name) => attributeOf(identify(stack.name, logicalId, raw(logicalId), scope), name),
    importValue: (exportName) => importValue(exportName, files),
  };
  return scope;
}

function importValue(exportName: string, files: CloudAssemblyFiles): unknown {
  for (const stack of files.stacks) {
    const scope = scopeOf(stack, files);
    for (const output of Object.values(stack.template.Outputs ?? {})) {
      if (output.Export !== undefined && resolve(output.Export.Name, scope) === exportName) {
        return resolve(output.Value, scope);
      }
    }
  }
  throw new Error(`No stack exports ${exportName}`);
}

function livingResources(stack: StackFiles, scope: Scope): [string, TemplateResource][] {
  return Object.entries(stack.template.Resources ?? {}).filter(
    ([, resource]) => resource.Condition === undefined || condition(resource.Condition, scope),
  );
}

function typeOf(type: string, stack: string, logicalId: string): ResourceType {
  const known = RESOURCE_TYPES[type];
  if (known === undefined) throw new Error(`${stack}/${logicalId}: ${type} is not known to the local cloud`);
  return known;
}

function identify(stack: string, logicalId: string, raw: TemplateResource, scope: Scope): Identity {
  const type = typeOf(raw.Type, stack, logicalId);
  const given =
    type.nameProperty === undefined ? undefined : resolve(raw.Properties?.[type.nameProperty], scope);
  return {
    type: raw.Type,
    stack,
    logicalId,
    account: scope.account,
    region: scope.region,
    name: given === undefined ? `${stack}-${logicalId}` : textOf(given),
  };
}

function attributeOf(identity: Identity, name: string): string {
  const give = typeOf(identity.type, identity.stack, identity.logicalId).attributes[name];
  if (give === undefined) {
    throw new Error(
      `${identity.stack}/${identity.logicalId}: ${identity.type} has no attribute ${name} here`,
    );
  }
  return give(identity);
}
