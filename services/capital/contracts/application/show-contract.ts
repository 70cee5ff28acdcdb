import { knownUpTo } from '#shared/application/known-on.ts';
import type { PageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import { CONTRACT_CHECKERS } from '#shared/contracts/capital/contracts/routes.ts';
import type { CONTRACT_ROUTES } from '#shared/contracts/capital/contracts/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { statusOf } from '#shared/domain/proposal.ts';
import { differencesOf, pendingOn } from '../domain/contract-change.ts';
import type { ContractChange } from '../domain/contract-change.ts';
import { holdingOn, versionInForce } from '../domain/contract.ts';
import type { NamedChange } from './change-contract.ts';
import type { ContractReads } from './ports.ts';

type Routes = typeof CONTRACT_ROUTES;

/**
 * The contract in force on a day as known on an instant, and beside it the change that was pending then.
 * Throws `area-not-allowed` (403), `not-found` (404) also for a day before it, `known-on-in-future` (422).
 */
export async function showContract(
  reads: ContractReads,
  caller: Caller,
  asked: { readonly sourceId: string; readonly asOf: string; readonly knownOn?: string | undefined },
  now: string,
): Promise<AnswerOf<Routes['getContract']>> {
  assertReachProvince(caller);
  const { sourceId, asOf } = asked;
  const knownOn = knownUpTo(asked.knownOn, now);
  const [versions, changes] = await Promise.all([reads.contractVersions(sourceId), reads.changes(sourceId)]);
  const inForce = existing(versionInForce(versions, asOf, knownOn), sourceId);
  const pending = pendingOn(changes, knownOn);
  return {
    sourceId,
    asOf,
    knownOn,
    inForce,
    parametersOfTheDay: holdingOn(inForce.parameters, asOf),
    // As it was then: what was decided later is not known yet.
    pending: pending && changeView({ ...pending, decided: null }),
  };
}

/** Versions of a contract, newest first. Throws `area-not-allowed` (403), `not-found` (404). */
export async function listVersions(
  reads: ContractReads,
  caller: Caller,
  sourceId: string,
  page: PageRequest,
): Promise<AnswerOf<Routes['listContractVersions']>> {
  assertReachProvince(caller);
  const found = await reads.versionPage(sourceId, page);
  // Every source has a founding version: an empty first page means that there is no such source.
  existing(found.items.length === 0 && page.cursor === undefined ? null : found, sourceId);
  return found;
}

/** Changes of a contract by their ids. Throws `area-not-allowed` (403), `not-found` (404). */
export async function listChanges(
  reads: ContractReads,
  caller: Caller,
  sourceId: string,
  page: PageRequest,
): Promise<AnswerOf<Routes['listContractChanges']>> {
  assertReachProvince(caller);
  const found = await reads.changePage(sourceId, page);
  if (found.items.length === 0) existing((await reads.contractVersions(sourceId))[0] ?? null, sourceId);
  return { ...found, items: found.items.map(changeView) };
}

/** A change beside the version it was made to. Throws `area-not-allowed` (403), `not-found` (404). */
export async function showChange(
  reads: ContractReads,
  caller: Caller,
  { sourceId, changeId }: NamedChange,
): Promise<AnswerOf<Routes['getContractChange']>> {
  assertReachProvince(caller);
  const [change, versions] = await Promise.all([
    reads.change(sourceId, changeId),
    reads.contractVersions(sourceId),
  ]);
  const found = existing(change, changeId);
  const before = existing(versions.find(({ version }) => version === found.basedOn) ?? null, changeId);
  return {
    sourceId,
    change: changeView(found),
    before,
    differences: differencesOf(before, found.after),
    decidedBy: [...CONTRACT_CHECKERS],
  };
}

function changeView(change: ContractChange) {
  return { ...change, status: statusOf(change) };
}
