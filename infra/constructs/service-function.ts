import type { Duration } from 'aws-cdk-lib';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Stage } from '#infra/stages.ts';
import type { AlarmWords } from '#shared/functions/manifest.ts';
import { bundle } from './bundle.ts';
import type { EnvironmentOf, Granted } from './granted.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import { StageLogGroup } from './stage-log-group.ts';

export interface ServiceFunctionProps<E extends Readonly<Record<string, string>>> {
  readonly stage: Stage;
  readonly alarms: ITopic;
  readonly service: string;
  /** What it does, in one or two words; with stage and service it is the function's name. */
  readonly does: string;
  /** Path of the entry file from the root of the project. */
  readonly entry: string;
  readonly environment: EnvironmentOf<E>;
  readonly timeout: Duration;
  readonly memoryMb: number;
  /** Who suffers when it fails, and what to do. */
  readonly onErrors: AlarmWords;
}

/** What others need to know of a function, whatever its environment. */
export interface NamedFunction {
  readonly function: IFunction;
  readonly logs: StageLogGroup;
}

/** A function with the house's defaults: Node 24 on ARM, its own role, traced, logs kept as the stage says, alarmed. */
export class ServiceFunction<E extends Readonly<Record<string, string>>>
  extends Construct
  implements NamedFunction
{
  readonly function: IFunction;
  readonly logs: StageLogGroup;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<E>) {
    super(scope, id);
    const name = `${props.stage.name}-${props.service}-${props.does}`;
    this.logs = new StageLogGroup(this, 'Logs', props.stage, `/aws/lambda/${name}`);
    const role = this.#ownRole(name);
    const environment = Object.entries<string | Granted>(props.environment);
    for (const [, value] of environment) if (typeof value !== 'string') value.grant(role);
    this.function = new LambdaFunction(this, 'Function', {
      functionName: name,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundle(props.entry)),
      handler: 'index.handler',
      environment: Object.fromEntries(
        environment.map(([key, value]) => [key, typeof value === 'string' ? value : value.value]),
      ),
      timeout: props.timeout,
      memorySize: props.memoryMb,
      role,
      tracing: Tracing.ACTIVE,
      logGroup: this.logs,
      // The logger already writes JSON; wrapping it again would hide its fields and the metrics embedded in it.
      loggingFormat: LoggingFormat.TEXT,
    });
    this.#alarm(name, props);
  }

  /** Only the function's own log group and traces: the managed policy would allow it to write everyone's logs. */
  #ownRole(name: string): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${name} may do`,
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logs.logGroupArn],
      }),
    );
    return role;
  }

  #alarm(name: string, props: ServiceFunctionProps<E>): void {
    new ImpactAlarm(this, 'Errors', {
      ...props.onErrors,
      name: `${name}-errors`,
      topic: props.alarms,
      metric: this.function.metricErrors({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 1,
    });
    new ImpactAlarm(this, 'Throttles', {
      name: `${name}-throttles`,
      topic: props.alarms,
      metric: this.function.metricThrottles({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 1,
      periods: 2,
      impact: {
        vi: `${name} bị giới hạn số lượt chạy; thao tác chậm lại hoặc phải thử lại.`,
        en: `${name} is held back by the concurrency limit; work is slow or has to be retried.`,
      },
      whatToDo: {
        vi: 'Xem ConcurrentExecutions của tài khoản; tìm hàm chiếm nhiều nhất; xin tăng hạn mức Lambda nếu tải là thật.',
        en: "Look at the account's ConcurrentExecutions; find the function that takes most; ask for a higher Lambda quota if the load is real.",
      },
    });
  }
}
