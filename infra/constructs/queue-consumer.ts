import { Duration } from 'aws-cdk-lib';
import { Rule, type IEventBus } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '#infra/stages.ts';
import type { EventType } from '#shared/contracts/event.ts';
import type { Subscription } from '#shared/functions/manifest.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import type { NamedFunction } from './service-function.ts';

export interface QueueConsumerProps {
  readonly stage: Stage;
  readonly alarms: ITopic;
  readonly bus: IEventBus;
  readonly service: string;
  /** Name of the consumer; with stage and service it is the queue's name, and the parker reads it back from there. */
  readonly name: string;
  readonly listensTo: readonly Subscription[];
  readonly consumer: NamedFunction;
  readonly parker: NamedFunction;
  readonly timeout: Duration;
}

/** Deliveries of one message before it goes to the dead letters: a transient fault has passed by then. */
const ATTEMPTS = 5;
const BATCH = 10;
/** AWS asks for six times the function's time-out, so that a slow batch is not delivered twice at once. */
const VISIBILITY_TIMEOUTS = 6;
/** Consumers of one queue that may run at once; more would only meet on the same records. */
const CONCURRENCY = 10;
const RETENTION = Duration.days(7);
/** Longer than the queue's, because a message moved over keeps the day on which it was first sent. */
const DEAD_LETTER_RETENTION = Duration.days(14);

/** Rule → queue → consumer, with the queue's dead letters parked in the table by their own function. */
export class QueueConsumer extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    const name = `${props.stage.name}-${props.service}-${props.name}`;
    const common = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(props.timeout.toSeconds() * VISIBILITY_TIMEOUTS),
    };
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...common,
      queueName: `${name}-dead-letters`,
      retentionPeriod: DEAD_LETTER_RETENTION,
    });
    this.queue = new Queue(this, 'Queue', {
      ...common,
      queueName: name,
      retentionPeriod: RETENTION,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: ATTEMPTS },
    });
    this.#subscribe(props);
    props.consumer.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: BATCH,
        reportBatchItemFailures: true,
        maxConcurrency: CONCURRENCY,
      }),
    );
    props.parker.function.addEventSource(
      new SqsEventSource(this.deadLetters, { batchSize: BATCH, reportBatchItemFailures: true }),
    );
    this.#alarm(name, props);
  }

  /** One rule for the whole types, one for each type of which only some events matter. */
  #subscribe(props: QueueConsumerProps): void {
    const whole = props.listensTo.filter((one): one is EventType => !('event' in one));
    const filtered = props.listensTo.filter((one) => 'event' in one);
    this.#rule('Rule', props, whole);
    for (const { event, data } of filtered) this.#rule(`Rule${event.type}`, props, [event], { data });
  }

  #rule(id: string, props: QueueConsumerProps, events: readonly EventType[], detail?: object): void {
    const sources = [...new Set(events.map((event) => event.source))];
    new Rule(this, id, {
      eventBus: props.bus,
      description: `Events that ${props.name} of ${props.service} acts on`,
      eventPattern: {
        // A parked event comes back under the name of the service that parked it, and reaches only that service.
        source: [...sources, `redrive.${props.service}`],
        detailType: events.map((event) => event.type),
        ...(detail ? { detail } : {}),
      },
      // What the bus cannot deliver joins the dead letters and is parked like any other.
      targets: [new SqsQueue(this.queue, { deadLetterQueue: this.deadLetters })],
    });
  }

  #alarm(name: string, props: QueueConsumerProps): void {
    new ImpactAlarm(this, 'Late', {
      name: `${name}-late`,
      topic: props.alarms,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: 300,
      impact: {
        vi: `Dịch vụ ${props.service} chậm hơn 5 phút so với các dịch vụ khác; hồ sơ vay chờ kết quả và số liệu cũ.`,
        en: `${props.service} is more than 5 minutes behind the others; loans wait for answers and figures are old.`,
      },
      whatToDo: {
        vi: 'Xem lỗi và giới hạn chạy của hàm tiêu thụ; sự kiện không mất, hàng đợi tự xử lý tiếp khi nguyên nhân hết.',
        en: 'Look at errors and throttles of the consuming function; no event is lost, the queue drains once the cause is gone.',
      },
    });
    new ImpactAlarm(this, 'DeadLettersWaiting', {
      name: `${name}-dead-letters-waiting`,
      topic: props.alarms,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: ALARM_PERIOD,
        statistic: 'Maximum',
      }),
      threshold: 1,
      periods: 2,
      impact: {
        vi: `Có sự kiện ${props.service} không xử lý được và cũng chưa được cất giữ để xem; một khoản tiền có thể chưa được ghi.`,
        en: `Events that ${props.service} could not handle are not yet parked where people can see them; money may be unposted.`,
      },
      whatToDo: {
        vi: 'Xem nhật ký hàm park-dead-letters; tin nhắn giữ 14 ngày. Sau khi sự kiện hiện ở parked-events, sửa nguyên nhân rồi redrive-event.',
        en: 'Read the log of park-dead-letters; messages are kept 14 days. Once the event shows in parked-events, mend the cause and redrive-event.',
      },
    });
  }
}
