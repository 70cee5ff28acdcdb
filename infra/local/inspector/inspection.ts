/** What can be seen inside the running cloud: for the inspector page and for tests. */
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Assembly } from '../assembly/types.ts';
import type { AwsEndpoint, DeniedCall } from '../aws/aws-endpoint.ts';
import type { LocalClock } from '../clock.ts';
import type { BusRecord } from '../events/bus.ts';
import type { QueueDepth } from '../events/queues.ts';
import type { Faults, FaultSettings, Strike } from '../faults.ts';
import type { Flow } from '../flow.ts';
import type { FunctionFailure, Functions } from '../functions/function-types.ts';

export interface ParkedMessage {
  readonly table: string;
  readonly item: Readonly<Record<string, unknown>>;
}

export interface Problem {
  readonly at: string;
  readonly text: string;
}

export interface Inspection {
  /** Events as they went over the bus, newest first. */
  events(): readonly BusRecord[];
  queues(): Promise<readonly QueueDepth[]>;
  /** Items services parked, newest last, with the table they lie in. */
  parked(): Promise<readonly ParkedMessage[]>;
  failures(): readonly FunctionFailure[];
  denied(): readonly DeniedCall[];
  logs(functionId: string): readonly string[];
  clock(): { readonly businessDay: string | null; readonly today: string };
  faults(): FaultSettings & { readonly struck: readonly Strike[] };
  /** What pipes and pollers complained of, newest first. */
  problems(): readonly Problem[];
  readonly functionIds: readonly string[];
}

export interface OpenInspection extends Inspection {
  report(problem: string): void;
  watch(flow: Flow): void;
}

export interface InspectionOptions {
  readonly assembly: Assembly;
  readonly endpoint: AwsEndpoint;
  readonly functions: Functions;
  readonly faults: Faults;
  readonly clock: LocalClock;
}

const KEPT_PROBLEMS = 200;

/** Where every service keeps what it could not handle. */
const PARKED_PARTITION = 'PARKED';

export function createInspection(options: InspectionOptions): OpenInspection {
  const { assembly, endpoint, functions, faults, clock } = options;
  const problems: Problem[] = [];
  let flow: Flow | null = null;
  const client = new DynamoDBClient({
    region: assembly.region,
    endpoint: endpoint.url,
    credentials: endpoint.operator,
  });
  return {
    events: () => flow?.bus.recent() ?? [],
    queues: async () => (await flow?.depths()) ?? [],
    parked: async () => {
      const found = await Promise.all(assembly.tables.map(({ name }) => parkedIn(client, name)));
      return found.flat();
    },
    failures: () => functions.failures(),
    denied: () => endpoint.denied(),
    logs: (functionId) => functions.logs(functionId),
    clock: () => ({ businessDay: clock.businessDay, today: clock.today() }),
    faults: () => ({ ...faults.settings, struck: faults.struck }),
    problems: () => problems,
    functionIds: assembly.functions.map(({ id }) => id),
    report: (text) => {
      problems.unshift({ at: new Date().toISOString(), text });
      problems.length = Math.min(problems.length, KEPT_PROBLEMS);
    },
    watch: (started) => {
      flow = started;
    },
  };
}

async function parkedIn(client: DynamoDBClient, table: string): Promise<ParkedMessage[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :parked',
      ExpressionAttributeValues: { ':parked': { S: PARKED_PARTITION } },
    }),
  );
  return Items.map((item: Record<string, AttributeValue>) => ({ table, item: unmarshall(item) }));
}
