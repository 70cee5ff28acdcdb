import * as z from 'zod/mini';

/** Terms a programme may lay down, each as the calculator takes it. */
export const term = {
  dayCount: z.enum([
    'actual/365',
    'actual/360',
    'actual/actual',
    'actual/365-leap',
    'actual/actual-start',
    '30/360',
    '30/360-moved',
  ]),
  interestMethod: z.enum(['declining-balance', 'flat']),
  interestRunsOn: z.enum(['actual-balance', 'schedule']),
  payoffInterest: z.optional(z.enum(['accrued', 'all-scheduled'])),
  payoffRow: z.optional(z.enum(['current', 'last'])),
  interestRounding: z.optional(z.enum(['per-row', 'per-stretch'])),
  earlyPayment: z.enum(['within-instalment-amount', 'principal-only-interest-at-due-date']),
  levelTotal: z.optional(z.enum(['falls', 'kept'])),
  lastInstalment: z.enum(['takes-rest', 'smoothed']),
  monthEnd: z.optional(z.enum(['shortens', 'rolls'])),
  beyond: z.enum(['next', 'last', 'last-before-current']),
};

/** What a programme says about how its loans are calculated; what is absent is as with the usual loan. */
export const LoanRulesSchema = z
  .strictObject({
    dayCount: z.optional(term.dayCount),
    /** Level instalments are asked every month; a bullet asks all principal at the end of the term. */
    amortisation: z.optional(z.enum(['equal-principal', 'equal-instalment', 'bullet'])),
    interestMethod: z.optional(term.interestMethod),
    interestRunsOn: z.optional(term.interestRunsOn),
    payoffInterest: term.payoffInterest,
    payoffRow: term.payoffRow,
    interestRounding: term.interestRounding,
    earlyPayment: z.optional(term.earlyPayment),
    /** Which rows money beyond the current row goes to. */
    beyond: z.optional(term.beyond),
    levelTotal: term.levelTotal,
    lastInstalment: z.optional(term.lastInstalment),
    monthEnd: term.monthEnd,
  })
  .check(
    z.meta({ id: 'LoanRules', description: 'How loans of a programme are calculated where not as usual' }),
  );
