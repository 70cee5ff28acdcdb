/**
 * What the local cloud knows about the synthesised infrastructure, with every intrinsic resolved.
 * Physical names, ARNs and URLs are the ones the local servers use; `id` is the physical name unless stated.
 */
import type { Statement } from './policy.ts';

export type Arn = string;

/** One index or table key: attribute name and its scalar type. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

export interface TableIndex {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly projection: {
    readonly type: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
    readonly attributes: readonly string[];
  };
}

export interface Table {
  readonly name: string;
  readonly arn: Arn;
  /** Present when the table has a stream. The label after `/stream/` is ours; the server makes its own. */
  readonly streamArn?: Arn;
  readonly streamView?: 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | 'KEYS_ONLY';
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly indexes: readonly TableIndex[];
  readonly ttlAttribute?: string;
}

export interface LambdaFunction {
  /** Physical function name; the key of every call to `Functions`. */
  readonly id: string;
  readonly arn: Arn;
  readonly stack: string;
  readonly logicalId: string;
  readonly description?: string;
  readonly runtime: string;
  /** Absolute folder with the bundle. */
  readonly assetDir: string;
  /** `file.export`, as in the template. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly reservedConcurrency?: number;
  readonly role: Role;
}

export interface Role {
  readonly name: string;
  readonly arn: Arn;
  /** Service principals that may assume the role, e.g. `lambda.amazonaws.com`. */
  readonly assumedBy: readonly string[];
  /** Inline, attached and known managed policies together. */
  readonly statements: readonly Statement[];
}

export interface Queue {
  readonly name: string;
  readonly arn: Arn;
  /** Path-style URL without a host: the endpoint decides the host. Functions get `http://sqs…/account/name`. */
  readonly url: string;
  /** Attributes as SQS `CreateQueue` takes them (all strings, redrive policy included). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly redrive?: { readonly deadLetterArn: Arn; readonly maxReceiveCount: number };
  readonly visibilityTimeoutSeconds: number;
  /** Resource policy: who else may send. */
  readonly policy: readonly Statement[];
}

export interface EventBus {
  readonly name: string;
  readonly arn: Arn;
}

export type Pattern = Readonly<Record<string, unknown>>;

export interface RuleTarget {
  readonly id: string;
  readonly arn: Arn;
  readonly input?: string;
  readonly inputPath?: string;
  readonly inputTransformer?: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
  readonly deadLetterArn?: Arn;
  readonly maximumRetryAttempts?: number;
}

export interface Rule {
  readonly name: string;
  readonly arn: Arn;
  readonly busName: string;
  readonly pattern: Pattern;
  readonly enabled: boolean;
  readonly targets: readonly RuleTarget[];
}

export interface Pipe {
  readonly name: string;
  readonly arn: Arn;
  readonly role: Role;
  /** A table's `streamArn`. */
  readonly sourceArn: Arn;
  readonly source: {
    readonly batchSize: number;
    readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
    readonly maximumBatchingWindowSeconds: number;
    /** -1 = for ever. */
    readonly maximumRetryAttempts: number;
    readonly deadLetterArn?: Arn;
    readonly bisectOnError: boolean;
  };
  /** A record passes when any of them matches; none = all pass. */
  readonly filters: readonly Pattern[];
  readonly enrichmentArn?: Arn;
  readonly enrichmentTemplate?: string;
  readonly targetArn: Arn;
  readonly targetTemplate?: string;
  /** JSON paths (`$.x`) or literals, as in the template. */
  readonly eventBus?: {
    readonly detailType?: string;
    readonly source?: string;
    readonly time?: string;
    readonly resources: readonly string[];
  };
}

export interface EventSourceMapping {
  readonly id: string;
  readonly functionId: string;
  /** A queue's ARN. */
  readonly sourceArn: Arn;
  readonly enabled: boolean;
  readonly batchSize: number;
  readonly maximumBatchingWindowSeconds: number;
  readonly reportBatchItemFailures: boolean;
  readonly maximumConcurrency?: number;
  readonly filters: readonly Pattern[];
}

export interface Authorizer {
  readonly id: string;
  readonly name: string;
  /** e.g. `https://cognito-idp.<region>.amazonaws.com/<poolId>`. */
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly identitySource: readonly string[];
}

export interface HttpRoute {
  /** e.g. `POST /v1/lending/loans/{loanId}/approve-loan` or `$default`. */
  readonly routeKey: string;
  readonly functionId: string;
  readonly timeoutMs: number;
  readonly authorizerId?: string;
  readonly scopes: readonly string[];
}

