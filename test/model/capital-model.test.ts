import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { DISTRICT, LEAVES, SOURCES, ground } from './ground.ts';
import type { LedgerInMemory } from './ledger-in-memory.ts';
import { histories } from './moves.ts';
import { Player } from './player.ts';
import { SimpleCapital } from './simple-capital.ts';
import type { Question } from './simple-capital.ts';

/** `HISTORIES=5000 SEED=…` searches further; the seed is fixed so that a run says the same each time. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 150);
const SEED = Number(process.env['SEED'] ?? 20_261_124);

/** Debit balances of the accounts, by the model. */
function expected(model: SimpleCapital, question: Question, ofLeaf: boolean): Record<string, bigint> {
  const of = (holding: Parameters<SimpleCapital['balance']>[0]) => model.balance(holding, question);
  const leaf = {
    'cash-available': of('available'),
    'cash-reserved': of('reserved'),
    loans: of('loans'),
    'opening-loans': 0n,
    'cash-interest': of('interest'),
    'interest-collected': -of('interest'),
    'capital-written-off': of('writtenOff'),
  };
  if (ofLeaf) return leaf;
  return {
    ...leaf,
    'cash-unallocated': of('unallocated'),
    'entrusted-capital': -of('received'),
    'capital-withdrawn': of('withdrawn'),
    'capital-handed-over': of('handedOver'),
    'capital-taken-over': -of('handedOver'),
    'cash-provision': of('provision'),
    'risk-provision': -of('provision'),
    'management-fee': of('fee'),
    'steering-activities': 0n,
    'capital-supplement': -of('supplement'),
    'interest-distributed': of('provision') + of('supplement'),
    'interest-drawn': -(of('provision') + of('supplement') + of('fee')),
    'opening-capital': 0n,
  };
}

async function answered(ledger: LedgerInMemory, { source, place, asOf, knownOn }: Question) {
  const query = { asOf, knownOn };
  const leaf = LEAVES.find((one) => one.sourceId === source && one.communeId === place);
  const { rows, totalDebit, totalCredit } = await (leaf
    ? ledger.ask(CAPITAL_ROUTES.getLeafTrialBalance, { params: leaf, query })
    : ledger.ask(CAPITAL_ROUTES.getTrialBalance, { params: { sourceId: source }, query }));
  if (!leaf) expect(totalDebit).toBe(totalCredit);
  return Object.fromEntries(rows.map((row) => [row.account, BigInt(row.debit) - BigInt(row.credit)]));
}

/** Days and instants of the history itself, and the end. */
function questions(model: SimpleCapital, ledger: LedgerInMemory): Question[] {
  const { movements } = model;
  const points = [0.2, 0.5, 0.8].map((part) => movements[Math.floor(movements.length * part)]);
  const days = [...points.flatMap((one) => (one ? [one.on] : [])), ledger.today];
  const instants = [...points.flatMap((one) => (one ? [one.at] : [])), undefined];
  return days.flatMap((asOf, index) => {
    const knownOn = instants[(index + 1) % instants.length];
    const when = { asOf, ...(knownOn === undefined ? {} : { knownOn }) };
    return [
      ...SOURCES.map((source) => ({ source, ...when })),
      ...LEAVES.map(({ sourceId, communeId }) => ({ source: sourceId, place: communeId, ...when })),
    ];
  });
}

function assertIdentities(model: SimpleCapital, answer: Record<string, bigint>, question: Question): void {
  const of = (account: string) => answer[account] ?? 0n;
  const fund = model.fund(question);
  const unlent = of('cash-unallocated') + of('cash-available') + of('cash-reserved');
  expect(unlent + of('loans') + of('opening-loans')).toBe(fund);
  expect(of('cash-interest') + of('interest-collected')).toBe(0n);
  expect(of('interest-distributed') + of('management-fee') + of('steering-activities')).toBe(
    -of('interest-drawn'),
  );
  if (question.source !== DISTRICT) expect(of('capital-handed-over')).toBe(0n);
}

test('any history: the ledger does what the simplest book-keeping does, at every date and as known on every instant', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const ledger = await ground();
      const model = new SimpleCapital();
      const player = new Player(ledger, model);
      for (const move of history) {
        const judged = await player.play(move);
        if (judged)
          expect([move, judged.outcome === 'done', judged.outcome]).toEqual([
            move,
            judged.expected,
            judged.outcome,
          ]);
      }
      await ledger.project((events) => events.reverse());
      await ledger.pass(1, SOURCES);
      for (const question of questions(model, ledger)) {
        const isLeaf = question.place !== undefined;
        const answer = await answered(ledger, question);
        expect([question, answer]).toEqual([question, expected(model, question, isLeaf)]);
        if (!isLeaf) assertIdentities(model, answer, question);
      }
      for (const source of SOURCES) expect((await ledger.verify(source)).findings).toEqual([]);
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
}, 600_000);
