import type { Key } from '#shared/data/stored.ts';

/**
 * The table of the beneficiary service.
 *
 * | item                | pk                      | sk                     | gsi1pk / gsi1sk                             |
 * | ------------------- | ----------------------- | ---------------------- | ------------------------------------------- |
 * | household           | HOUSEHOLD#<id>          | HEAD                   | COMMUNE#<commune>#HOUSEHOLDS / <id>         |
 * | its persons         | HOUSEHOLD#<id>          | PERSONS                |                                             |
 * | its facts           | HOUSEHOLD#<id>          | FACT#<day>#<version>   |                                             |
 * | national id in use  | NATIONAL-ID#<hash>      | OWNER                  |                                             |
 * | eligibility         | ELIGIBILITY#<loan>      | DECISION (is the fact) |                                             |
 * | debt of a household | DEBT#<household>        | <programme>#<loan>     |                                             |
 * | area                | REF#area#<id>           | HEAD, REV#n, FACT#n    | REF#area / <level>#<last day>#<id>          |
 * | poverty standard    | REF#poverty-standard#id | HEAD, REV#n            | REF#poverty-standard / <id>                 |
 * | its proposals       | STANDARD-PROPOSAL#<id>  | HEAD, FACT#<day>#<n>   | STANDARD-PROPOSALS#<status> / <time>#<id>   |
 * | eligibility rules   | REF#eligibility-rules#… | HEAD, REV#n, FACT#n    | REF#eligibility-rules / <programme>         |
 * | wrapped data key    | DATA-KEY                | 1                      |                                             |
 *
 * Access, with what it costs (RRU/WRU of one request each unless said otherwise):
 * - register a household: one batch (household, key record, a lock per national id), the area, one transaction;
 * - a household as of a day: one batch of two items, one query of its facts up to the day (at most 400);
 * - households of a commune: one page of gsi1;
 * - record a class: one batch, the standard, the area, one transaction (household, fact, key record, gsi1 entry);
 * - propose a standard: one batch (proposal, key record), the standard, one transaction; decide: one batch more;
 * - standards, or proposals of a status: one page of gsi1;
 * - decide on a loan: one batch of three items, then facts, debts, rules and area side by side, one transaction;
 * - areas of a day: pages of gsi1 from that day on: units that ended earlier are never read;
 * - what a code means: one query of gsi1 for units without an end, a second only for days before a change.
 */

export const householdKey = (householdId: string): Key => ({ pk: `HOUSEHOLD#${householdId}`, sk: 'HEAD' });

export const personsKey = (householdId: string): Key => ({ pk: `HOUSEHOLD#${householdId}`, sk: 'PERSONS' });

export const householdsOf = (communeId: string): string => `COMMUNE#${communeId}#HOUSEHOLDS`;

export const nationalIdKey = (fingerprint: string): Key => ({
  pk: `NATIONAL-ID#${fingerprint}`,
  sk: 'OWNER',
});

export const dataKeyKey = (number: number): Key => ({ pk: 'DATA-KEY', sk: number.toString() });
