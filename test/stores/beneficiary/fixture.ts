import { randomBytes } from 'node:crypto';
import { ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import type { KeyService, Vault } from '#beneficiary/registry/adapters/vault.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { person, testAct } from '#test/support/acts.ts';
import { driverOf, listenerOf } from '#test/support/service-driver.ts';
import { beneficiaryFunctions } from '#test/support/service-handlers.ts';

const {
  putArea,
  putEligibilityRules,
  proposePovertyStandard,
  approvePovertyStandard,
  registerHousehold,
  recordClassification,
} = BENEFICIARY_ROUTES;

type Call = ReturnType<typeof driverOf>;

export type AreaBody = BodySent<typeof putArea>;

export type RulesBody = BodySent<typeof putEligibilityRules>;

export type StandardBody = BodySent<typeof proposePovertyStandard>['standard'];

export type RegisterBody = BodySent<typeof registerHousehold>;

export type ClassifyBody = BodySent<typeof recordClassification>;

export const HA_TU = '06652-2025';

const source = { instrument: 'test', issuedOn: null, effectiveOn: null, confidence: 'verified' as const };

export function area(given: Partial<AreaBody> = {}): AreaBody {
  return {
    areaId: HA_TU,
    code: '06652',
    nameVi: 'Phường Hà Tu',
    kind: 'ward',
    parentId: '22',
    validFrom: '2025-07-01',
    validTo: null,
    urbanRural: 'urban',
    formedFrom: [],
    successors: [],
    flags: [],
    source,
    ...given,
  };
}

export const NATIONAL_2022: StandardBody = {
  standardId: 'national-2022',
  scope: 'national',
  from: '2022-01-01',
  to: '2026-12-31',
  indicatorsTotal: 12,
  rules: [
    {
      category: 'poor',
      area: 'urban',
      maxIncome: '2000000',
      minIncomeExclusive: null,
      minLacking: 3,
      maxLacking: null,
    },
    {
      category: 'near-poor',
      area: 'urban',
      maxIncome: '2000000',
      minIncomeExclusive: null,
      minLacking: null,
      maxLacking: 2,
    },
  ],
  source,
};

export const NEAR_POOR_RULES: RulesBody = {
  programmeId: 'near-poor-household',
  versions: [
    {
      from: '2013-04-16',
      to: null,
      requires: [{ kind: 'category', categories: ['near-poor'] }],
      ruralOnly: false,
      capital: { national: ['central', 'mobilised', 'entrusted'], province: ['entrusted'], unlisted: [] },
      source,
    },
  ],
};

/** Wraps data keys by remembering them: the platform's key service as far as the vault sees it. */
export function fakeKeyService(): KeyService & { readonly made: () => number } {
  const keys = new Map<string, Uint8Array>();
  return {
    made: () => keys.size,
    generate: () => {
      const plain = randomBytes(32);
      const wrapped = `wrapped-${keys.size}-${plain.toString('hex', 0, 4)}`;
      keys.set(wrapped, plain);
      return Promise.resolve({ plain, wrapped });
    },
    unwrap: (wrapped) => {
      const plain = keys.get(wrapped);
      return plain === undefined ? Promise.reject(new Error('not wrapped here')) : Promise.resolve(plain);
    },
  };
}

export const officer = person('commune-officer', { areas: [HA_TU] });

export const administrator = person('administrator');

export const leader = person('provincial-leader');

export const chair = person('commune-chair', { areas: [HA_TU] });

let serial = 0;

/** A household of one woman born 1985, with a national id of its own. */
export function household(householdId: string, given: Partial<RegisterBody> = {}): RegisterBody {
  serial += 1;
  return {
    householdId,
    communeId: HA_TU,
    villageName: 'Khu 1',
    representativeId: `${householdId}-p1`,
    persons: [
      {
        personId: `${householdId}-p1`,
        fullName: 'Nguyễn Thị Lan',
        birthDate: '1985-03-02',
        sex: 'female',
        nationalId: `022185${String(serial).padStart(6, '0')}`,
        phone: '0912345678',
        relation: 'head',
      },
    ],
    ...given,
  };
}

export const nearPoor: ClassifyBody = {
  standardId: 'national-2022',
  category: 'near-poor',
  incomePerPerson: '1800000',
  lacking: 1,
  decision: { number: '45/QĐ-UBND', issuedOn: '2026-11-20', issuer: 'UBND phường Hà Tu' },
};

/** The service on a table, driven as its functions drive it. */
export function beneficiary(table: Table, vault: Vault = openVault(table, fakeKeyService())) {
  const functions = beneficiaryFunctions(table, vault);
  const call = driverOf(functions);
  return {
    call,
    hear: listenerOf(functions, 'on-events'),
    register: (body: RegisterBody, act: Act = testAct(), caller = officer) =>
      call(registerHousehold, { body, act, caller }),
    classify: (householdId: string, body: ClassifyBody, act: Act = testAct(), caller = chair) =>
      call(recordClassification, { params: { householdId }, body, act, caller }),
    loadReference: async () => {
      const reference = { caller: administrator, act: testAct({ once: null }) };
      await call(putArea, { params: { areaId: HA_TU }, body: area(), ...reference });
      await establish(call, NATIONAL_2022);
      const { programmeId } = NEAR_POOR_RULES;
      await call(putEligibilityRules, { params: { programmeId }, body: NEAR_POOR_RULES, ...reference });
    },
  };
}

/** Has a standard proposed by one and approved by another. */
export async function establish(call: Call, standard: StandardBody): Promise<void> {
  const proposalId = `${standard.standardId}-first`;
  const body = { proposalId, reason: 'Theo nghị định', standard };
  await call(proposePovertyStandard, { body, caller: administrator });
  await call(approvePovertyStandard, { params: { proposalId }, body: {}, caller: leader });
}

/** Everything in the table, as text. */
export async function everything(table: Table): Promise<Record<string, unknown>[]> {
  const { Items } = await table.client.send(new ScanCommand({ TableName: table.name, ConsistentRead: true }));
  return Items ?? [];
}

/** The same table through a client whose process dies once a transaction is written, before it can answer. */
export function dyingAfterCommit(table: Table): Table {
  const client = new Proxy(table.client, {
    get: (target, name) =>
      name !== 'send'
        ? (Reflect.get(target, name) as unknown)
        : async (command: Parameters<Table['client']['send']>[0]) => {
            const answer: unknown = await target.send(command);
            if (command instanceof TransactWriteCommand) throw new Error('died');
            return answer;
          },
  });
  return { ...table, client };
}
