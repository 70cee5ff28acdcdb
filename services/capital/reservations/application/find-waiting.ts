import type { LeafId } from '#capital/ledger/domain/leaf.ts';
import type { PageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { RESERVATION_ROUTES } from '#shared/contracts/capital/reservations/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { ReservationReads } from './ports.ts';

type Routes = typeof RESERVATION_ROUTES;

/** Places shown of one queue; how many wait in all is told beside them. */
const MOST_PLACES = 500;

/**
 * Who waits on a leaf, in the order in which they are served, each with what is missing for it and all before it.
 * Throws `area-not-allowed` (403), `not-found` (404) for a leaf nobody ever asked and that has no quota.
 */
export async function showQueue(
  reads: ReservationReads,
  caller: Caller,
  place: LeafId,
): Promise<AnswerOf<Routes['getQueue']>> {
  assertReach(caller, place.communeId);
  const leaf = existing(await reads.leaf(place), place.communeId);
  const available = leaf.balances['cash-available'];
  let asked: bigint = 0n;
  const items = (await reads.waitingOn(leaf, MOST_PLACES)).map((row, index) => {
    asked += row.amount;
    const missing = vnd(asked > available ? asked - available : 0n);
    return { ...row, place: index + 1, missing };
  });
  return {
    available,
    waiting: leaf.queue?.waiting ?? 0,
    amount: leaf.queue?.amount ?? ZERO_VND,
    items,
  };
}

/** Who waits for capital of a source, in all its leaves. Throws `area-not-allowed` (403), `not-found` (404). */
export async function findWaiting(
  reads: ReservationReads,
  caller: Caller,
  sourceId: string,
  page: PageRequest,
): Promise<AnswerOf<Routes['listWaiting']>> {
  assertReachProvince(caller);
  const { items, next } = await reads.waiting(sourceId, page);
  if (items.length === 0 && page.cursor === undefined) {
    existing((await reads.hasSource(sourceId)) ? sourceId : null, sourceId);
  }
  return { items, next };
}

/**
 * What is reserved on a leaf. One page of the loans of the commune is looked through, so it may show fewer than were
 * asked for while there are more. Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function findReservations(
  reads: ReservationReads,
  caller: Caller,
  place: LeafId,
  page: PageRequest,
): Promise<AnswerOf<Routes['listReservations']>> {
  assertReach(caller, place.communeId);
  existing(await reads.leaf(place), place.communeId);
  const { items, next } = await reads.loans(place.sourceId, place.communeId, page);
  const reserved = items.filter(
    ({ status, programmeId }) => status === 'reserved' && programmeId === place.programmeId,
  );
  return {
    items: reserved.map(({ loanId, householdId, reserved: amount, reservedOn, expiresOn }) => ({
      ...{ loanId, householdId, expiresOn },
      reservedOn: reservedOn === '' ? null : reservedOn,
      amount,
    })),
    next,
  };
}
