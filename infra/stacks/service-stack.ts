import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { BeneficiaryEnvironment } from '#beneficiary/environment.ts';
import { ServiceRoutes } from '#infra/constructs/edge-api.ts';
import type { EnvironmentOf, Granted } from '#infra/constructs/granted.ts';
import { Nightly } from '#infra/constructs/nightly.ts';
import { OutboxPipe } from '#infra/constructs/outbox-pipe.ts';
import { QueueConsumer } from '#infra/constructs/queue-consumer.ts';
import { ServiceDashboard } from '#infra/constructs/service-dashboard.ts';
import { ServiceFunction, type NamedFunction } from '#infra/constructs/service-function.ts';
import { ServiceHealth } from '#infra/constructs/service-health.ts';
import { ServiceTable } from '#infra/constructs/service-table.ts';
import type { Stage } from '#infra/stages.ts';
import type { PlatformStack } from '#infra/stacks/platform-stack.ts';
import type {
  AlarmWords,
  ConsumerManifest,
  FunctionManifest,
  HttpManifest,
  NightlyManifest,
  ServiceManifest,
} from '#shared/functions/manifest.ts';
import type { ServiceEnvironment } from '#shared/runtime/environment.ts';

export interface ServiceStackProps extends StackProps {
  readonly stage: Stage;
  readonly platform: PlatformStack;
}

interface FunctionPlan {
  readonly name: string;
  readonly environment: EnvironmentOf<ServiceEnvironment> | EnvironmentOf<BeneficiaryEnvironment>;
  readonly timeout: Duration;
  readonly onErrors: AlarmWords;
}

/** A request is answered well before the gateway gives up on it at 30 seconds. */
const HTTP_TIMEOUT = Duration.seconds(20);
/** A batch of ten events, each a read and a transaction that may be tried again. */
const CONSUMER_TIMEOUT = Duration.seconds(30);
/** The longest a function may run; what is left over is begun again where it stopped, or the night after. */
const NIGHTLY_TIMEOUT = Duration.minutes(15);
/** Close to one vCPU at 1,769 MB; half of it starts a bundle in well under a second. */
const MEMORY_MB = 1024;

/**
 * A service as its manifest says: a table, its facts on the bus, its functions behind their routes, queues and
 * schedules, and its parked events.
 */
export abstract class ServiceStack extends Stack {
  protected readonly platform: PlatformStack;
  readonly #table: ServiceTable;
  readonly #stage: Stage;
  readonly #service: string;
  readonly #functions: NamedFunction[] = [];
  readonly #consumers: QueueConsumer[] = [];
  readonly #requests: NamedFunction[] = [];

