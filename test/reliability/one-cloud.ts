import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll } from 'vitest';
import type { Cloud } from '#infra/local/cloud.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { OUTBOX_ATTRIBUTE } from '#shared/data/table-shape.ts';
import { openStage } from '#test/journeys/steps/stage.ts';
import type { Stage } from '#test/journeys/steps/stage.ts';
import { openWorld, putSmallReference, TODAY } from '#test/support/world/small-world.ts';
import { startTestCloud } from '#test/support/test-cloud.ts';

export type Service = 'beneficiary' | 'capital' | 'lending';

/** A cloud for a whole file, and hands that reach behind its doors. */
export interface OneCloud {
  readonly cloud: Cloud;
  /** A stage for acts of their own. */
  readonly stage: (run: string) => Stage;
  /** Lays an event into a service's outbox, as if the service had written it with an act. */
  readonly publish: (service: Service, event: Envelope) => Promise<void>;
  /** Puts events of the bus on every queue that took them, once more and in this order. */
  readonly deliverAgain: (events: ReturnType<Cloud['inspect']['events']>) => Promise<number>;
}

export function shareCloud(): () => OneCloud {
  let shared: OneCloud | null = null;
  beforeAll(async () => {
    const cloud = await startTestCloud();
    cloud.setBusinessDay(TODAY);
    await putSmallReference(openWorld(cloud));
    shared = { cloud, stage: (run) => openStage(cloud, run), ...handsOn(cloud) };
  });
  afterAll(() => shared?.cloud.stop());
  return () => {
    if (shared === null) throw new Error('the cloud is not up yet');
    return shared;
  };
}

function handsOn({ assembly, endpoint }: Cloud): Pick<OneCloud, 'publish' | 'deliverAgain'> {
  const operator = { region: assembly.region, endpoint: endpoint.url, credentials: endpoint.operator };
  const tables = DynamoDBDocumentClient.from(new DynamoDBClient(operator));
  const queues = new SQSClient({ ...operator, useQueueUrlAsEndpoint: false });
  return {
    publish: async (service, event) => {
      const table = assembly.tables.find(({ name }) => name.endsWith(`-${service}`));
      await tables.send(
        new PutCommand({
          TableName: table?.name ?? service,
          Item: { pk: `LAID#${event.id}`, sk: 'FACT#1', [OUTBOX_ATTRIBUTE]: event },
        }),
      );
    },
    deliverAgain: async (events) => {
      let sent = 0;
      for (const { event, rules } of events) {
        const targets = assembly.rules
          .filter(({ name }) => rules.includes(name))
          .flatMap((rule) => rule.targets);
        for (const queue of assembly.queues.filter(({ arn }) =>
          targets.some((target) => target.arn === arn),
        )) {
          const Entries = [{ Id: 'again', MessageBody: JSON.stringify(event) }];
          await queues.send(new SendMessageBatchCommand({ QueueUrl: queue.url, Entries }));
          sent += 1;
        }
      }
      return sent;
    },
  };
}
