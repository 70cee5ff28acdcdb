/**
 * Resolves CloudFormation intrinsics to concrete values. What a reference means is told by the caller,
 * so that this file knows the language and nothing about any service.
 */

export interface Scope {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly parameters: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  ref(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  importValue(exportName: string): unknown;
}

/** Stands for `AWS::NoValue`: the property or list item disappears. */
const NO_VALUE = Symbol('AWS::NoValue');

/**
 * The value with every intrinsic in it replaced.
 *
 * @throws Error naming an intrinsic, reference, export or mapping that is not known
 */
export function resolve(value: unknown, scope: Scope): unknown {
  const resolved = resolveAny(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

/** The truth of a named condition. */
export function condition(name: string, scope: Scope): boolean {
  if (!(name in scope.conditions)) throw new Error(`${scope.stackName}: condition ${name} does not exist`);
  return truth(scope.conditions[name], scope);
}

function resolveAny(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolveAny(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    return resolveIntrinsic(only[0], only[1], scope);
  }
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, resolveAny(item, scope)] as const)
      .filter(([, item]) => item !== NO_VALUE),
  );
}

function resolveIntrinsic(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return reference(String(argument), scope);
    case 'Fn::GetAtt':
      return getAttribute(argument, scope);
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::Join': {
      const [separator, items] = list(argument, scope);
      return (items as unknown[]).map(String).join(String(separator));
    }
    case 'Fn::Select': {
      const [index, items] = list(argument, scope);
      return (items as unknown[])[Number(index)];
    }
    case 'Fn::Split': {
      const [separator, text] = list(argument, scope);
      return String(text).split(String(separator));
    }
    case 'Fn::ImportValue':
      return scope.importValue(String(resolveAny(argument, scope)));
    case 'Fn::If': {
      const [test, yes, no] = argument as [string, unknown, unknown];
      return resolveAny(condition(test, scope) ? yes : no, scope);
    }
    case 'Fn::Equals':
    case 'Fn::And':
    case 'Fn::Or':
    case 'Fn::Not':
      return truth({ [name]: argument }, scope);
    case 'Fn::FindInMap':
      return findInMap(list(argument, scope), scope);
    case 'Fn::Base64':
      return Buffer.from(String(resolveAny(argument, scope))).toString('base64');
    default:
      throw new Error(`${scope.stackName}: intrinsic ${name} is not known to the local cloud`);
  }
}

function reference(name: string, scope: Scope): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return scope.account;
    case 'AWS::Region':
      return scope.region;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return scope.stackName;
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${scope.region}:${scope.account}:stack/${scope.stackName}/local`;
    case 'AWS::NoValue':
      return NO_VALUE;
    default:
      // A parameter is filled in by whoever deploys; here nobody does, and its name says so wherever it shows.
      return name in scope.parameters
        ? (scope.parameters[name]?.Default ?? `parameter ${name}`)
        : scope.ref(name);
  }
}

function getAttribute(argument: unknown, scope: Scope): unknown {
  if (Array.isArray(argument)) {
    const [logicalId, ...path] = argument.map(String);
    return scope.attribute(logicalId ?? '', path.join('.'));
  }
  const text = String(argument);
  const dot = text.indexOf('.');
  return scope.attribute(text.slice(0, dot), text.slice(dot + 1));
}

function substitute(argument: unknown, scope: Scope): string {
  const [template, variables] = Array.isArray(argument)
    ? (argument as [string, object])
    : [String(argument), {}];
  const known = resolveAny(variables, scope) as Readonly<Record<string, unknown>>;
  return template.replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    if (name in known) return String(known[name]);
    return String(name.includes('.') ? getAttribute(name, scope) : reference(name, scope));
  });
}

function list(argument: unknown, scope: Scope): unknown[] {
  return (argument as unknown[]).map((item) => resolveAny(item, scope));
}

function findInMap([map, top, second]: readonly unknown[], scope: Scope): unknown {
  const table = scope.mappings[String(map)] as
    Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  const found = table?.[String(top)]?.[String(second)];
  if (found === undefined) {
    throw new Error(`${scope.stackName}: mapping ${String(map)} has no ${String(top)}.${String(second)}`);
  }
  return found;
}

function truth(test: unknown, scope: Scope): boolean {
  const [entry] = Object.entries(test as Readonly<Record<string, unknown>>);
  const [name, argument] = entry ?? ['', undefined];
  switch (name) {
    case 'Fn::Equals': {
      const [a, b] = list(argument, scope);
      return a === b;
    }
    case 'Fn::And':
      return (argument as unknown[]).every((part) => truth(part, scope));
    case 'Fn::Or':
      return (argument as unknown[]).some((part) => truth(part, scope));
    case 'Fn::Not':
      return !truth((argument as unknown[])[0], scope);
    case 'Condition':
      return condition(String(argument), scope);
    default:
      throw new Error(`${scope.stackName}: condition function ${name} is not known to the local cloud`);
  }
}
