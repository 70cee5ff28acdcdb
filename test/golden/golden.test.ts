import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PUBLISHED_EVENTS } from '#infra/documents/published.ts';
import { EnvelopeSchema, presentData } from '#shared/contracts/event.ts';
import type { EventType } from '#shared/contracts/event.ts';
import { testEnvelope } from '#test/support/lambda-events.ts';
import { GOLDEN_ENVELOPES, GOLDEN_EVENTS } from './golden.ts';
import type { Data } from './golden.ts';
import { assertGolden } from './produced.ts';

const versionsOf = ({ version, earlier }: EventType): number[] => [
  ...Object.keys(earlier ?? {}).map(Number),
  version,
];

const nameOf = ({ source, type }: Pick<EventType, 'source' | 'type'>, version: number): string =>
  `${source}/${type}.v${String(version)}`;

/** How a consumer reads the data. */
function reads(event: EventType, version: number, data: Data): boolean {
  const present = presentData(event, { version, data: { ...data } });
  return present !== null && z.safeParse(event.data, present).success;
}

const without = (data: Data, field: string): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name !== field));

/** Values of the fields that have a list of them. */
function choicesOf({ data }: EventType): [string, readonly unknown[]][] {
  return Object.entries(data._zod.def.shape).flatMap(([field, schema]) =>
    schema instanceof z.ZodMiniEnum ? [[field, schema.options] as [string, unknown[]]] : [],
  );
}

describe('golden events', () => {
  it('stand for every type in every version, and for nothing else', () => {
    const published = PUBLISHED_EVENTS.flatMap((event) =>
      versionsOf(event).map((version) => nameOf(event, version)),
    );
    expect(GOLDEN_EVENTS.map((golden) => nameOf(golden, golden.version)).sort()).toEqual(published.sort());
  });

  describe.each(PUBLISHED_EVENTS.map((event) => [event.type, event] as const))('%s', (_, event) => {
    const golden = GOLDEN_EVENTS.filter(({ type }) => type === event.type);

    it.each(golden)('v$version: every good one is read, no bad one is', ({ version, good, bad }) => {
      for (const data of good) expect([data, reads(event, version, data)]).toEqual([data, true]);
      for (const data of bad) expect([data, reads(event, version, data)]).toEqual([data, false]);
    });

    it.each(golden)(
      'v$version: none is read without a field that all have',
      ({ version, good: [...good] }) => {
        const fields = Object.keys(good[0] ?? {}).filter((field) => good.every((data) => field in data));
        expect(fields.filter((field) => reads(event, version, without(good[0] ?? {}, field)))).toEqual([]);
      },
    );

    it('has one of each choice it can tell', () => {
      const present = golden.find(({ version }) => version === event.version);
      for (const [field, choices] of choicesOf(event)) {
        const shown = new Set(present?.good.map((data) => data[field]));
        expect(choices.filter((choice) => !shown.has(choice))).toEqual([]);
      }
    });
  });
});

describe('golden envelopes', () => {
  it('are read when good, and none when bad or without a field', () => {
    const { good, bad } = GOLDEN_ENVELOPES;
    const isRead = (envelope: Data): boolean => z.safeParse(EnvelopeSchema, envelope).success;
    for (const envelope of good) expect([envelope, isRead(envelope)]).toEqual([envelope, true]);
    for (const envelope of bad) expect([envelope, isRead(envelope)]).toEqual([envelope, false]);
    const [first = {}] = good;
    expect(Object.keys(first).filter((field) => isRead(without(first, field)))).toEqual([]);
  });
});

describe('an event a service produces', () => {
  const [event] = PUBLISHED_EVENTS;
  const data = GOLDEN_EVENTS.findLast(({ type }) => type === event?.type)?.good[0] ?? {};
  const produced =
    (given: Data): (() => void) =>
    () => {
      if (event) assertGolden(testEnvelope(event, { ...given }));
    };

  it('may not have a field more or less than its golden ones, nor a version without any', () => {
    expect(produced(data)).not.toThrow();
    expect(produced({ ...data, fullName: 'x' })).toThrow('with /fullName');
    expect(produced(without(data, 'areaId'))).toThrow('without /areaId');
    expect(() => {
      if (event) assertGolden({ ...testEnvelope(event, { ...data }), version: 99 });
    }).toThrow('v99');
  });
});
