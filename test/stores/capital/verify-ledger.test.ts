import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { sha256 } from '#capital/ledger/adapters/digest.ts';
import { linkEntry } from '#capital/ledger/domain/chain.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import {
  COMMUNE,
  decision,
  investor,
  lending,
  openCapital,
  opening,
  PROGRAMME,
  SOURCE,
} from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actNow, itemsOf, remove, seal, setClock, tamper, verify } from './ledger-on-dynamo.ts';
import { allocation, decideQuota } from './quota-on-dynamo.ts';

const LEAF = { pk: `LEAF#${SOURCE}#${PROGRAMME}#${COMMUNE}`, sk: 'HEAD' };

const SOURCE_HEAD = { pk: `SOURCE#${SOURCE}`, sk: 'HEAD' };

const CHAIN = `${SOURCE}/${PROGRAMME}/${COMMUNE}`;

const params = { sourceId: SOURCE };

let capital: Capital;

/** Three recorded days: funding; two loans reserved and one lent; a repayment. All over and sealed. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  capital = await openCapital(inject('dynamoEndpoint'));
  const { putInvestor, openSource, receiveCapital } = CAPITAL_ROUTES;
  const at = () => ({ act: actNow() });
  setClock('2026-04-01T09:00');
  await capital.call(putInvestor, {
    params: { investorId: 'quang-ninh-province' },
    body: investor,
    ...at(),
  });
  await capital.call(openSource, { body: opening, ...at() });
  await capital.call(receiveCapital, {
    params,
    body: { amount: '150', decision, document: 'CT-0001', effectiveOn: '2026-04-01' },
    ...at(),
  });
  await decideQuota(capital, SOURCE, [allocation(COMMUNE, '100')], {
    effectiveOn: '2026-04-01',
    nextAct: actNow,
  });
  setClock('2026-04-02T09:00');
  await capital.deliver(lending.approved('loan-1', '40'), lending.approved('loan-2', '30'));
  await capital.deliver(lending.disbursed('loan-1', '40'));
  setClock('2026-04-03T09:00');
  await capital.deliver(lending.repaid('loan-1', '10', '2', 5));
  await capital.project();
  setClock('2026-04-05T09:00');
  await seal(capital);
});

afterEach(() => {
  vi.useRealTimers();
});

const entry = async (pk: string, type: string): Promise<Key> => {
  const found = (await itemsOf(capital, pk)).find(
    (item) => (item['event'] as { type?: string } | undefined)?.type === type,
  );
  if (!found) throw new Error(`no ${type} in ${pk}`);
  return { pk: found.pk, sk: found.sk };
};

const lent = () => entry('LOAN#loan-1', 'CapitalLent');

const returned = () => entry('LOAN#loan-1', 'CapitalReturned');

type Deep = Record<string, unknown>;

const inEvent =
  (change: (event: Deep) => Deep) =>
  (item: Item): Item => ({ ...item, event: change(item['event'] as Deep) });

const inChain =
  (change: Deep) =>
  (item: Item): Item => ({ ...item, chain: { ...(item['chain'] as Deep), ...change } });

const inData = (change: Deep) =>
  inEvent((event) => ({ ...event, data: { ...(event['data'] as Deep), ...change } }));

const posting = (amount: string) => [{ debit: 'loans', credit: 'cash-reserved', amount }];

const findings = async () =>
  (await verify(capital)).findings.map(({ fault, chain, seq }) => ({ fault, chain, seq }));

describe('an untouched ledger', () => {
  it('fits: chains, roots, balances, balances over time and loans', async () => {
    expect(await verify(capital)).toEqual({
      sourceId: SOURCE,
      entries: 6,
      chains: 2,
      days: 3,
      findings: [],
    });
  });

  it('goes on fitting while acts come in, also after midnight and before the next seal', async () => {
    await capital.deliver(lending.disbursed('loan-2', '30'));
    expect(await findings()).toEqual([]);
    setClock('2026-04-06T08:00');
    await capital.project();
    expect(await findings()).toEqual([]);
    await seal(capital);
    await seal(capital);
    expect(await verify(capital)).toMatchObject({ entries: 7, days: 4, findings: [] });
  });

  it('is sealed day by day, each root chained to the one before', async () => {
    const { items } = await capital.call(CAPITAL_ROUTES.listSeals, { params });
    expect(items.map(({ day, chains, entries }) => [day, chains, entries])).toEqual([
      ['2026-04-01', 2, 2],
      ['2026-04-02', 1, 3],
      ['2026-04-03', 1, 1],
    ]);
    expect(items.map(({ previousRoot }) => previousRoot)).toEqual([
      '',
      ...items.slice(0, -1).map(({ root }) => root),
    ]);
  });

  it('shows its chain and heads to who verifies from outside', async () => {
    const chain = await capital.call(CAPITAL_ROUTES.listChain, { params });
    expect(chain.items.map(({ communeId, seq }) => [communeId, seq])).toEqual([
      [null, 1],
      [COMMUNE, 1],
      [COMMUNE, 2],
      [COMMUNE, 3],
      [COMMUNE, 4],
      [COMMUNE, 5],
    ]);
    const heads = await capital.call(CAPITAL_ROUTES.listChainHeads, { params });
    expect(heads.items).toMatchObject([
      { programmeId: null, seq: 1, hash: chain.items[0]?.hash },
      { programmeId: PROGRAMME, seq: 5, hash: chain.items[5]?.hash },
    ]);
  });
});

interface Forgery {
  readonly name: string;
  readonly forge: () => Promise<void>;
  readonly found: { fault: string; chain: string; seq: number | null };
}

const at = (seq: number, fault = 'entry-altered') => ({ fault, chain: CHAIN, seq });

const FORGERIES: Forgery[] = [
  {
    name: 'an amount',
    forge: async () => tamper(capital, await lent(), inData({ postings: posting('41') })),
    found: at(4),
  },
  {
    name: 'a day',
    forge: async () =>
      tamper(
        capital,
        await lent(),
        inEvent((event) => ({ ...event, effectiveOn: '2026-02-06' })),
      ),
    found: at(4),
  },
  {
    name: 'an actor',
    forge: async () =>
      tamper(
        capital,
        await lent(),
        inEvent((event) => ({ ...event, actor: 'system:capital-on-event' })),
      ),
    found: at(4),
  },
  {
    name: 'the instant of recording',
    forge: async () =>
      tamper(
        capital,
        await lent(),
        inEvent((event) => ({ ...event, recordedAt: '2026-04-02T02:00:00.001Z' })),
      ),
    found: at(4),
  },
  {
    name: 'a number of a transfer document',
    forge: async () =>
      tamper(capital, await entry(SOURCE_HEAD.pk, 'CapitalReceived'), (item) => ({
        ...item,
        document: 'CT-0002',
      })),
    found: { fault: 'entry-altered', chain: SOURCE, seq: 1 },
  },
  {
    name: 'what statements show of an entry',
    forge: async () =>
      tamper(capital, await lent(), (item) => ({ ...item, label: { postings: posting('41') } })),
    found: at(4, 'shown-otherwise'),
  },
  {
    name: 'a hash',
    forge: async () => tamper(capital, await lent(), inChain({ hash: sha256('other') })),
    found: at(4),
  },
  {
    name: 'an entry with its own hash made to fit',
    forge: async () => {
      const key = await lent();
      await tamper(capital, key, (item) => {
        const forged = inData({ postings: posting('40'), amount: '39' })(item);
        const { seq, previous } = item['chain'] as { seq: number; previous: string };
        const head = { seq: seq - 1, hash: previous, at: '' };
        const { hash } = linkEntry(sha256, CHAIN, head, { event: forged['event'] });
        return inChain({ hash })(forged);
      });
    },
    found: at(5, 'chain-broken'),
  },
  {
    name: 'an entry taken out',
    forge: async () => remove(capital, await lent()),
    found: at(4, 'entry-missing'),
  },
  {
    name: 'two entries swapped',
    forge: async () => {
      const [one, other] = [await lent(), await entry('LOAN#loan-2', 'CapitalReserved')];
      const [first, second] = [
        (await itemsOf(capital, one.pk)).find(({ sk }) => sk === one.sk),
        (await itemsOf(capital, other.pk)).find(({ sk }) => sk === other.sk),
      ];
      const contentOf = (item: Item | undefined) => ({ event: item?.['event'], label: item?.['label'] });
      await tamper(capital, one, (item) => ({ ...item, ...contentOf(second) }));
      await tamper(capital, other, (item) => ({ ...item, ...contentOf(first) }));
    },
    found: at(3),
  },
  {
    name: 'the newest entry taken out',
    forge: async () => remove(capital, await returned()),
    found: at(5, 'tail-missing'),
  },
  {
    name: 'the newest entry taken out and the head set back to fit',
    forge: async () => {
      const before = (await itemsOf(capital, 'LOAN#loan-1')).find(
        (item) => (item['chain'] as { seq?: number } | undefined)?.seq === 4,
      );
      await remove(capital, await returned());
      await tamper(capital, LEAF, (item) => ({
        ...item,
        chain: { ...(item['chain'] as Deep), seq: 4, hash: (before?.['chain'] as Deep)['hash'] },
        balances: {
          ...(item['balances'] as Deep),
          'cash-available': 30,
          'cash-reserved': 30,
          loans: 40,
          'cash-interest': 0,
          'interest-collected': 0,
        },
      }));
    },
    found: { fault: 'root-differs', chain: 'root 2026-04-03', seq: null },
  },
  {
    name: 'a balance of a leaf',
    forge: () =>
      tamper(capital, LEAF, (item) => ({
        ...item,
        balances: { ...(item['balances'] as Deep), 'cash-available': 41 },
      })),
    found: at(5, 'balance-differs'),
  },
  {
    name: 'a balance of the source',
    forge: () =>
      tamper(capital, SOURCE_HEAD, (item) => ({
        ...item,
        balances: { 'cash-unallocated': 51, 'entrusted-capital': 150 },
      })),
    found: { fault: 'balance-differs', chain: SOURCE, seq: 1 },
  },
  {
    name: 'a balance over time',
    forge: async () => {
      const [cell] = (await itemsOf(capital, `CELLS#${SOURCE}`)).filter(({ sk }) =>
        sk.startsWith('D#2026-04-03'),
      );
      if (cell) await tamper(capital, cell, (item) => ({ ...item, loans: -11 }));
    },
    found: { fault: 'balance-over-time-differs', chain: SOURCE, seq: null },
  },
  {
    name: 'what a loan holds',
    forge: () =>
      tamper(capital, { pk: 'LOAN#loan-1', sk: 'HEAD' }, (item) => ({
        ...item,
        lent: 29,
        summary: { ...(item['summary'] as Deep), lent: 29 },
      })),
    found: { fault: 'loans-differ', chain: CHAIN, seq: null },
  },
  {
    name: 'a daily root',
    forge: () =>
      tamper(capital, { pk: `SEALS#${SOURCE}`, sk: '2026-04-02' }, (item) => ({
        ...item,
        root: sha256('other'),
      })),
    found: { fault: 'root-differs', chain: 'root 2026-04-02', seq: null },
  },
  {
    name: 'a daily root taken out',
    forge: () => remove(capital, { pk: `SEALS#${SOURCE}`, sk: '2026-04-02' }),
    found: { fault: 'seal-missing', chain: 'root 2026-04-02', seq: null },
  },
  {
    name: 'the head of a leaf taken out',
    forge: () => remove(capital, LEAF),
    found: at(5, 'head-missing'),
  },
];

describe('a verification', () => {
  it.each(FORGERIES)('finds $name', async ({ forge, found }) => {
    await forge();
    expect((await findings())[0]).toEqual(found);
  });
});
