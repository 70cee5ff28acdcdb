import type { ContractVersions } from '#capital/contracts/application/ports.ts';
import type { FundDecisions, FundReads } from '#capital/funds/application/ports.ts';
import type { BookReads } from '#capital/ledger/application/ports.ts';
import type { AllocationReads } from '#capital/quota/application/ports.ts';
import type { LoanReads } from '#capital/reservations/application/ports.ts';
import type { InvestorReads } from '#capital/sources/application/ports.ts';

/** What capital is traced through: eventually consistent. */
export interface TraceReads
  extends
    Pick<BookReads, 'source' | 'moved'>,
    Pick<InvestorReads, 'investor'>,
    Pick<LoanReads, 'loan' | 'loanFacts'>,
    Pick<FundReads, 'holdingsOf'>,
    ContractVersions,
    FundDecisions,
    AllocationReads {}
