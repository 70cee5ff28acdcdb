import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '#infra/stages.ts';
import { OUTBOX_ATTRIBUTE } from '#shared/data/table-shape.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import { StageLogGroup } from './stage-log-group.ts';

export interface OutboxPipeProps {
  readonly stage: Stage;
  readonly alarms: ITopic;
  readonly service: string;
  readonly table: TableV2;
  readonly relay: IFunction;
  readonly bus: IEventBus;
}

/** PutEvents takes ten entries, and the pipe sends a batch in one call. */
const BATCH = 10;
/** A new fact, told by the type in its envelope: `exists` is only matched on leaves, never on the map itself. */
const NEW_FACT = {
  eventName: ['INSERT'],
  dynamodb: { NewImage: { [OUTBOX_ATTRIBUTE]: { M: { type: { S: [{ exists: true }] } } } } },
};
/**
 * A record that cannot be relayed holds its shard back while it is retried. Six hours give people time to mend the
 * cause, and leave eighteen of the stream's twenty-four in which the record can still be read again.
 */
const LONGEST_RETRY = Duration.hours(6);

/** Table stream → facts only → relay → bus. The only road by which events leave a service. */
export class OutboxPipe extends Construct {
  readonly pipe: CfnPipe;
  readonly unrelayed: Queue;

  constructor(scope: Construct, id: string, props: OutboxPipeProps) {
    super(scope, id);
    const streamArn = props.table.tableStreamArn;
    if (streamArn === undefined) throw new Error(`the table of ${props.service} has no stream`);
    const name = `${props.stage.name}-${props.service}-outbox`;
    this.unrelayed = new Queue(this, 'Unrelayed', {
      queueName: `${name}-unrelayed`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const logs = new StageLogGroup(this, 'Logs', props.stage, `/aws/vendedlogs/pipes/${name}`);
    const role = this.#role(name, streamArn, props);
    this.pipe = new CfnPipe(this, 'Pipe', {
      name,
      description: `Facts of ${props.service} from its table to the bus`,
      roleArn: role.roleArn,
      source: streamArn,
      sourceParameters: {
        filterCriteria: { filters: [{ pattern: JSON.stringify(NEW_FACT) }] },
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          batchSize: BATCH,
          maximumRetryAttempts: -1,
          maximumRecordAgeInSeconds: LONGEST_RETRY.toSeconds(),
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: this.unrelayed.queueArn },
        },
      },
      enrichment: props.relay.functionArn,
      target: props.bus.eventBusArn,
      targetParameters: {
        eventBridgeEventBusParameters: { detailType: '$.type', source: '$.source', time: '$.recordedAt' },
      },
      logConfiguration: {
        level: 'ERROR',
        cloudwatchLogsLogDestination: { logGroupArn: logs.logGroupArn },
      },
    });
    // A pipe made before its role's policy fails to read the stream and the deployment rolls back.
    this.pipe.node.addDependency(role);
    this.#alarm(name, props);
  }

  #role(name: string, streamArn: string, props: OutboxPipeProps): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('pipes.amazonaws.com'),
      description: `What the pipe ${name} may do`,
    });
    const allow = (actions: readonly string[], resource: string): void => {
      role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));
    };
    allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      streamArn,
    );
    allow(['lambda:InvokeFunction'], props.relay.functionArn);
    allow(['events:PutEvents'], props.bus.eventBusArn);
    allow(['sqs:SendMessage'], this.unrelayed.queueArn);
    return role;
  }

  #alarm(name: string, props: OutboxPipeProps): void {
    const words = {
      impact: {
        vi: `Việc đã ghi ở ${props.service} chưa tới các dịch vụ khác: xét điều kiện, giữ vốn, hạch toán đang đứng.`,
        en: `What ${props.service} recorded does not reach the others: eligibility, reservations and postings stand still.`,
      },
      whatToDo: {
        vi: `Xem nhật ký /aws/vendedlogs/pipes/${name} và hàm outbox-relay. Bản ghi được thử lại 6 giờ và còn trong luồng 24 giờ; dữ kiện vẫn nguyên trong bảng.`,
        en: `Read the log /aws/vendedlogs/pipes/${name} and outbox-relay. A record is retried 6 hours and stays 24 in the stream; the facts are safe in the table.`,
      },
    };
    new ImpactAlarm(this, 'Failing', {
      ...words,
      name: `${name}-failing`,
      topic: props.alarms,
      // A batch of which the bus refused a part, or that took too long, is retried like one that failed.
      metric: new MathExpression({
        label: 'Failed, in part, or too slow',
        expression: 'failed + partial + late',
        usingMetrics: {
          failed: pipeMetric(name, 'ExecutionFailed'),
          partial: pipeMetric(name, 'ExecutionPartiallyFailed'),
          late: pipeMetric(name, 'ExecutionTimeout'),
        },
        period: ALARM_PERIOD,
      }),
      threshold: 1,
      periods: 2,
    });
    new ImpactAlarm(this, 'GaveUp', {
      ...words,
      name: `${name}-gave-up`,
      topic: props.alarms,
      metric: this.unrelayed.metricApproximateNumberOfMessagesVisible({
        period: ALARM_PERIOD,
        statistic: 'Maximum',
      }),
      threshold: 1,
    });
  }
}

/** CloudWatch metric of a pipe by its name. */
export function pipeMetric(pipeName: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/EventBridge/Pipes',
    metricName,
    dimensionsMap: { PipeName: pipeName },
    statistic: 'Sum',
    period: ALARM_PERIOD,
  });
}
