/**
 * The chart of accounts of entrusted capital: each account with its own side. The amounts of an account are told on
 * that side.
 */

/**
 * Accounts a source itself holds: its fund by where it came from and went to, what of it is not yet allocated,
 * and what became of the interest its leaves collected.
 */
const SOURCE_SIDES = {
  'cash-unallocated': 'debit',
  'cash-provision': 'debit',
  'interest-drawn': 'credit',
  'interest-distributed': 'debit',
  'management-fee': 'debit',
  'steering-activities': 'debit',
  'entrusted-capital': 'credit',
  'opening-capital': 'credit',
  'capital-supplement': 'credit',
  'capital-withdrawn': 'debit',
  'capital-handed-over': 'debit',
  'capital-taken-over': 'credit',
  'risk-provision': 'credit',
} as const;

/** Accounts of a leaf (source × programme × commune): acts on loans touch only these. */
const LEAF_SIDES = {
  'cash-available': 'debit',
  'cash-reserved': 'debit',
  loans: 'debit',
  'opening-loans': 'debit',
  'cash-interest': 'debit',
  'interest-collected': 'credit',
  'capital-written-off': 'debit',
} as const;

export type SourceAccount = keyof typeof SOURCE_SIDES;

export type LeafAccount = keyof typeof LEAF_SIDES;

export type Account = SourceAccount | LeafAccount;

export const SIDE_OF: Readonly<Record<Account, 'debit' | 'credit'>> = { ...SOURCE_SIDES, ...LEAF_SIDES };

export const SOURCE_ACCOUNTS = Object.keys(SOURCE_SIDES) as readonly SourceAccount[];

export const LEAF_ACCOUNTS = Object.keys(LEAF_SIDES) as readonly LeafAccount[];

export const ACCOUNTS: readonly Account[] = [...SOURCE_ACCOUNTS, ...LEAF_ACCOUNTS];
