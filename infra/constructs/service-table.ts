import {
  AttributeType,
  Billing,
  Operation,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { removalPolicyOf, type Stage } from '#infra/stages.ts';
import { TABLE_INDEXES, TABLE_KEY, TIME_TO_LIVE_ATTRIBUTE } from '#shared/data/table-shape.ts';
import type { Granted } from './granted.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';

export interface ServiceTableProps {
  readonly stage: Stage;
  readonly alarms: ITopic;
  readonly service: string;
}

/** No Scan, no DeleteItem: nothing on a request path walks a table, and facts are never removed. */
const READS = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
/** A transaction is allowed by what it consists of, and acts put whole items. */
const ACTS = ['dynamodb:PutItem'];
/** Acts that count as well, such as how often a paper is booked; it gives no power over an item that putting does not. */
const COUNTS = ['dynamodb:UpdateItem'];

interface Acting {
  readonly counts: boolean;
}

/** What the services send; an alarm on a sum of metrics takes at most ten of them. */
const REQUESTS = [
  Operation.BATCH_GET_ITEM,
  Operation.GET_ITEM,
  Operation.PUT_ITEM,
  Operation.QUERY,
  Operation.TRANSACT_WRITE_ITEMS,
];

/** The one table of a service: keys and indexes from the shared shape, stream, recovery, deletion guard. */
export class ServiceTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: ServiceTableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      tableName: `${props.stage.name}-${props.service}`,
      partitionKey: { name: TABLE_KEY.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE_KEY.sort, type: AttributeType.STRING },
      globalSecondaryIndexes: TABLE_INDEXES.map((index) => ({
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...index.projected],
      })),
      timeToLiveAttribute: TIME_TO_LIVE_ATTRIBUTE,
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      // DynamoDB's own key, not the platform's: kms:Decrypt on the platform's key is what separates those who may
      // read national ids from those who may not, and a table encrypted with it would hand it to every function.
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: props.stage.tableRecoveryDays,
      },
      deletionProtection: props.stage.protectsData,
      removalPolicy: removalPolicyOf(props.stage),
    });
    this.#alarm(props);
  }

  /** Name of the table for a function that answers all requests of a service: it reads, lists and acts. */
  forActs({ counts }: Acting = { counts: false }): Granted {
    return this.#granted(
      this.#acts(counts),
      new PolicyStatement({ actions: ['dynamodb:Query'], resources: this.#indexes() }),
    );
  }

  /** Name of the table for a function that acts on keys it is given, by a caller or an event, and lists nothing. */
  forKnownKeys({ counts }: Acting = { counts: false }): Granted {
    return this.#granted(this.#acts(counts));
  }

  /** Name of the table for a function that adds up what it is told, and looks how far that was folded when it is late. */
  forTotals(): Granted {
    return this.#granted(
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        resources: [this.table.tableArn],
      }),
    );
  }

  /** Name of the table for a function that goes over all there is, and changes nothing. */
  forReads(): Granted {
    return this.#granted(
      new PolicyStatement({ actions: [...READS], resources: [this.table.tableArn] }),
      new PolicyStatement({ actions: ['dynamodb:Query'], resources: this.#indexes() }),
    );
  }

  /** Name of the table for a function that goes over a day, adds up, and keeps what it came to. */
  forSealing(): Granted {
    return this.#granted(
      new PolicyStatement({
        actions: [...READS, ...ACTS, 'dynamodb:UpdateItem'],
        resources: [this.table.tableArn],
      }),
      new PolicyStatement({ actions: ['dynamodb:Query'], resources: this.#indexes() }),
    );
  }

  /** Name of the table for a function that only writes new items, such as parked events. */
  forParking(): Granted {
    return this.#granted(
      new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [this.table.tableArn] }),
    );
  }

  #acts(counts: boolean): PolicyStatement {
    return new PolicyStatement({
      actions: [...READS, ...ACTS, ...(counts ? COUNTS : [])],
      resources: [this.table.tableArn],
    });
  }

  #indexes(): string[] {
    return TABLE_INDEXES.map((index) => `${this.table.tableArn}/index/${index.name}`);
  }

  #granted(...statements: readonly PolicyStatement[]): Granted {
    return {
      value: this.table.tableName,
      grant: (role) => {
        for (const statement of statements) role.addToPrincipalPolicy(statement);
      },
    };
  }

  #alarm(props: ServiceTableProps): void {
    const name = `${props.stage.name}-${props.service}-table`;
    new ImpactAlarm(this, 'Throttled', {
      name: `${name}-throttled`,
      topic: props.alarms,
      metric: this.table.metricThrottledRequestsForOperations({ operations: REQUESTS, period: ALARM_PERIOD }),
      threshold: 5,
      impact: {
        vi: `Cán bộ dùng dịch vụ ${props.service} gặp "Hệ thống đang bận" và phải thử lại.`,
        en: `Officers using ${props.service} are told the platform is busy and have to retry.`,
      },
      whatToDo: {
        vi: 'Xem khóa nóng trong CloudWatch Contributor Insights; dừng tải hàng loạt đang chạy nếu có; không có dữ liệu nào mất.',
        en: 'Look for a hot key with CloudWatch Contributor Insights; stop a bulk load if one is running; no data is lost.',
      },
    });
  }
}
