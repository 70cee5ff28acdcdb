import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import { getItem, queryAll, queryPage, readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { ContractBook, ContractReads, ContractVersions } from '../application/ports.ts';
import type { ContractVersion } from '../domain/contract.ts';
import {
  ChangeItemSchema,
  changeKey,
  CHANGES,
  changeWrite,
  ContractItemSchema,
  contractKey,
  contractWrite,
  VersionItemSchema,
  versionKey,
  VERSIONS,
  versionWrite,
} from './contract-table.ts';

/** Changes of one contract: a few a year. */
const VERSIONS_BOUND = 500;

const CHANGES_BOUND = 1000;

/** ContractBook on DynamoDB for one act: a BatchGet of head and change, one of versions, and one transaction. */
export function openContractBook(table: Table, act: Act): ContractBook {
  return {
    today: act.today,
    now: act.now,
    open: async (sourceId, changeId) => {
      const keys = { head: contractKey(sourceId), change: changeKey(sourceId, changeId) };
      const found = await readForAct(table, act, Object.values(keys));
      const contract = found.take(keys.head, ContractItemSchema);
      if (contract === null) return null;
      const [founding, newest] = await Promise.all(
        [1, contract.newest].map((version) => readVersion(table, sourceId, version)),
      );
      if (!founding || !newest) throw new Error(`the contract of ${sourceId} lacks a version`);
      return { contract, founding, newest, change: found.take(keys.change, ChangeItemSchema) };
    },
    keep: ({ contract, change, version, draft, answer }) => {
      const { sourceId } = contract;
      const { pk } = contractKey(sourceId);
      return commit(table, act, {
        writes: [
          contractWrite(contract),
          changeWrite(sourceId, change),
          ...(version === null ? [] : [versionWrite(sourceId, version)]),
        ],
        facts: [{ key: { pk, sk: factSortKey(draft.effectiveOn, draft.aggregateVersion) }, draft }],
        answer,
      });
    },
  };
}

function readVersion(table: Table, sourceId: string, version: number): Promise<ContractVersion | null> {
  return getItem(table, versionKey(sourceId, version), VersionItemSchema, 'strong');
}

export function openContractVersions(table: Table): ContractVersions {
  return { contractVersions: (sourceId) => readVersions(table, sourceId, 'eventual') };
}

export function openContractReads(table: Table): ContractReads {
  return {
    ...openContractVersions(table),
    versionPage: (sourceId, page) =>
      queryPage(table, VersionItemSchema, {
        partition: contractKey(sourceId).pk,
        prefix: VERSIONS,
        newestFirst: true,
        ...page,
      }),
    changePage: (sourceId, page) =>
      queryPage(table, ChangeItemSchema, {
        partition: contractKey(sourceId).pk,
        prefix: CHANGES,
        ...page,
      }),
    changes: (sourceId) =>
      queryAll(table, ChangeItemSchema, {
        partition: contractKey(sourceId).pk,
        prefix: CHANGES,
        bound: CHANGES_BOUND,
      }),
    change: (sourceId, changeId) => getItem(table, changeKey(sourceId, changeId), ChangeItemSchema),
  };
}

/** Every version of a contract, oldest first; none when there is no such source. */
export function readVersions(
  table: Table,
  sourceId: string,
  consistency: 'eventual' | 'strong',
): Promise<ContractVersion[]> {
  return queryAll(table, VersionItemSchema, {
    partition: contractKey(sourceId).pk,
    prefix: VERSIONS,
    bound: VERSIONS_BOUND,
    consistency,
  });
}
