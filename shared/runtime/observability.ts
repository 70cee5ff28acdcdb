import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

export const METRIC_NAMESPACE = 'SocialPolicyCredit';

/** Names of the metrics the platform counts itself; the alarms of the stacks refer to them. */
export const METRIC = {
  refusals: 'Refusals',
  eventsParked: 'EventsParked',
  eventsApplied: 'EventsApplied',
  eventsRepeated: 'EventsRepeated',
  ledgerMismatches: 'LedgerMismatches',
} as const;

/** Stable codes of log lines; alarms, queries and tests rely on them. */
export const LOG = {
  requestFailed: { code: 'REQUEST_FAILED', message: 'A request failed by a defect' },
  requestRefused: { code: 'REQUEST_REFUSED', message: 'A request was refused for role or area' },
  refusalNotRecorded: {
    code: 'REFUSAL_NOT_RECORDED',
    message: 'The audit record of a refusal could not be written',
  },
  eventApplied: { code: 'EVENT_APPLIED', message: 'An event was applied' },
  eventRepeated: { code: 'EVENT_REPEATED', message: 'An event had been applied before' },
  eventParked: { code: 'EVENT_PARKED', message: 'An event can never succeed and was parked' },
  eventDelayed: {
    code: 'EVENT_DELAYED',
    message: 'An event could not be applied yet and goes back to the queue',
  },
  daySealed: { code: 'DAY_SEALED', message: 'A day of a source was sealed' },
  reservationsStepped: {
    code: 'RESERVATIONS_STEPPED',
    message: 'Reservations of a source were warned of or expired',
  },
  ledgerVerified: { code: 'LEDGER_VERIFIED', message: 'The ledger of a source was verified' },
  ledgerMismatch: { code: 'LEDGER_MISMATCH', message: 'Something in the ledger does not fit' },
} as const;

export interface Observability {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export function observe(serviceName: string): Observability {
  return {
    logger: new Logger({ serviceName }),
    metrics: new Metrics({ namespace: METRIC_NAMESPACE, serviceName }),
  };
}

/** Publishes what an invocation counted, also when it failed; says nothing when it counted nothing. */
export function publishMetrics(metrics: Metrics): {
  readonly after: () => void;
  readonly onError: () => void;
} {
  const publish = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: publish, onError: publish };
}
