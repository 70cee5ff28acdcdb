import type { Key } from '#shared/data/stored.ts';
import type { BookId } from '../domain/book.ts';
import type { LeafId } from '../domain/leaf.ts';

/**
 * The capital table. Reference, idempotency, seen, parked and refusal items as in shared/data, and:
 *
 * | item           | pk                                | sk                   | gsi1 (summary)                          | gsi2 (label)                   |
 * | source         | SOURCE#source                     | HEAD                 | SOURCES · source                        |                                |
 * | its freezes    | FREEZES#source                    | see freeze-table.ts  |                                         |                                |
 * | its splits     | SPLITS#source                     | see split-book.ts    |                                         |                                |
 * | its contract   | CONTRACT#source                   | see contract-table.ts |                                        |                                |
 * | quota decision | QUOTADECISION#source#decision     | see decision-table.ts |                                        |                                |
 * | receipt        | SOURCE#source                     | FACT#day#version     |                                         | RECORDED#source · instant#seq |
 * | its papers     | SOURCE#source                     | PAPER#digest         |                                         |                                |
 * | its hand-overs | SOURCE#source                     | HANDED#version(#END) | HELD#holder · source#version(#END)      |                                |
 * | funding plan   | PLANS#source                      | HEAD#plan, FACT#plan#day#version |                             |                                |
 * | its tranches   | PLANS#source                      | TRANCHE#tranche      |                                         |                                |
 * | programme, area | REFERENCE#kind#id                | see reference-table.ts |                                       |                                |
 * | commune asks   | QUOTA-REQUEST#request             | see quota-request-book.ts |                                    |                                |
 * | opening        | OPENING#source#opening            | see opening-book.ts  |                                         |                                |
 * | closed year    | CLOSINGS#source                   | CLOSED#year, FACT#year |                                       |                                |
 * | leaf           | LEAF#source#programme#commune     | HEAD                 | QUOTAS#source · commune#programme       |                                |
 * | allocation     | LEAF#source#programme#commune     | FACT#day#version     |                                         | RECORDED#source · instant#seq |
 * | place in queue | LEAF#source#programme#commune     | WAIT#instant#loan    | WAITING#source · instant#loan, waiting  |                                |
 * | queue may move | LEAF#source#programme#commune     | FREED#version#…      |                                         |                                |
 * | loan           | LOAN#loan                         | HEAD                 | LOANS#source · commune#loan             | EXPIRY#source · day#loan, reserved |
 * | loan's fact    | LOAN#loan                         | FACT#day#version     |                                         | RECORDED#source · instant#seq |
 * | journal line   | ENTRIES#source                    | day#instant#subject#…|                                         |                                |
 * | cells          | CELLS#source(#programme#commune)  | D#, E#, M, M#        |                                         |                                |
 * | seal           | SEALS#source                      | day, HEAD            |                                         |                                |
 * | expected loan  | EXPECTED#loan                     | HEAD                 |                                         |                                |
 * | expected leaf  | FORECAST#source                   | commune#programme    |                                         |                                |
 * | dated figure   | REF#kind#figure                   | HEAD, REV#, FACT#    | REF#kind · figure                       | REVISIONS#kind · figure#revision |
 *
 * Access patterns and their cost (reads of people are eventually consistent):
 * - receive: 2 BatchGets (source, then its investor) + 1 transaction (source, fact, key); allocate: 1 BatchGet of
 *   source and leaf + the same with the leaf;
 * - withdraw: like receive; hand over: source and holder with their investors, the day’s balances, + 1 transaction;
 * - record a plan: 1 BatchGet of source, plan and its tranches + 1 transaction (plan, version, new tranches, key);
 * - plans as of a day: 1 query of versions, 1 of the source’s facts; late tranches: the same for each source of a page;
 * - close a year: 1 BatchGet of source and year, the year’s balances, + 1 transaction (mark, statement, key); a statement
 *   beside today’s: 1 GetItem and the year’s balances; late entries: 1 query of the recorded index a page;
 * - what a contract holds: 2 queries of hand-overs, then each fund’s balances;
 * - answer a request: 1 BatchGet of loan, source and leaf + 1 transaction;
 * - serve the first who waits: leaf, 1 query of its queue from the first place on, loan, + 1 transaction of loan,
 *   leaf, place, fact; while nobody waits no act costs more for it;
 * - the night: 1 query a source over the reservations whose day has come, + 1 transaction each;
 * - reservations of a leaf: 1 page of the loans of its commune; who waits there: 1 query from the first place on;
 * - lend, return, release: loan, then its leaf, + 1 transaction of loan, leaf, fact, seen event;
 * - lists of sources, quotas, loans, entries: 1 query of one page; a commune is a prefix of the sort key;
 * - balances as of a day, as known on an instant: see balance-cells.ts; 4 requests at any age;
 * - programmes and areas an act names: 1 BatchGet per ninety of them, beside what the act reads anyway;
 * - a decision settles requests: decision, 1 query of the requests it is named for, each read and 1 transaction;
 * - seal of a day: 1 query over the index per 500 entries of the day; its chain heads are the day's last links;
 * - indicators: list of sources, 1 item or query per investor, 3 queries per source and day asked about, targets
 *   and rates with 1 query over their revisions; the newest national table with 1 query from its end;
 * - forecast: source, its quotas (200 a query), 1 query of expected leaves, plans as above; an event of a loan writes
 *   the loan and its leaf (forecast-table.ts);
 * - trace of a source: head, contract, investor, receipts, totals; of a loan: its facts, its leaf's
 *   allocations, and the source as before.
 *
 * Acts on loans write the loan and its leaf, never the source, so a transaction day never meets on one item;
 * the journal by business day and the balances over time are kept beside, by their own consumer.
 */

export const HEAD = 'HEAD';

export const entriesPartition = (sourceId: string): string => `ENTRIES#${sourceId}`;

/** The order in which a source's entries were recorded, its leaves' among them. */
export const recordedPartition = (sourceId: string): string => `RECORDED#${sourceId}`;

export const sealsPartition = (sourceId: string): string => `SEALS#${sourceId}`;

export const cellsPartition = ({ sourceId, leaf }: BookId): string =>
  leaf === null ? `CELLS#${sourceId}` : `CELLS#${sourceId}#${leaf.programmeId}#${leaf.communeId}`;

export const leafKey = ({ sourceId, programmeId, communeId }: LeafId): Key => ({
  pk: `LEAF#${sourceId}#${programmeId}#${communeId}`,
  sk: HEAD,
});

export const sourceKey = (sourceId: string): Key => ({ pk: `SOURCE#${sourceId}`, sk: HEAD });

export const loanKey = (loanId: string): Key => ({ pk: `LOAN#${loanId}`, sk: HEAD });
