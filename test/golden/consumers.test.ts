import { describe, expect, it } from 'vitest';
import { BENEFICIARY } from '#beneficiary/manifest.ts';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import { CAPITAL } from '#capital/manifest.ts';
import { LENDING } from '#lending/manifest.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { listParked } from '#shared/data/parked.ts';
import type { Table } from '#shared/data/table.ts';
import { consumerName, followedBy } from '#shared/functions/manifest.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { observe } from '#shared/runtime/observability.ts';
import { fakeKeyService } from '#test/stores/beneficiary/fixture.ts';
import { CONTEXT, sqsEvent, testEnvelope } from '#test/support/lambda-events.ts';
import { memoryTable } from '#test/support/memory/memory-table.ts';
import { beneficiaryFunctions, capitalFunctions, lendingFunctions } from '#test/support/service-handlers.ts';
import { GOLDEN_ENVELOPES, GOLDEN_EVENTS } from './golden.ts';

const SERVICES = [
  {
    manifest: BENEFICIARY,
    functions: (table: Table) => beneficiaryFunctions(table, openVault(table, fakeKeyService())),
  },
  { manifest: CAPITAL, functions: capitalFunctions },
  { manifest: LENDING, functions: lendingFunctions },
];

/** Every consumer with each golden file of each type it follows. */
const FOLLOWED = SERVICES.flatMap(({ manifest, functions }) =>
  manifest.functions.flatMap((one) =>
    one.kind !== 'consumer'
      ? []
      : followedBy(one).flatMap((event) =>
          GOLDEN_EVENTS.filter(({ type }) => type === event.type).map((golden) => ({
            ...golden,
            consumer: consumerName(one),
            reactions: (table: Table) => functions(table).reactions[one.name] ?? [],
          })),
        ),
  ),
);

/** Reasons to park that lie in how an event is written, not in what it asks for. */
const UNREADABLE = ['not-an-event', 'unknown-event-type', 'unknown-event-version', 'event-data-malformed'];

/** Why each of the events was parked by a consumer that knows nothing yet; null where it was not. */
async function reasonsOf(
  { consumer: name, reactions }: (typeof FOLLOWED)[number],
  events: readonly unknown[],
): Promise<(string | null)[]> {
  const reasons: (string | null)[] = [];
  for (const event of events) {
    const table = memoryTable();
    const consume = eventConsumer({ ...observe(name), name, table, reactions: reactions(table) });
    await consume(sqsEvent(event), CONTEXT);
    const { items } = await listParked(table, undefined);
    reasons.push(items[0]?.reason ?? null);
  }
  return reasons;
}

describe.each(FOLLOWED)('$consumer', (followed) => {
  const { source, type, version, good, bad } = followed;
  const asEvents = (all: readonly object[]): Envelope[] =>
    all.map((data) => testEnvelope({ source, type, version }, { ...data }));

  it(`reads every good ${type} v${String(version)}`, async () => {
    for (const reason of await reasonsOf(followed, asEvents(good))) expect(UNREADABLE).not.toContain(reason);
  });

  it(`parks every bad ${type} v${String(version)}`, async () => {
    expect(await reasonsOf(followed, asEvents(bad))).toEqual(bad.map(() => 'event-data-malformed'));
  });

  it(`parks what is no event`, async () => {
    const { bad: envelopes } = GOLDEN_ENVELOPES;
    expect(await reasonsOf(followed, envelopes)).toEqual(envelopes.map(() => 'not-an-event'));
  });
});
