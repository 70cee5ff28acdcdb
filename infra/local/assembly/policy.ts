/**
 * IAM as far as this platform uses it: Allow and Deny statements with wildcards and a few conditions.
 * A statement that uses something not known here is an error, never a silent yes or no.
 */

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** Principals of a resource policy (`Service:events.amazonaws.com`, `AWS:*`, `*`); empty in a role's policy. */
  readonly principals: readonly string[];
  /** operator → key → values */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface AccessRequest {
  /** e.g. `dynamodb:PutItem` */
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request, e.g. `dynamodb:LeadingKeys`. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** For resource policies only, e.g. `Service:events.amazonaws.com`. */
  readonly principal?: string;
}

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'explicit-deny' | 'not-allowed'; readonly missing: string };

const OPERATORS: Readonly<Record<string, (actual: string, expected: string) => boolean>> = {
  StringEquals: (actual, expected) => actual === expected,
  StringNotEquals: (actual, expected) => actual !== expected,
  StringEqualsIgnoreCase: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
  StringLike: (actual, expected) => wildcard(expected, actual),
  StringNotLike: (actual, expected) => !wildcard(expected, actual),
  ArnEquals: (actual, expected) => wildcard(expected, actual),
  ArnLike: (actual, expected) => wildcard(expected, actual),
  ArnNotLike: (actual, expected) => !wildcard(expected, actual),
  Bool: (actual, expected) => actual === expected,
};

/**
 * Decides as IAM does: an explicit Deny wins, else one Allow is enough, else no.
 * `missing` is the statement to add, as JSON.
 *
 * @throws Error naming a condition operator that is not known here
 */
export function evaluate(statements: readonly Statement[], request: AccessRequest): Verdict {
  const applying = statements.filter((statement) => applies(statement, request));
  const missing = JSON.stringify({ Effect: 'Allow', Action: request.action, Resource: request.resource });
  if (applying.some((statement) => statement.effect === 'Deny')) {
    return { allowed: false, reason: 'explicit-deny', missing };
  }
  if (applying.length === 0) return { allowed: false, reason: 'not-allowed', missing };
  return { allowed: true };
}

function applies(statement: Statement, request: AccessRequest): boolean {
  const action = request.action.toLowerCase();
  const actionNamed = (pattern: string): boolean => wildcard(pattern.toLowerCase(), action);
  const resourceNamed = (pattern: string): boolean => wildcard(pattern, request.resource);
  if (
    statement.notActions.length > 0
      ? statement.notActions.some(actionNamed)
      : !statement.actions.some(actionNamed)
  ) {
    return false;
  }
  if (
    statement.notResources.length > 0
      ? statement.notResources.some(resourceNamed)
      : !statement.resources.some(resourceNamed)
  ) {
    return false;
  }
  if (
    request.principal !== undefined &&
    !statement.principals.some((p) => p === '*' || wildcard(p, request.principal ?? ''))
  ) {
    return false;
  }
  return Object.entries(statement.conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) => holds(operator, key, expected, request.context?.[key])),
  );
}

function holds(
  operator: string,
  key: string,
  expected: readonly string[],
  actual: readonly string[] | undefined,
): boolean {
  const set = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator);
  const compare = OPERATORS[set?.[2] ?? ''];
  if (set === null || compare === undefined) {
    throw new Error(`Policy condition operator ${operator} on ${key} is not known to the local cloud`);
  }
  const negated = (set[2] ?? '').includes('Not');
  const values = actual ?? [];
  // An absent key satisfies ForAllValues, IfExists and the negated operators: that is IAM's rule, not leniency.
  if (values.length === 0) return set[1] === 'ForAllValues' || set[3] !== undefined || negated;
  const matches = (value: string): boolean =>
    negated ? expected.every((e) => compare(value, e)) : expected.some((e) => compare(value, e));
  return set[1] === 'ForAllValues' ? values.every(matches) : values.some(matches);
}

/** Patterns come from templates, so there are few of them; every call is held against some. */
const compiled = new Map<string, RegExp>();

/** IAM wildcards: `*` any run of characters, `?` exactly one. */
export function wildcard(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === text;
  const known = compiled.get(pattern) ?? compileWildcard(pattern);
  compiled.set(pattern, known);
  return known.test(text);
}

function compileWildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}

/**
 * Reads a policy document whose intrinsics are resolved.
 *
 * @throws Error when a statement has a part that is not known here
 */
export function readPolicy(document: unknown, where: string): Statement[] {
  const statements = asList((document as { Statement?: unknown }).Statement);
  return statements.map((raw) => readStatement(raw as Readonly<Record<string, unknown>>, where));
}

const KNOWN_PARTS = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'Condition',
]);

function readStatement(raw: Readonly<Record<string, unknown>>, where: string): Statement {
  for (const part of Object.keys(raw)) {
    if (!KNOWN_PARTS.has(part))
      throw new Error(`${where}: policy part ${part} is not known to the local cloud`);
  }
  const effect = raw['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') throw new Error(`${where}: policy effect ${String(effect)}`);
  const conditions = Object.entries((raw['Condition'] ?? {}) as Record<string, Record<string, unknown>>).map(
    ([operator, keys]) =>
      [
        operator,
        Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, texts(values)])),
      ] as const,
  );
  return {
    effect,
    actions: texts(raw['Action']),
    notActions: texts(raw['NotAction']),
    resources: texts(raw['Resource']),
    notResources: texts(raw['NotResource']),
    principals: readPrincipals(raw['Principal']),
    conditions: Object.fromEntries(conditions),
  };
}

function readPrincipals(principal: unknown): string[] {
  if (principal === undefined) return [];
  if (typeof principal === 'string') return [principal];
  return Object.entries(principal as Record<string, unknown>).flatMap(([kind, names]) =>
    // `{ AWS: '*' }` means everyone, services included.
    texts(names).map((name) => (kind === 'AWS' && name === '*' ? '*' : `${kind}:${name}`)),
  );
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function texts(value: unknown): string[] {
  return asList(value).map((one) => String(one));
}
