import { CfnOutput, CfnParameter, Duration, Stack, type RemovalPolicy, type StackProps } from 'aws-cdk-lib';
import { Archive, EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { EdgeApi } from '#infra/constructs/edge-api.ts';
import type { Granted } from '#infra/constructs/granted.ts';
import { Identity } from '#infra/constructs/identity.ts';
import { ServiceFunction } from '#infra/constructs/service-function.ts';
import { removalPolicyOf, type Stage } from '#infra/stages.ts';

export interface PlatformStackProps extends StackProps {
  readonly stage: Stage;
}

/** What the services share: the bus, the identities, the edge, the key, and the topic that wakes people. */
export class PlatformStack extends Stack {
  readonly bus: IEventBus;
  readonly edge: EdgeApi;
  /** Where systems get their tokens. */
  readonly tokenHost: string;
  readonly alarms: Topic;
  readonly relay: ServiceFunction<Record<string, never>>;
  readonly #dataKey: Key;

  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    super(scope, id, props);
    const { stage } = props;
    const removalPolicy = removalPolicyOf(stage);

    this.#dataKey = new Key(this, 'DataKey', {
      description: 'Seals the keys that encrypt national ids and telephone numbers field by field',
      enableKeyRotation: true,
      removalPolicy,
    });
    this.alarms = this.#alarmTopic(removalPolicy);

    // The interface, said aloud: under exactOptionalPropertyTypes CDK's own class does not quite fit it.
    this.bus = new EventBus(this, 'Bus', { eventBusName: `${stage.name}-platform` }) as IEventBus;
    new Archive(this, 'Archive', {
      archiveName: `${stage.name}-platform`,
      description: 'Every event, so that a new reader can be given the past',
      sourceEventBus: this.bus,
      eventPattern: { account: [this.account] },
      retention: Duration.days(stage.eventArchiveDays),
    });

    const identity = new Identity(this, 'Identity', stage);
    this.tokenHost = identity.tokenHost;
    this.edge = new EdgeApi(this, 'Edge', { stage, alarms: this.alarms, identity });

    this.relay = new ServiceFunction(this, 'OutboxRelay', {
      stage,
      alarms: this.alarms,
      service: 'platform',
      does: 'outbox-relay',
      entry: 'services/platform/entrypoints/outbox-relay.ts',
      environment: {},
      timeout: Duration.seconds(10),
      memoryMb: 256,
      onErrors: {
        impact: {
          vi: 'Sự kiện của mọi dịch vụ dừng trước bus: xét điều kiện, giữ vốn và hạch toán đang chờ.',
          en: 'Events of every service stop before the bus: eligibility, reservations and postings wait.',
        },
        whatToDo: {
          vi: 'Xem nhật ký hàm để biết bản ghi nào; quay lại phiên bản trước nếu vừa triển khai. Pipe thử lại 6 giờ nên chưa mất gì.',
          en: 'Read its log for the record it fails on; roll back if it has just been deployed. The pipes retry for 6 hours, so nothing is lost yet.',
        },
      },
    });

    new CfnOutput(this, 'ApiUrl', { value: this.edge.api.apiEndpoint });
    new CfnOutput(this, 'UserPoolId', { value: identity.pool.userPoolId });
  }

  /** Id of the data key for a function that seals and opens personal data. */
  forSealing(): Granted {
    return {
      value: this.#dataKey.keyId,
      grant: (role) => {
        role.addToPrincipalPolicy(
          new PolicyStatement({
            actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
            resources: [this.#dataKey.keyArn],
          }),
        );
      },
    };
  }

  #alarmTopic(removalPolicy: RemovalPolicy): Topic {
    // Not the data key: CloudWatch must use this one, and nothing outside the services may use that one.
    const key = new Key(this, 'AlarmKey', {
      description: 'Encrypts alarms on their way to people',
      enableKeyRotation: true,
      removalPolicy,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const topic = new Topic(this, 'Alarms', {
      displayName: 'Social policy credit alarms',
      masterKey: key,
      enforceSSL: true,
    });
    const address = new CfnParameter(this, 'AlarmEmail', {
      type: 'String',
      description: 'Mailbox of the people on duty',
      allowedPattern: String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`,
    });
    topic.addSubscription(new EmailSubscription(address.valueAsString));
    return topic;
  }
}
