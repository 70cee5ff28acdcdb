import fc from 'fast-check';

/** One step of a history; which thing it is about is chosen among those that are there. */
export type Move =
  | { readonly kind: 'receive'; readonly source: number; readonly amount: number; readonly back: number }
  | { readonly kind: 'withdraw'; readonly source: number; readonly amount: number; readonly back: number }
  | { readonly kind: 'allocate'; readonly leaf: number; readonly amount: number; readonly back: number }
  | { readonly kind: 'reverse'; readonly which: number; readonly bySame: boolean }
  | { readonly kind: 'reserve'; readonly leaf: number; readonly amount: number; readonly back: number }
  | { readonly kind: 'cancel'; readonly which: number }
  | { readonly kind: 'disburse'; readonly which: number; readonly back: number }
  | {
      readonly kind: 'repay';
      readonly which: number;
      readonly principal: number;
      readonly interest: number;
      readonly back: number;
      readonly twice: boolean;
    }
  | { readonly kind: 'write-off'; readonly which: number; readonly back: number }
  | { readonly kind: 'split'; readonly source: number; readonly monthsBack: number }
  | { readonly kind: 'hand-over'; readonly wrong: number }
  | { readonly kind: 'project'; readonly order: number }
  | { readonly kind: 'pass'; readonly days: number };

const which = fc.nat(1000);
const back = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) });
const amount = (max: number) => fc.integer({ min: 1, max });

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('receive'), source: which, amount: amount(900), back }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('withdraw'), source: which, amount: amount(300), back }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('allocate'), leaf: which, amount: amount(400), back }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse'), which, bySame: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('reserve'), leaf: which, amount: amount(150), back }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel'), which }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('disburse'), which, back }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('repay'),
      which,
      principal: fc.nat(60),
      interest: fc.nat(5),
      back,
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('write-off'), which, back }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('split'),
      source: which,
      monthsBack: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hand-over'), wrong: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('project'), order: which }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass'), days: fc.integer({ min: 1, max: 40 }) }) },
);

export const histories = fc.array(move, { minLength: 20, maxLength: 70 });
