import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ServiceRoutes } from '#infra/constructs/edge-api.ts';
import type { EnvironmentOf, Granted } from '#infra/constructs/granted.ts';
import type { AlarmWords } from '#infra/constructs/impact-alarm.ts';
import { Nightly, type TimeOfDay } from '#infra/constructs/nightly.ts';
import { OutboxPipe } from '#infra/constructs/outbox-pipe.ts';
import { QueueConsumer, type Subscription } from '#infra/constructs/queue-consumer.ts';
import { ServiceDashboard } from '#infra/constructs/service-dashboard.ts';
import { ServiceFunction, type NamedFunction } from '#infra/constructs/service-function.ts';
import { ServiceHealth } from '#infra/constructs/service-health.ts';
import { ServiceTable } from '#infra/constructs/service-table.ts';
import type { Stage } from '#infra/stages.ts';
import type { PlatformStack } from '#infra/stacks/platform-stack.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { ServiceEnvironment } from '#shared/runtime/environment.ts';

export interface ServiceStackProps extends StackProps {
  readonly stage: Stage;
  readonly platform: PlatformStack;
}

interface FunctionPlan<E extends ServiceEnvironment> {
  /** Name of the file under the service's entrypoints, without its ending. */
  readonly entrypoint: string;
  readonly environment: EnvironmentOf<E>;
  readonly onErrors: AlarmWords;
}

/** A consumer has the variables every function has: what only a person may see is not its business. */
interface ConsumerPlan extends FunctionPlan<ServiceEnvironment> {
  readonly listensTo: readonly Subscription[];
}

/** A request is answered well before the gateway gives up on it at 30 seconds. */
const HTTP_TIMEOUT = Duration.seconds(20);
/** A batch of ten events, each a read and a transaction that may be tried again. */
const CONSUMER_TIMEOUT = Duration.seconds(30);
/** The longest a function may run; what is left over is begun again where it stopped, or the night after. */
const NIGHTLY_TIMEOUT = Duration.minutes(15);
/** Close to one vCPU at 1,769 MB; half of it starts a bundle in well under a second. */
const MEMORY_MB = 1024;

/** What every service has: a table, its facts on the bus, its routes, its consumers, and its parked events. */
export abstract class ServiceStack<E extends ServiceEnvironment> extends Stack {
  protected readonly platform: PlatformStack;
  protected readonly table: ServiceTable;
  readonly #stage: Stage;
  readonly #service: string;
  readonly #outbox: OutboxPipe;
  readonly #functions: NamedFunction[] = [];
  readonly #consumers: QueueConsumer[] = [];

  constructor(scope: Construct, id: string, service: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.#stage = props.stage;
    this.platform = props.platform;
    this.#service = service;
    this.table = new ServiceTable(this, 'Data', {
      stage: props.stage,
      alarms: props.platform.alarms,
      service,
    });
    this.#outbox = new OutboxPipe(this, 'Outbox', {
      stage: props.stage,
      alarms: props.platform.alarms,
      service,
      table: this.table.table,
      relay: props.platform.relay.function,
      bus: props.platform.bus,
    });
  }

  /** The variables every function of the service has. */
  protected variables(tableName: Granted): EnvironmentOf<ServiceEnvironment> {
    return {
      TABLE_NAME: tableName,
      SERVICE_NAME: this.#service,
      STAGE: this.#stage.name,
      REMEMBER_DAYS: String(this.#stage.idempotencyDays),
    };
  }

  /** A function behind routes of the service; `id` tells it apart where there are two. */
  protected serve(plan: FunctionPlan<E>, routes: readonly Route[], id = 'Http'): NamedFunction {
    const handler = this.#function(id, plan, HTTP_TIMEOUT);
    new ServiceRoutes(this, id === 'Http' ? 'Routes' : `${id}Routes`, {
      edge: this.platform.edge,
      service: this.#service,
      handler: handler.function,
      routes,
    });
    return handler;
  }

  /** A function that follows events of other services, or of this one. */
  protected consume(id: string, plan: ConsumerPlan, parker: NamedFunction): void {
    const consumer = new QueueConsumer(this, id, {
      stage: this.#stage,
      alarms: this.platform.alarms,
      bus: this.platform.bus,
      service: this.#service,
      name: plan.entrypoint,
      listensTo: plan.listensTo,
      consumer: this.#function(`${id}Function`, plan, CONSUMER_TIMEOUT),
      parker,
      timeout: CONSUMER_TIMEOUT,
    });
    this.#consumers.push(consumer);
  }

  /** A function that runs once a night. */
  protected nightly(
    id: string,
    plan: FunctionPlan<ServiceEnvironment> & { readonly at: TimeOfDay; readonly does: string },
  ): void {
    new Nightly(this, `${id}Schedule`, {
      name: `${this.#stage.name}-${this.#service}-${plan.entrypoint}`,
      at: plan.at,
      task: this.#function(`${id}Function`, plan, NIGHTLY_TIMEOUT),
      does: plan.does,
    });
  }

  /** The function that keeps what no consumer could apply where people see it. */
  protected park(): NamedFunction {
    return this.#function(
      'Parker',
      {
        entrypoint: 'park-dead-letters',
        environment: this.variables(this.table.forParking()),
        onErrors: {
          impact: {
            vi: `Sự kiện ${this.#service} không xử lý được chưa được cất giữ; một khoản tiền có thể chưa được ghi và chưa ai thấy.`,
            en: `Events ${this.#service} could not handle are not being parked; money may be unposted with nobody seeing it.`,
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; tin nhắn vẫn nằm trong hàng đợi dead-letters 14 ngày và được thử lại khi hàm chạy được.',
            en: 'Read its log; the messages stay in the dead-letters queue for 14 days and are retried once it runs.',
          },
        },
      },
      CONSUMER_TIMEOUT,
    );
  }

  /** Alarms on what the service says, and its dashboard; after all its functions are there. */
  protected watch(...requests: readonly NamedFunction[]): void {
    const named = { stageName: this.#stage.name, service: this.#service };
    new ServiceDashboard(this, 'Dashboard', {
      ...named,
      functions: this.#functions,
      consumers: this.#consumers,
      outbox: this.#outbox,
      table: this.table.table,
      health: new ServiceHealth(this, 'Health', {
        ...named,
        alarms: this.platform.alarms,
        requests: requests.map(({ logs }) => logs),
      }),
    });
  }

  #function<F extends ServiceEnvironment>(
    id: string,
    plan: FunctionPlan<F>,
    timeout: Duration,
  ): ServiceFunction<F> {
    const made = new ServiceFunction<F>(this, id, {
      stage: this.#stage,
      alarms: this.platform.alarms,
      service: this.#service,
      does: plan.entrypoint,
      entry: `services/${this.#service}/entrypoints/${plan.entrypoint}.ts`,
      environment: plan.environment,
      timeout,
      memoryMb: MEMORY_MB,
      onErrors: plan.onErrors,
    });
    this.#functions.push(made);
    return made;
  }
}
