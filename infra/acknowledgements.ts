import { CfnResource, Validations, type App } from 'aws-cdk-lib';
import { STAGE_NAMES, type Stage, type StageName } from './stages.ts';

/** One finding of the policy checks that is accepted, where, and why. */
export interface Acknowledgement {
  readonly id: string | ((stage: Stage) => string);
  /** Resources by their construct path, without the name of the stage in front. */
  readonly where: RegExp;
  readonly reason: string;
  /** Stages that have the finding; all when absent. */
  readonly stages?: readonly StageName[];
}

const SITE_FILES = /^console\/Custom::CDKBucketDeployment\w+\/ServiceRole\/DefaultPolicy\/Resource$/;
const BY_CDK =
  'Made by CDK to copy the site into its bucket: it runs during a deployment only, never on a request, and its policy is not ours to write.';

/** Every exception from AwsSolutions, and nothing else. */
export const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [
  {
    id: 'AwsSolutions-IAM5[Resource::*]',
    where: /^(platform\/OutboxRelay|(beneficiary|capital|lending)\/\w+)\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'Sending traces (xray:PutTraceSegments, xray:PutTelemetryRecords) knows no resource. A test holds these roles to that one statement.',
  },
  {
    id: 'AwsSolutions-SQS3',
    where: /^(beneficiary|capital|lending)\/Outbox\/Unrelayed\/Resource$/,
    reason:
      'It is a dead-letter queue itself, of the pipe. The check only knows dead letters of other queues; each message in it sounds an alarm.',
  },
  {
    id: 'AwsSolutions-COG2',
    where: /^platform\/Identity\/Pool\/Resource$/,
    stages: ['dev'],
    reason:
      'Developers sign in with fictional accounts to fictional data. Staging and prod require a second factor.',
  },
  {
    id: 'AwsSolutions-CFR1',
    where: /^console\/Distribution\/Resource$/,
    reason:
      'Officers travel and the organisations report from abroad; every path that shows data asks for a token, so a border adds nothing.',
  },
  {
    id: 'AwsSolutions-CFR4',
    where: /^console\/Distribution\/Resource$/,
    reason:
      "The province has given no domain name yet, and CloudFront's own certificate fixes the lowest TLS version. The setting already says TLSv1.2_2021 and counts once the name and its certificate are added.",
  },
  { id: 'AwsSolutions-L1', where: /^console\/Custom::CDKBucketDeployment\w+\/Resource$/, reason: BY_CDK },
  {
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    where: /^console\/Custom::CDKBucketDeployment\w+\/ServiceRole\/Resource$/,
    reason: BY_CDK,
  },
  ...['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map((action) => ({
    id: `AwsSolutions-IAM5[Action::${action}]`,
    where: SITE_FILES,
    reason: BY_CDK,
  })),
  { id: 'AwsSolutions-IAM5[Resource::*]', where: SITE_FILES, reason: BY_CDK },
  { id: 'AwsSolutions-IAM5[Resource::<SiteE53D7754.Arn>/*]', where: SITE_FILES, reason: BY_CDK },
  {
    id: (stage) =>
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${accountIn(stage)}-${stage.region}/*]`,
    where: SITE_FILES,
    reason: BY_CDK,
  },
];

/** How the checks write the account in a finding: by number, or as the pseudo parameter. */
function accountIn(stage: Stage): string {
  return stage.account ?? '<AWS::AccountId>';
}

/** Construct path of a resource without the name of the stage in front. */
export function pathWithoutStage(path: string, stage: Stage): string {
  return path.startsWith(`${stage.name}-`) ? path.slice(stage.name.length + 1) : path;
}

export function idOf(acknowledgement: Acknowledgement, stage: Stage): string {
  return typeof acknowledgement.id === 'string' ? acknowledgement.id : acknowledgement.id(stage);
}

/** Those of `list` that count in a stage. */
export function acknowledgementsOf(
  stage: Stage,
  list: readonly Acknowledgement[] = ACKNOWLEDGEMENTS,
): Acknowledgement[] {
  return list.filter(({ stages = STAGE_NAMES }) => stages.includes(stage.name));
}

/** Writes the acknowledgements on the resources they speak of. Throws when one speaks of no resource. */
export function acknowledge(app: App, stage: Stage): void {
  const resources = app.node.findAll().filter((construct) => CfnResource.isCfnResource(construct));
  for (const accepted of acknowledgementsOf(stage)) {
    const meant = resources.filter(({ node }) => accepted.where.test(pathWithoutStage(node.path, stage)));
    if (meant.length === 0)
      throw new Error(`${idOf(accepted, stage)} is acknowledged where there is nothing`);
    for (const resource of meant) {
      Validations.of(resource).acknowledge({ id: idOf(accepted, stage), reason: accepted.reason });
    }
  }
}
