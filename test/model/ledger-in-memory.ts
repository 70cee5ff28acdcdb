import * as z from 'zod/mini';
import { capitalFunctions } from '#test/support/service-handlers.ts';
import { driverOf } from '#test/support/service-driver.ts';
import type { Input } from '#test/support/service-driver.ts';
import { openSealBook } from '#capital/ledger/adapters/seal-book.ts';
import { sealDays } from '#capital/ledger/application/seal-day.ts';
import { NotYet } from '#capital/ledger/domain/not-yet.ts';
import { openLedgerReads } from '#capital/verification/adapters/ledger-reads.ts';
import { verifySource } from '#capital/verification/application/verify-ledger.ts';
import type { Verified } from '#capital/verification/application/verify-ledger.ts';
import { MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import { CapitalFreed } from '#shared/contracts/capital/ledger/events.ts';
import { CapitalReserved } from '#shared/contracts/capital/reservations/events.ts';
import type { Envelope, EventType } from '#shared/contracts/event.ts';
import type { ResponseOf, Route } from '#shared/contracts/route.ts';
import { Replay } from '#shared/data/act.ts';
import type { Act } from '#shared/data/act.ts';
import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { assertGolden } from '#test/golden/produced.ts';
import { person, testAct } from '#test/support/acts.ts';
import { testEnvelope } from '#test/support/lambda-events.ts';
import { tellReferences } from '#test/support/told-references.ts';
import { memoryTable } from '#test/support/memory/memory-table.ts';

const MONEY = new Set<string>(MONEY_EVENTS.map(({ type }) => type));

/** What became of an act: done, or the code of its refusal; `later` when it comes too early. */
export type Outcome = 'done' | 'repeated' | 'later' | { readonly refused: string };

/** The capital service as it ships, on a table in memory and with a calendar of its own. */
export class LedgerInMemory {
  today: BusinessDay;
  /** Money events that were written and have not reached the balances over time. */
  readonly waiting: Envelope[] = [];
  readonly #table = memoryTable((item) => {
    const event = item['event'] as Envelope | undefined;
    if (event) assertGolden(event);
    if (event && MONEY.has(event.type)) this.waiting.push(event);
    if (event?.type === CapitalFreed.type) this.#freed.push(event);
  });
  readonly #freed: Envelope[] = [];
  readonly #functions = capitalFunctions(this.#table);
  readonly #drive = driverOf(this.#functions);
  readonly #reactions = ['on-events', 'project-totals', 'offer-capital'].flatMap(
    (name) => this.#functions.reactions[name] ?? [],
  );
  #instant = 0;

  constructor(today: string) {
    this.today = businessDay(today);
  }

  /** The instant of the last act. No two acts share one. */
  get now(): string {
    return new Date(Date.parse(`${this.today}T08:00:00+07:00`) + this.#instant).toISOString();
  }

  async ask<T extends Route>(
    route: T,
    input: Input<T>,
    caller: Caller = person('auditor'),
  ): Promise<ResponseOf<T>> {
    return await this.#run(route, input, caller);
  }

  async give<T extends Route>(route: T, input: Input<T>, caller: Caller): Promise<Outcome> {
    return outcomeOf(() => this.#run(route, input, caller));
  }

  /** Lets it know programmes and areas. */
  tell(references: Parameters<typeof tellReferences>[1]): Promise<void> {
    return tellReferences(this.#table, references);
  }

  /** Delivers an event of another service; the same id again is the same event. */
  async deliver(
    type: EventType,
    given: { readonly id: string; readonly on: string; readonly version: number },
    data: Record<string, unknown>,
  ): Promise<Outcome> {
    const { id, on: effectiveOn, version: aggregateVersion } = given;
    return this.#apply({
      ...testEnvelope(type, data, { effectiveOn, aggregateVersion }),
      id,
      recordedAt: this.now,
    });
  }

  /** Everything that was written reaches the balances over time, in the order given by `shuffle`. */
  async project(shuffle: (events: Envelope[]) => Envelope[]): Promise<void> {
    for (const event of shuffle(this.waiting.splice(0))) await this.#apply(event);
  }

  /** Queues that may be served are; who got money, in the order it was reserved. */
  async offer(): Promise<{ readonly loanId: string; readonly at: string }[]> {
    const before = this.waiting.length;
    for (const event of this.#freed.splice(0)) await this.#apply(event);
    const served = this.waiting.slice(before).filter(({ type }) => type === CapitalReserved.type);
    return served.map(({ subject, recordedAt }) => ({ loanId: subject, at: recordedAt }));
  }

  /** Days pass; each night what is over is sealed and folded. */
  async pass(days: number, sourceIds: readonly string[]): Promise<void> {
    this.today = addDays(this.today, days);
    for (const sourceId of sourceIds) {
      await sealDays(openSealBook(this.#table, this.#act(null)), sourceId, this.today);
    }
  }

  verify(sourceId: string): Promise<Verified> {
    return verifySource(openLedgerReads(this.#table), sourceId, this.today);
  }

  #run<T extends Route>(route: T, input: Input<T>, caller: Caller): Promise<ResponseOf<T>> {
    return this.#drive(route, { ...input, caller, act: this.#act(caller.id) });
  }

  #apply(event: Envelope): Promise<Outcome> {
    const reaction = this.#reactions.find((one) => one.event.type === event.type);
    if (!reaction) throw new TypeError(`nobody listens to ${event.type}`);
    const once = { key: { pk: `SEEN#${event.id}`, sk: 'model' }, hash: event.id };
    const heard = { ...event, data: z.parse(reaction.event.data, event.data) as Envelope['data'] };
    return outcomeOf(() => reaction.apply(heard, { ...this.#act(null), once }));
  }

  #act(actor: string | null): Act {
    this.#instant += 1;
    return testAct({ now: this.now, today: this.today, ...(actor === null ? { once: null } : { actor }) });
  }
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof Replay) return 'repeated';
    if (error instanceof NotYet) return 'later';
    if (error instanceof DomainError) return { refused: error.code };
    throw error;
  }
}
