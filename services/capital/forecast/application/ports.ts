import type * as z from 'zod/mini';
import type { FundReads } from '#capital/funds/application/ports.ts';
import type { FigureReads } from '#capital/indicators/application/ports.ts';
import type { BookReads } from '#capital/ledger/application/ports.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { ForecastAssumptionSchema } from '#shared/contracts/capital/forecast/views.ts';
import type { ByMonth, ExpectedLoan, LeafChange } from '../domain/expected-principal.ts';
import type { Assumption } from '../domain/forecast-assumptions.ts';

/** A loan as the forecast knows it, at the version it was read; 0 before anything is known. */
export interface FoundLoan {
  readonly version: number;
  readonly loan: ExpectedLoan;
}

/** What is expected of loans, kept by the events of lending; each event counts once. */
export interface ForecastBook {
  readonly loan: (loanId: string) => Promise<FoundLoan>;
  /** Keeps the loan only as it was read, and adds what changes to its leaf. */
  readonly keep: (
    loanId: string,
    change: { readonly read: FoundLoan; readonly loan: ExpectedLoan; readonly leaf: LeafChange | null },
  ) => Promise<void>;
}

/** What the loans of a leaf are expected to bring back, and what was lent, by month. */
export interface LeafExpected {
  readonly programmeId: string;
  readonly communeId: string;
  readonly due: ByMonth;
  readonly lent: ByMonth;
}

/** What a forecast is reckoned from, as known now. Eventually consistent. */
export interface ForecastReads
  extends
    Pick<BookReads, 'source' | 'leaves'>,
    Pick<FundReads, 'plans' | 'receipts'>,
    Pick<FigureReads, 'rowsAfter' | 'rowToken'> {
  /** Leaves of a source that ever lent, of one commune when it is named. */
  readonly expected: (sourceId: string, communeId: string | null) => Promise<LeafExpected[]>;
  readonly assumptions: () => Promise<Assumption[]>;
  readonly assumptionPage: (page: PageRequest) => Promise<Page<ForecastAssumption>>;
}

export type ForecastAssumption = z.infer<typeof ForecastAssumptionSchema>;
