import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { QuotaRequestStatus } from '../domain/quota-request-transitions.ts';
import type { QuotaRequest } from '../domain/quota-request.ts';

/** Requests of communes as one act sees them: strongly consistent, and kept only as they were read. */
export interface QuotaRequestBook {
  readonly today: BusinessDay;
  readonly now: string;
  readonly request: (requestId: string) => Promise<QuotaRequest | null>;
  readonly hasDecision: (sourceId: string, decisionId: string) => Promise<boolean>;
  readonly keep: <A>(request: QuotaRequest, draft: EventDraft, answer: A) => Promise<A>;
}

/** Requests as people read them. */
export interface QuotaRequestReads {
  readonly request: (requestId: string) => Promise<QuotaRequest | null>;
  /** Of a commune by status and time; all of them when no status is named. */
  readonly ofCommune: (
    communeId: string,
    status: QuotaRequestStatus | null,
    page: PageRequest,
  ) => Promise<Page<QuotaRequest>>;
  /** Of the province, those that wait longest first. */
  readonly withStatus: (status: QuotaRequestStatus, page: PageRequest) => Promise<Page<QuotaRequest>>;
}
