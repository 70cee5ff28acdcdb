import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod/mini';

/** Where and how carefully a copy of the platform runs. */
export const StageSchema = z.object({
  name: z.enum(['dev', 'staging', 'prod']),
  /** Twelve digits; null makes the templates deployable into whichever account the deployment signs in to. */
  account: z.nullable(z.string().check(z.regex(/^\d{12}$/))),
  region: z.string().check(z.regex(/^[a-z]{2}-[a-z]+-\d$/)),
  /** Tables, buckets, keys and the user pool survive the deletion of their stack. */
  protectsData: z.boolean(),
  /** Days back to which a table can be restored to any second. */
  tableRecoveryDays: z.int().check(z.minimum(1), z.maximum(35)),
  logRetentionDays: z.enum(RetentionDays),
  eventArchiveDays: z.int().check(z.minimum(7), z.maximum(3650)),
  /** Days during which a repeated command with the same key is answered with its first answer. */
  idempotencyDays: z.int().check(z.minimum(1), z.maximum(90)),
  mfa: z.enum(['optional', 'required']),
  /** Requests a second the gateway lets through, and how many may arrive at once. */
  throttle: z.object({ ratePerSecond: z.int(), burst: z.int() }),
});

export type Stage = z.infer<typeof StageSchema>;
export type StageName = Stage['name'];

/** Singapore: AWS has no region in Viet Nam, so the region stays a setting and nothing below depends on it. */
const DEFAULT_REGION = 'ap-southeast-1';

/** Account and region come from outside, as the CDK CLI passes them: CDK_DEFAULT_ACCOUNT, CDK_DEFAULT_REGION. */
type Surroundings = Readonly<Record<string, string | undefined>>;

export const STAGE_NAMES = StageSchema.shape.name.options;

const SETTINGS: Record<StageName, Omit<Stage, 'name' | 'account' | 'region'>> = {
  dev: {
    protectsData: false,
    tableRecoveryDays: 7,
    logRetentionDays: RetentionDays.TWO_WEEKS,
    eventArchiveDays: 14,
    idempotencyDays: 30,
    mfa: 'optional',
    throttle: { ratePerSecond: 100, burst: 200 },
  },
  staging: {
    protectsData: true,
    tableRecoveryDays: 14,
    logRetentionDays: RetentionDays.THREE_MONTHS,
    eventArchiveDays: 90,
    idempotencyDays: 30,
    mfa: 'required',
    throttle: { ratePerSecond: 200, burst: 400 },
  },
  // Two years of logs cover the 24 months Decree 53/2022/ND-CP may ask for; ten years of events a loan's whole life.
  prod: {
    protectsData: true,
    tableRecoveryDays: 35,
    logRetentionDays: RetentionDays.TWO_YEARS,
    eventArchiveDays: 3650,
    idempotencyDays: 30,
    mfa: 'required',
    throttle: { ratePerSecond: 500, burst: 1000 },
  },
};

/** Throws when `name` is not a stage or the surroundings do not fit it. */
export function stageNamed(name: string, surroundings: Surroundings = {}): Stage {
  const known = StageSchema.shape.name.parse(name);
  return StageSchema.parse({
    name: known,
    account: surroundings['CDK_DEFAULT_ACCOUNT'] ?? null,
    region: surroundings['CDK_DEFAULT_REGION'] ?? DEFAULT_REGION,
    ...SETTINGS[known],
  });
}

/** What becomes of a thing with data in it when its stack is deleted. */
export function removalPolicyOf(stage: Stage): RemovalPolicy {
  return stage.protectsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
