import type { ServiceManifest } from '#shared/functions/manifest.ts';
import { HTTP_SOURCES } from './functions/http-sources.ts';
import { HTTP_CONTRACTS } from './functions/http-contracts.ts';
import { HTTP_FUNDS } from './functions/http-funds.ts';
import { HTTP_RESERVATIONS } from './functions/http-reservations.ts';
import { HTTP_QUOTAS } from './functions/http-quotas.ts';
import { HTTP_FILES } from './functions/http-files.ts';
import { HTTP_FIGURES } from './functions/http-figures.ts';
import { ON_EVENTS } from './functions/on-events.ts';
import { NOTE_REFERENCES } from './functions/note-references.ts';
import { APPLY_DECISIONS } from './functions/apply-decisions.ts';
import { MEET_REQUESTS } from './functions/meet-requests.ts';
import { PROJECT_TOTALS } from './functions/project-totals.ts';
import { PROJECT_FORECAST } from './functions/project-forecast.ts';
import { OFFER_CAPITAL } from './functions/offer-capital.ts';
import { SEAL_DAY } from './functions/seal-day.ts';
import { EXPIRE_RESERVATIONS } from './functions/expire-reservations.ts';
import { VERIFY_LEDGER } from './functions/verify-ledger.ts';

/** Every function of the capital service. */
export const CAPITAL: ServiceManifest = {
  service: 'capital',
  functions: [
    HTTP_SOURCES,
    HTTP_CONTRACTS,
    HTTP_FUNDS,
    HTTP_RESERVATIONS,
    HTTP_QUOTAS,
    HTTP_FILES,
    HTTP_FIGURES,
    ON_EVENTS,
    NOTE_REFERENCES,
    APPLY_DECISIONS,
    MEET_REQUESTS,
    PROJECT_TOTALS,
    PROJECT_FORECAST,
    OFFER_CAPITAL,
    SEAL_DAY,
    EXPIRE_RESERVATIONS,
    VERIFY_LEDGER,
  ],
};
