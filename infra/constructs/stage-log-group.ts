import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { removalPolicyOf, type Stage } from '#infra/stages.ts';

/** A log group whose lines are kept as long as the stage says. CloudFormation names it when no name is given. */
export class StageLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, stage: Stage, logGroupName?: string) {
    super(scope, id, {
      ...(logGroupName === undefined ? {} : { logGroupName }),
      retention: stage.logRetentionDays,
      removalPolicy: removalPolicyOf(stage),
    });
  }
}
