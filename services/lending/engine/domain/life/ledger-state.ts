import { shareOut } from '../rows/planning.ts';
import type { Ledger } from './ledger.ts';
import type { FurtherState, LedgerState, OpenRow } from './kept-state.ts';
import type { Stretches } from '../interest/stretches.ts';
import type { Replay } from './replayed.ts';

/** What a replay needs to go on from the present day, before a write-off. */
export function stateOf({ ledger, paid, waived, excess, settledOn, reopenedOn }: Replay): LedgerState {
  const { day, row, outstanding, carry, overdueSettled, isClosed, accrual } = ledger;
  accrual.settleSums();
  const { inTerm, overdue, withoutEarly, earlyPrincipal } = accrual;
  return {
    ...{ day, row, outstanding, carry, overdueSettled, earlyPrincipal, isClosed, open: openRows(ledger) },
    overdueSince: ledger.overdueSince,
    inTermSince: ledger.inTermSince,
    inTerm: { ...inTerm },
    overdue: { ...overdue },
    withoutEarly: { ...withoutEarly },
    stretches: accrual.isByStretch ? stretchesOf(accrual.stretches) : null,
    ...{ paid: { ...paid }, waived, excess, settledOn, reopenedOn },
    further: furtherOf(ledger),
  };
}

function stretchesOf({ inTerm, overdue, withoutEarly }: Stretches): Stretches {
  return { inTerm: { ...inTerm }, overdue: { ...overdue }, withoutEarly: { ...withoutEarly } };
}

function furtherOf(ledger: Ledger): FurtherState | null {
  const { askedPrincipal, scheduledPrincipal, balanceAtStart, settledBeyond, aheadInterest, level } = ledger;
  const plans = ledger.plans.slice(1);
  if (ledger.schedule === null && !ledger.followsRates && plans.length === 0) return null;
  return { askedPrincipal, scheduledPrincipal, balanceAtStart, settledBeyond, aheadInterest, level, plans };
}

function openRows({ rows }: Ledger): OpenRow[] {
  const open: OpenRow[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const principal = rows.principal[row] ?? 0;
    const interest = rows.interest[row] ?? 0;
    const settledPrincipal = rows.settledPrincipal[row] ?? 0;
    const settledInterest = rows.settledInterest[row] ?? 0;
    // A row to come has asked nothing yet: it is open when money was paid ahead for it.
    if (principal !== settledPrincipal || interest !== settledInterest) {
      const waivedInterest = rows.waivedInterest[row] ?? 0;
      open.push({ row, principal, interest, settledPrincipal, settledInterest, waivedInterest });
    }
  }
  return open;
}

/** A new life goes on from a state; rows settled before it keep no figures of their own. */
export function restore(life: Replay, state: LedgerState): void {
  const { ledger } = life;
  const { accrual } = ledger;
  ledger.day = state.day;
  ledger.row = state.row;
  ledger.outstanding = state.outstanding;
  ledger.carry = state.carry;
  ledger.overdueSettled = state.overdueSettled;
  ledger.isClosed = state.isClosed;
  ledger.overdueSince = state.overdueSince;
  ledger.inTermSince = state.inTermSince;
  accrual.earlyPrincipal = state.earlyPrincipal;
  Object.assign(accrual.inTerm, state.inTerm);
  Object.assign(accrual.overdue, state.overdue);
  Object.assign(accrual.withoutEarly, state.withoutEarly);
  const { stretches } = state;
  if (stretches !== null) {
    Object.assign(accrual.stretches.inTerm, stretches.inTerm);
    Object.assign(accrual.stretches.overdue, stretches.overdue);
    Object.assign(accrual.stretches.withoutEarly, stretches.withoutEarly);
  }
  life.paid = { ...state.paid };
  life.waived = state.waived;
  life.excess = state.excess;
  life.settledOn = state.settledOn ?? (state.isClosed ? state.day : null);
  life.reopenedOn = state.reopenedOn;
  restoreFurther(ledger, state);
  restoreRows(ledger, state);
  ledger.resumed();
}

function restoreFurther(ledger: Ledger, { day, further }: LedgerState): void {
  const tranches = ledger.basis.history.tranches.filter(({ on }) => on <= day);
  ledger.disbursed = tranches.reduce((sum, { amount }) => sum + amount, 0);
  if (further !== null) {
    ledger.askedPrincipal = further.askedPrincipal;
    ledger.scheduledPrincipal = further.scheduledPrincipal;
    ledger.balanceAtStart = further.balanceAtStart;
    ledger.settledBeyond = further.settledBeyond;
    ledger.aheadInterest = further.aheadInterest;
    ledger.level = further.level;
  }
  if (ledger.schedule !== null || ledger.followsRates) return;
  ledger.plans.push({ row: 0, left: tranches[0]?.amount ?? 0 }, ...(further?.plans ?? []));
  for (const plan of ledger.plans) shareOut(ledger, plan);
}

function restoreRows(ledger: Ledger, state: LedgerState): void {
  const { rows } = ledger;
  ledger.oldest = state.open.find(({ row }) => row < state.row)?.row ?? state.row;
  for (const open of state.open) {
    const { row } = open;
    rows.principal[row] = open.principal;
    rows.interest[row] = open.interest;
    rows.settledPrincipal[row] = open.settledPrincipal;
    rows.settledInterest[row] = open.settledInterest;
    rows.waivedInterest[row] = open.waivedInterest;
    if (row >= state.row) continue;
    ledger.pastPrincipal += open.principal - open.settledPrincipal;
    ledger.pastInterest += open.interest - open.settledInterest;
  }
}
