import type { ReferenceReads } from '#capital/references/application/ports.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import type { QuotaRow } from '../domain/quota-preview.ts';
import type { QuotaRequestStatus } from '../domain/quota-request-transitions.ts';
import type { QuotaRequest } from '../domain/quota-request.ts';
import type { NamedDecision } from './ports.ts';

/** Requests of communes as one act sees them: strongly consistent, and kept only as they were read. */
export interface QuotaRequestBook extends ReferenceReads {
  readonly today: BusinessDay;
  readonly now: string;
  readonly request: (requestId: string) => Promise<QuotaRequest | null>;
  readonly hasSource: (sourceId: string) => Promise<boolean>;
  readonly decision: (named: NamedDecision) => Promise<QuotaDecision | null>;
  /** Its rows, every one of them. */
  readonly rowsOf: (named: NamedDecision) => Promise<readonly QuotaRow[]>;
  /** Requests a decision was ever named for. */
  readonly namedBy: (named: NamedDecision) => Promise<string[]>;
  /** Notes with the decision a request names that it does. */
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
