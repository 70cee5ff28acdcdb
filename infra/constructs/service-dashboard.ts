import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  PeriodOverride,
  TextWidget,
  type IMetric,
  type IWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { METRIC } from '#shared/runtime/observability.ts';
import { ALARM_PERIOD } from './impact-alarm.ts';
import { pipeMetric, type OutboxPipe } from './outbox-pipe.ts';
import type { QueueConsumer } from './queue-consumer.ts';
import type { NamedFunction } from './service-function.ts';
import { serviceMetric, type ServiceHealth } from './service-health.ts';

export interface ServiceDashboardProps {
  readonly stageName: string;
  readonly service: string;
  readonly functions: readonly NamedFunction[];
  readonly consumers: readonly QueueConsumer[];
  readonly outbox: OutboxPipe;
  readonly table: TableV2;
  readonly health: ServiceHealth;
}

const FULL_WIDTH = 24;

/** One screen per service, read from top to bottom as the work flows: requests, facts leaving, events arriving, table. */
export class ServiceDashboard extends Construct {
  constructor(scope: Construct, id: string, props: ServiceDashboardProps) {
    super(scope, id);
    const { functions, consumers, health, service } = props;
    const pipe = `${props.stageName}-${service}-outbox`;
    new Dashboard(this, 'Dashboard', {
      dashboardName: `${props.stageName}-${service}`,
      defaultInterval: Duration.hours(12),
      periodOverride: PeriodOverride.INHERIT,
      widgets: [
        heading('Yêu cầu và hàm', 'Requests and functions'),
        row(
          graph(
            'Lượt chạy · Invocations',
            each(functions, ({ function: run }) => run.metricInvocations()),
          ),
          graph('Lỗi · Errors', [
            ...each(functions, ({ function: run }) => run.metricErrors()),
            health.failedRequests,
            health.unrecordedRefusals,
          ]),
          graph(
            'Thời gian p95 · Duration p95',
            each(functions, ({ function: run }) => run.metricDuration({ statistic: 'p95' })),
          ),
          graph('Từ chối và bị giới hạn · Refusals and throttles', [
            serviceMetric(service, METRIC.refusals),
            ...each(functions, ({ function: run }) => run.metricThrottles()),
          ]),
        ),
        heading('Sự kiện đi và đến', 'Events out and in'),
        row(
          graph('Pipe: chạy và hỏng · Pipe: runs and failures', [
            pipeMetric(pipe, 'Invocations'),
            pipeMetric(pipe, 'ExecutionFailed'),
            props.outbox.unrelayed.metricApproximateNumberOfMessagesVisible({ label: 'unrelayed' }),
          ]),
          graph(
            'Sự kiện chờ · Events waiting',
            each(consumers, ({ queue }) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
          graph(
            'Chờ lâu nhất (giây) · Oldest (s)',
            each(consumers, ({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
          ),
          graph('Áp dụng, lặp, cất giữ · Applied, repeated, parked', [
            serviceMetric(service, METRIC.eventsApplied),
            serviceMetric(service, METRIC.eventsRepeated),
            serviceMetric(service, METRIC.eventsParked),
          ]),
        ),
        heading('Bảng dữ liệu', 'Table'),
        row(
          graph('Đơn vị ghi · Write units', [props.table.metricConsumedWriteCapacityUnits()]),
          graph('Đơn vị đọc · Read units', [props.table.metricConsumedReadCapacityUnits()]),
          graph(
            'Thời gian trả lời p95 (ms) · Latency p95',
            [Operation.BATCH_GET_ITEM, Operation.QUERY, Operation.TRANSACT_WRITE_ITEMS].map((operation) =>
              props.table.metricSuccessfulRequestLatency({
                statistic: 'p95',
                label: operation,
                dimensionsMap: { TableName: props.table.tableName, Operation: operation },
              }),
            ),
          ),
          graph('Xung đột · Conflicts', [
            props.table.metric('TransactionConflict', { statistic: 'Sum', period: ALARM_PERIOD }),
            props.table.metricConditionalCheckFailedRequests(),
          ]),
        ),
      ],
    });
  }
}

function each<T>(things: readonly T[], metric: (thing: T) => IMetric): IMetric[] {
  return things.map(metric);
}

function row(...graphs: ((width: number) => IWidget)[]): IWidget[] {
  return graphs.map((draw) => draw(FULL_WIDTH / graphs.length));
}

function graph(title: string, left: readonly IMetric[]): (width: number) => IWidget {
  return (width) => new GraphWidget({ title, left: [...left], width, leftYAxis: { min: 0 } });
}

function heading(vi: string, en: string): IWidget[] {
  return [new TextWidget({ markdown: `## ${vi} · ${en}`, width: FULL_WIDTH, height: 1 })];
}
