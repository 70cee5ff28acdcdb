import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter, type LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { LOG, METRIC, METRIC_NAMESPACE } from '#shared/runtime/observability.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';

export interface ServiceHealthProps {
  readonly stageName: string;
  readonly service: string;
  readonly alarms: ITopic;
  /** Log groups of the functions behind the service's routes. */
  readonly requests: readonly LogGroup[];
}

/**
 * Alarms on what the service itself says. A request that fails by a defect is answered with 500 and is no error to
 * Lambda; a parked event is handled as far as the queue knows. Only the service's own words tell.
 */
export class ServiceHealth extends Construct {
  readonly failedRequests: Metric;
  readonly unrecordedRefusals: Metric;

  constructor(scope: Construct, id: string, props: ServiceHealthProps) {
    super(scope, id);
    const { service, alarms } = props;
    const name = `${props.stageName}-${service}`;
    this.failedRequests = this.#counted('FailedRequests', props, LOG.requestFailed.code);
    this.unrecordedRefusals = this.#counted('UnrecordedRefusals', props, LOG.refusalNotRecorded.code);
    new ImpactAlarm(this, 'RequestsFail', {
      name: `${name}-requests-fail`,
      topic: alarms,
      metric: this.failedRequests,
      threshold: 1,
      impact: {
        vi: `Có người dùng ${service} nhận "Lỗi hệ thống"; việc của họ chưa chắc đã được ghi.`,
        en: `Somebody using ${service} got an internal error and cannot be sure that the act was recorded.`,
      },
      whatToDo: {
        vi: `Tìm ${LOG.requestFailed.code} trong nhật ký các hàm ${name}-http, lần theo correlationId. Là lỗi chương trình: sửa hoặc quay lại phiên bản trước.`,
        en: `Look for ${LOG.requestFailed.code} in the logs of the ${name}-http functions and follow its correlationId. It is a defect: mend it or roll back.`,
      },
    });
    new ImpactAlarm(this, 'RefusalsUnrecorded', {
      name: `${name}-refusals-unrecorded`,
      topic: alarms,
      metric: this.unrecordedRefusals,
      threshold: 1,
      impact: {
        vi: 'Một lượt truy cập bị từ chối không có trong nhật ký kiểm soát; kiểm toán sẽ thiếu bản ghi này.',
        en: 'A refused access is missing from the audit record; an auditor would not see it.',
      },
      whatToDo: {
        vi: `Ghi bổ sung từ nhật ký các hàm ${name}-http (${LOG.requestRefused.code}, cùng correlationId); xem vì sao bảng không nhận.`,
        en: `Complete it from the logs of the ${name}-http functions (${LOG.requestRefused.code}, same correlationId); find out why the table refused it.`,
      },
    });
    new ImpactAlarm(this, 'EventsParked', {
      name: `${name}-events-parked`,
      topic: alarms,
      metric: serviceMetric(service, METRIC.eventsParked),
      threshold: 1,
      impact: {
        vi: `Một sự kiện chưa được ${service} áp dụng và chờ người xử lý; hồ sơ hoặc khoản tiền của nó đang đứng.`,
        en: `An event was not applied by ${service} and waits for a person; its loan or its money stands still.`,
      },
      whatToDo: {
        vi: `Quản trị viên mở GET /v1/${service}/parked-events, đọc lý do, sửa nguyên nhân rồi POST …/redrive-event.`,
        en: `An administrator opens GET /v1/${service}/parked-events, reads the reason, mends the cause and sends POST …/redrive-event.`,
      },
    });
  }

  #counted(metricName: string, props: ServiceHealthProps, code: string): Metric {
    for (const [index, logGroup] of props.requests.entries()) {
      new MetricFilter(this, index === 0 ? metricName : `${metricName}${(index + 1).toString()}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.code', '=', code),
        metricNamespace: METRIC_NAMESPACE,
        metricName,
        metricValue: '1',
        dimensions: { service: '$.service' },
      });
    }
    return serviceMetric(props.service, metricName);
  }
}

/** A metric the platform counts itself. */
export function serviceMetric(service: string, metricName: string): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service },
    statistic: 'Sum',
    period: ALARM_PERIOD,
  });
}
