import type { Fact } from '#lending/engine/domain/facts/facts.ts';

/** What the engine knows of a running loan beside receipts, freezes and write-offs, which are facts of their own. */
export type Change = Exclude<Fact, { readonly type: 'payment' | 'freeze' | 'write-off' }>;

/** A fact of the engine that moves no money, or pays more of it out: what the head keeps to go on. */
export type Decision = Exclude<
  Fact,
  { readonly type: 'payment' | 'waiver' | 'reversal' | 'recovery' | 'write-off' }
>;

/** A fact of the engine that is told as a change. Throws TypeError for those that have facts of their own. */
export function changeIn(fact: Fact): Change {
  if (fact.type === 'payment' || fact.type === 'freeze' || fact.type === 'write-off') {
    throw new TypeError(`${fact.type} told as a change of the loan`);
  }
  return fact;
}