export interface HttpApi {
  readonly id: string;
  readonly name: string;
  /** The address AWS would give; the edge plays it on a local port. */
  readonly endpoint: string;
  readonly stage: string;
  readonly routes: readonly HttpRoute[];
  readonly authorizers: readonly Authorizer[];
  readonly cors?: {
    readonly allowOrigins: readonly string[];
    readonly allowMethods: readonly string[];
    readonly allowHeaders: readonly string[];
    readonly exposeHeaders: readonly string[];
    readonly maxAgeSeconds?: number;
  };
}

export interface UserPoolClient {
  readonly id: string;
  readonly name: string;
  readonly generateSecret: boolean;
  readonly explicitAuthFlows: readonly string[];
  readonly oauthFlows: readonly string[];
  readonly scopes: readonly string[];
  readonly readAttributes: readonly string[];
  readonly writeAttributes: readonly string[];
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
}

export interface UserPool {
  /** `<region>_<9 characters>`; the issuer in the authorizer ends with it. */
  readonly id: string;
  readonly arn: Arn;
  readonly name: string;
  /** Custom attributes without the `custom:` prefix. */
  readonly customAttributes: readonly {
    readonly name: string;
    readonly maxLength?: number;
    readonly mutable: boolean;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly description?: string;
    readonly precedence?: number;
  }[];
  readonly clients: readonly UserPoolClient[];
  readonly resourceServers: readonly {
    readonly identifier: string;
    readonly name: string;
    readonly scopes: readonly { readonly name: string; readonly description: string }[];
  }[];
}

export interface KmsKey {
  readonly id: string;
  readonly arn: Arn;
  readonly spec: 'SYMMETRIC_DEFAULT' | 'HMAC_256';
  readonly aliases: readonly string[];
}

export type Origin =
  | { readonly kind: 'bucket'; readonly bucket: string; readonly path: string }
  | { readonly kind: 'api'; readonly apiId: string; readonly path: string }
  /** The domain of the user pool, which gives systems their tokens. */
  | { readonly kind: 'tokens'; readonly path: string };

export interface Behaviour {
  /** `*` for the default behaviour, which is always last. */
  readonly pathPattern: string;
  readonly origin: Origin;
  readonly allowedMethods: readonly string[];
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly functions: readonly { readonly eventType: string; readonly code: string }[];
}

export interface Distribution {
  readonly id: string;
  readonly domainName: string;
  readonly defaultRootObject?: string;
  readonly behaviours: readonly Behaviour[];
  readonly errorResponses: readonly {
    readonly errorCode: number;
    readonly responseCode?: number;
    readonly responsePagePath?: string;
  }[];
}

export interface BucketDeployment {
  readonly bucket: string;
  /** Key prefix, without slashes at either end; empty for the root. */
  readonly prefix: string;
  /** Absolute folders, later ones win. */
  readonly assetDirs: readonly string[];
}

/** A resource the local cloud knows but does not play, e.g. an alarm or a log group. */
export interface InertResource {
  readonly type: string;
  readonly name: string;
  readonly stack: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Who may invoke which function (`AWS::Lambda::Permission`). */
export interface InvokePermission {
  readonly functionId: string;
  readonly principal: string;
  readonly sourceArn?: string;
}

/** A function that runs every day at one time (`AWS::Scheduler::Schedule`). */
export interface Schedule {
  readonly name: string;
  readonly enabled: boolean;
  readonly hour: number;
  readonly minute: number;
  /** Offset of its time zone from UTC. */
  readonly minutesEast: number;
  readonly functionId: string;
  readonly functionArn: Arn;
  /** JSON text the function is given. */
  readonly input: string;
  readonly attempts: number;
  readonly role: Role;
}

export interface Assembly {
  readonly outDir: string;
  readonly account: string;
  readonly region: string;
  readonly tables: readonly Table[];
  readonly functions: readonly LambdaFunction[];
  readonly queues: readonly Queue[];
  readonly eventBuses: readonly EventBus[];
  readonly rules: readonly Rule[];
  readonly pipes: readonly Pipe[];
  readonly eventSourceMappings: readonly EventSourceMapping[];
  readonly schedules: readonly Schedule[];
  readonly httpApis: readonly HttpApi[];
  readonly userPools: readonly UserPool[];
  readonly kmsKeys: readonly KmsKey[];
  readonly distributions: readonly Distribution[];
  readonly buckets: readonly { readonly name: string; readonly arn: Arn }[];
  readonly bucketDeployments: readonly BucketDeployment[];
  readonly invokePermissions: readonly InvokePermission[];
  readonly inert: readonly InertResource[];
  /** CloudFormation outputs of all stacks, keyed `Stack.OutputId`. */
  readonly outputs: Readonly<Record<string, string>>;
}
