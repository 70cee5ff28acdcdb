import { Duration, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { TimeOfDay } from '#shared/functions/manifest.ts';
import type { NamedFunction } from './service-function.ts';

export interface NightlyProps {
  readonly name: string;
  readonly at: TimeOfDay;
  readonly task: NamedFunction;
  readonly does: string;
}

/** Runs a function once a night; a run that fails is tried again for two hours. */
export class Nightly extends Construct {
  constructor(scope: Construct, id: string, { name, at, task, does }: NightlyProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
      description: `Lets the schedule ${name} run its function`,
    });
    const { functionArn } = task.function;
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    new Schedule(this, 'Schedule', {
      scheduleName: name,
      description: does,
      schedule: ScheduleExpression.cron({
        hour: String(at.hour),
        minute: String(at.minute),
        timeZone: TimeZone.ASIA_HO_CHI_MINH,
      }),
      target: new LambdaInvoke(task.function, {
        // The target would also allow every version and alias of the function.
        role: role.withoutPolicyUpdates(),
        retryAttempts: 5,
        maxEventAge: Duration.hours(2),
      }),
    });
  }
}
