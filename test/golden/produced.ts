import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Envelope } from '#shared/contracts/event.ts';
import { OUTBOX_ATTRIBUTE } from '#shared/data/table-shape.ts';
import { GOLDEN_EVENTS } from './golden.ts';
import type { Golden } from './golden.ts';

/** A client that takes no published event of another shape than its golden ones: what is produced is what is kept. */
export function onlyGoldenEvents(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== 'send') return Reflect.get(target, name) as unknown;
      // As it is now: a test may set one that calls this one.
      const send = target.send.bind(target);
      return (command: Parameters<typeof send>[0]) => {
        for (const event of eventsIn(command)) assertGolden(event);
        return send(command);
      };
    },
  });
}

function eventsIn(command: unknown): Envelope[] {
  if (!(command instanceof TransactWriteCommand)) return [];
  return (command.input.TransactItems ?? []).flatMap(({ Put }) => {
    const event = Put?.Item?.[OUTBOX_ATTRIBUTE] as Envelope | undefined;
    return event === undefined ? [] : [event];
  });
}

const known = Map.groupBy(GOLDEN_EVENTS, ({ type }) => type);

/** Throws when the data of a published event has other fields than its golden ones. Other types are for tests alone. */
export function assertGolden({ type, version, data }: Pick<Envelope, 'type' | 'version' | 'data'>): void {
  const versions = known.get(type);
  if (versions === undefined) return;
  const differing = differences(versions.find((one) => one.version === version)?.good ?? [], data);
  if (differing.length > 0) {
    throw new TypeError(`${type} v${String(version)} is not like its golden events: ${differing.join(', ')}`);
  }
}

function differences(good: Golden['good'], data: unknown): string[] {
  const shapes = good.map((one) => new Set(fieldsOf(one)));
  const ever = new Set(shapes.flatMap((shape) => [...shape]));
  const found = new Set(fieldsOf(data));
  return [
    ...[...ever]
      .filter((field) => !found.has(field) && shapes.every((shape) => shape.has(field)))
      .map((field) => `without ${field}`),
    ...[...found].filter((field) => !ever.has(field)).map((field) => `with ${field}`),
  ];
}

/** Every field as the path to it; elements of a list share one. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => fieldsOf(element, `${path}/*`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    `${path}/${name}`,
    ...fieldsOf(part, `${path}/${name}`),
  ]);
}