  constructor(
    scope: Construct,
    id: string,
    { service, functions }: ServiceManifest,
    props: ServiceStackProps,
  ) {
    super(scope, id, props);
    this.#stage = props.stage;
    this.platform = props.platform;
    this.#service = service;
    this.#table = new ServiceTable(this, 'Data', {
      stage: props.stage,
      alarms: props.platform.alarms,
      service,
    });
    const outbox = new OutboxPipe(this, 'Outbox', {
      stage: props.stage,
      alarms: props.platform.alarms,
      service,
      table: this.#table.table,
      relay: props.platform.relay.function,
      bus: props.platform.bus,
    });
    const parker = this.#park();
    for (const manifest of functions) this.#add(manifest, parker);
    this.#watch(outbox);
  }

  #add(manifest: FunctionManifest, parker: NamedFunction): void {
    switch (manifest.kind) {
      case 'http': {
        this.#serve(manifest);
        return;
      }
      case 'consumer': {
        this.#consume(manifest, parker);
        return;
      }
      case 'nightly': {
        this.#nightly(manifest);
        return;
      }
    }
  }

  /** A function behind routes of the service. */
  #serve(manifest: HttpManifest): void {
    const { name, routes, opensPersonalData, onErrors } = manifest;
    const id = idOf(name);
    const variables = this.#variables(this.#tableFor(manifest));
    const handler = this.#function(`${id}Function`, {
      name,
      environment: opensPersonalData ? { ...variables, DATA_KEY_ID: this.platform.forSealing() } : variables,
      timeout: HTTP_TIMEOUT,
      onErrors,
    });
    new ServiceRoutes(this, `${id}Routes`, {
      edge: this.platform.edge,
      service: this.#service,
      handler: handler.function,
      routes: Object.values(routes),
    });
    this.#requests.push(handler);
  }

  /** A function that follows events of other services, or of this one. */
  #consume(manifest: ConsumerManifest, parker: NamedFunction): void {
    const { name, listensTo, onErrors } = manifest;
    const id = idOf(name);
    const environment = this.#variables(this.#tableFor(manifest));
    const consumer = new QueueConsumer(this, id, {
      stage: this.#stage,
      alarms: this.platform.alarms,
      bus: this.platform.bus,
      service: this.#service,
      name,
      listensTo,
      consumer: this.#function(`${id}Function`, { name, environment, timeout: CONSUMER_TIMEOUT, onErrors }),
      parker,
      timeout: CONSUMER_TIMEOUT,
    });
    this.#consumers.push(consumer);
  }

  /** A function that runs once a night. */
  #nightly(manifest: NightlyManifest): void {
    const { name, at, does, onErrors } = manifest;
    const id = idOf(name);
    const environment = this.#variables(this.#tableFor(manifest));
    new Nightly(this, `${id}Schedule`, {
      name: `${this.#stage.name}-${this.#service}-${name}`,
      at,
      task: this.#function(`${id}Function`, { name, environment, timeout: NIGHTLY_TIMEOUT, onErrors }),
      does,
    });
  }

  /** The function that keeps what no consumer could apply where people see it. */
  #park(): NamedFunction {
    return this.#function('Parker', {
      name: 'park-dead-letters',
      environment: this.#variables(this.#table.forParking()),
      timeout: CONSUMER_TIMEOUT,
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
    });
  }

  /** Alarms on what the service says, and its dashboard; after all its functions are there. */
  #watch(outbox: OutboxPipe): void {
    const named = { stageName: this.#stage.name, service: this.#service };
    new ServiceDashboard(this, 'Dashboard', {
      ...named,
      functions: this.#functions,
      consumers: this.#consumers,
      outbox,
      table: this.#table.table,
      health: new ServiceHealth(this, 'Health', {
        ...named,
        alarms: this.platform.alarms,
        requests: this.#requests.map(({ logs }) => logs),
      }),
    });
  }

  /** Name of the table for what a function does with it, and the permission to do that. */
  #tableFor({ table, counts }: Pick<FunctionManifest, 'table' | 'counts'>): Granted {
    switch (table) {
      case 'acts':
        return this.#table.forActs({ counts: counts === true });
      case 'known-keys':
        return this.#table.forKnownKeys({ counts: counts === true });
      case 'totals':
        return this.#table.forTotals();
      case 'reads':
        return this.#table.forReads();
      case 'sealing':
        return this.#table.forSealing();
    }
  }

  /** The variables every function of the service has. */
  #variables(tableName: Granted): EnvironmentOf<ServiceEnvironment> {
    return {
      TABLE_NAME: tableName,
      SERVICE_NAME: this.#service,
      STAGE: this.#stage.name,
      REMEMBER_DAYS: String(this.#stage.idempotencyDays),
    };
  }

  #function(id: string, { name, ...plan }: FunctionPlan): NamedFunction {
    const made = new ServiceFunction(this, id, {
      ...plan,
      stage: this.#stage,
      alarms: this.platform.alarms,
      service: this.#service,
      does: name,
      entry: `services/${this.#service}/entrypoints/${name}.ts`,
      memoryMb: MEMORY_MB,
    });
    this.#functions.push(made);
    return made;
  }
}

/** The name of a function as part of a logical id. */
function idOf(name: string): string {
  return name.replaceAll(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}
