import fc from 'fast-check';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { addDays, businessDayOf } from '#shared/domain/business-day.ts';
import { openCapital } from './capital-on-dynamo.ts';
import { open, receive, rows, series, value } from './figures-on-dynamo.ts';
import { seal } from './ledger-on-dynamo.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-01-28T20:00:00+07:00');
const SOURCES = [
  ['a-centre', 'central'],
  ['b-province', 'province'],
  ['c-district', 'former-district'],
] as const;
const BASE = '2024-07-15';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Received {
  readonly source: string;
  readonly amount: bigint;
  readonly on: string;
  readonly recordedAt: string;
}

/** Some hours pass, then one source receives money that counts for a day up to three years back. */
const histories = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 500 }),
    source: fc.integer({ min: 0, max: 2 }),
    amount: fc.bigInt({ min: 1n, max: 5000n }),
    daysBack: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 })),
    isSealed: fc.boolean(),
  }),
  { minLength: 6, maxLength: 10 },
);

/** The indicators by the simplest means: every receipt there is, one by one. */
function reckoned(all: readonly Received[], asOf: string, knownOn: string): Record<string, string | null> {
  const fund = (day: string, isMeant: (source: string) => boolean): bigint =>
    all
      .filter((one) => one.on <= day && one.recordedAt <= knownOn && isMeant(one.source))
      .reduce((sum, { amount }) => sum + amount, 0n);
  const local = (source: string): boolean => source !== 'a-centre';
  const [now, whole, base] = [fund(asOf, local), fund(asOf, () => true), fund(BASE, local)];
  const ratio = (numerator: bigint, denominator: bigint, scale: bigint): string | null =>
    denominator <= 0n ? null : ((2n * numerator * scale + denominator) / (2n * denominator)).toString();
  return {
    'cap-01': now.toString(),
    'cap-02': ratio(now, whole, 10_000n),
    'cap-03': (now - base).toString(),
    'cap-04': ratio(now, base, 100n),
    'idle-capital': whole.toString(),
  };
}

it('an indicator is what the receipts say, and stays so as known on an instant whatever comes later', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      vi.setSystemTime(START);
      const capital = await openCapital(inject('dynamoEndpoint'));
      for (const [sourceId, kind] of SOURCES) await open(capital, sourceId, kind, '2022-01-01');
      const all: Received[] = [];
      const kept: { readonly ask: () => Promise<string>; readonly answer: string }[] = [];
      let now = START;
      for (const { hours, source, amount, daysBack, isSealed } of history) {
        now += hours * HOUR;
        vi.setSystemTime(now);
        const on = addDays(businessDayOf(now), -daysBack);
        const [sourceId] = SOURCES[source] ?? SOURCES[0];
        await receive(capital, sourceId, amount.toString(), on);
        const recordedAt = new Date(now).toISOString();
        all.push({ source: sourceId, amount, on, recordedAt });
        await capital.project();
        if (isSealed) await seal(capital);
        const asked = { asOf: addDays(businessDayOf(now), -(daysBack % 300)), knownOn: recordedAt };
        const ask = async (): Promise<string> => {
          const range = { from: '2025-11-10', to: asked.asOf, by: 'month', knownOn: asked.knownOn };
          const isAfter = asked.asOf >= range.from;
          return JSON.stringify([
            await value(capital, 'cap-02', asked),
            await rows(capital, 'cap-01', { ...asked, limit: '2' }),
            isAfter ? await series(capital, 'cap-01', range) : null,
          ]);
        };
        kept.push({ ask, answer: await ask() });
      }
      now += 40 * 24 * HOUR;
      vi.setSystemTime(now);
      await seal(capital);
      for (const { ask, answer } of kept) expect(await ask()).toBe(answer);
      // And by days and instants nobody asked about at the time.
      for (const hours of [30, 700, 1500]) {
        const knownOn = new Date(START + hours * HOUR).toISOString();
        const asOf = addDays(businessDayOf(START), (hours % 40) - 20);
        for (const [id, expected] of Object.entries(reckoned(all, asOf, knownOn))) {
          const query = { asOf, knownOn, ...(id === 'cap-03' || id === 'cap-04' ? { base: BASE } : {}) };
          const answer = await value(capital, id as 'cap-01', query);
          expect({ id, value: answer.value ?? null }).toEqual({ id, value: expected });
        }
      }
    }),
    { numRuns: 3, seed: 20_261_124 },
  );
}, 240_000);
