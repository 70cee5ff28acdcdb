/** EventBridge: puts an event on a bus, matches the rules of that bus and hands it to their targets. */
import { randomUUID } from 'node:crypto';
import { evaluate } from '../assembly/policy.ts';
import type { Assembly, Queue, Rule, RuleTarget } from '../assembly/types.ts';
import type { AwsCaller } from '../aws/caller.ts';
import type { Functions } from '../functions/function-types.ts';
import { compilePattern } from './event-pattern.ts';
import type { Json, Matcher } from './event-pattern.ts';

export interface BusEntry {
  readonly busArn: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: Json;
  readonly time: string;
  readonly resources: readonly string[];
}

/** An event as it went over the bus, with the rules that took it. */
export interface BusRecord {
  readonly at: string;
  readonly bus: string;
  readonly event: BusEvent;
  readonly rules: readonly string[];
}

export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Json;
}

export interface Bus {
  /**
   * Delivers the entries to every target of every matching rule, in order.
   *
   * @throws Error when a target does not take them: the caller tries again, and consumers see duplicates
   */
  put(entries: readonly BusEntry[]): Promise<void>;
  /** The last events, newest first. */
  recent(): readonly BusRecord[];
}

type Target = (events: readonly BusEvent[]) => Promise<void>;

interface CompiledRule {
  readonly rule: Rule;
  readonly matches: Matcher;
  readonly targets: readonly Target[];
}

const KEPT = 300;

const BATCH_ENTRIES = 10;

/** SQS counts the payload of a whole batch against this limit. */
const BATCH_BYTES = 256 * 1024;

/** @throws Error naming a rule that is not valid or a target the local cloud does not know */
export function createBus(assembly: Assembly, sqs: AwsCaller, functions: Functions): Bus {
  const rules = new Map<string, CompiledRule[]>();
  for (const rule of assembly.rules.filter(({ enabled }) => enabled)) {
    const compiled = compileRule(rule, assembly, sqs, functions);
    rules.set(rule.busName, [...(rules.get(rule.busName) ?? []), compiled]);
  }
  const recent: BusRecord[] = [];

  const put = async (entries: readonly BusEntry[]): Promise<void> => {
    const byRule = new Map<CompiledRule, BusEvent[]>();
    for (const entry of entries) {
      const busName = entry.busArn.split('/').at(-1) ?? entry.busArn;
      if (!assembly.eventBuses.some(({ name }) => name === busName))
        throw new Error(`No event bus ${entry.busArn}`);
      const event = eventOf(entry, assembly);
      const taken = (rules.get(busName) ?? []).filter(({ matches }) => matches(event as unknown as Json));
      for (const rule of taken) byRule.set(rule, [...(byRule.get(rule) ?? []), event]);
      recent.unshift({
        at: new Date().toISOString(),
        bus: busName,
        event,
        rules: taken.map(({ rule }) => rule.name),
      });
    }
    recent.length = Math.min(recent.length, KEPT);
    await Promise.all([...byRule].flatMap(([{ targets }, events]) => targets.map((send) => send(events))));
  };
  return { put, recent: () => recent };
}

function compileRule(rule: Rule, assembly: Assembly, sqs: AwsCaller, functions: Functions): CompiledRule {
  try {
    return {
      rule,
      matches: compilePattern(rule.pattern as Json),
      targets: rule.targets.map((target) => compileTarget(rule, target, assembly, sqs, functions)),
    };
  } catch (error) {
    throw new Error(`Rule ${rule.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function compileTarget(
  rule: Rule,
  target: RuleTarget,
  assembly: Assembly,
  sqs: AwsCaller,
  functions: Functions,
): Target {
  if (target.input !== undefined || target.inputPath !== undefined || target.inputTransformer !== undefined) {
    throw new Error(`target ${target.id} transforms its input, which the local cloud does not know`);
  }
  const queue = assembly.queues.find(({ arn }) => arn === target.arn);
  if (queue !== undefined) {
    assertMaySend(rule, queue);
    return (events) => sendToQueue(sqs, queue, events);
  }
  const lambda = assembly.functions.find(({ arn }) => arn === target.arn);
  if (lambda !== undefined) {
    return async (events) => {
      for (const event of events) {
        const result = await functions.invoke(lambda.id, event);
        if (!result.ok) throw new Error(`${lambda.id}: ${result.error.message}`);
      }
    };
  }
  throw new Error(`target ${target.arn} is neither a queue nor a function of this assembly`);
}

/** A queue that does not let the rule in loses events in AWS without a word; here it is an error at the start. */
function assertMaySend(rule: Rule, queue: Queue): void {
  const verdict = evaluate(queue.policy, {
    action: 'sqs:SendMessage',
    resource: queue.arn,
    principal: 'Service:events.amazonaws.com',
    context: { 'aws:SourceArn': [rule.arn], 'aws:SecureTransport': ['true'] },
  });
  if (!verdict.allowed)
    throw new Error(`queue ${queue.name} does not let this rule send: ${verdict.missing}`);
}

async function sendToQueue(sqs: AwsCaller, queue: Queue, events: readonly BusEvent[]): Promise<void> {
  for (const bodies of chunks(events.map((event) => JSON.stringify(event)))) {
    const { Failed = [] } = (await sqs.call('AmazonSQS.SendMessageBatch', {
      QueueUrl: queue.url,
      Entries: bodies.map((body, index) => ({ Id: String(index), MessageBody: body })),
    })) as { readonly Failed?: readonly { readonly Message?: string }[] };
    if (Failed.length > 0)
      throw new Error(`${queue.name} refused ${Failed.length} messages: ${Failed[0]?.Message ?? ''}`);
  }
}

function chunks(bodies: readonly string[]): string[][] {
  const result: string[][] = [];
  let bytes = 0;
  for (const body of bodies) {
    const size = Buffer.byteLength(body);
    const current = result.at(-1);
    if (current === undefined || current.length >= BATCH_ENTRIES || bytes + size > BATCH_BYTES) {
      result.push([body]);
      bytes = size;
    } else {
      current.push(body);
      bytes += size;
    }
  }
  return result;
}

function eventOf(entry: BusEntry, assembly: Assembly): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': entry.detailType,
    source: entry.source,
    account: assembly.account,
    // EventBridge keeps whole seconds.
    time: `${entry.time.slice(0, 19)}Z`,
    region: assembly.region,
    resources: entry.resources,
    detail: entry.detail,
  };
}
