import type { Table } from '#shared/data/table.ts';
import type { Vault } from '#beneficiary/registry/adapters/vault.ts';
import { areaHandlers } from '#beneficiary/areas/handlers.ts';
import { standardHandlers } from '#beneficiary/standards/handlers.ts';
import { registryHandlers } from '#beneficiary/registry/handlers.ts';
import { eligibilityHandlers } from '#beneficiary/eligibility/handlers.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { eligibilityReactions } from '#beneficiary/eligibility/reactions.ts';
import { ledgerHandlers } from '#capital/ledger/handlers.ts';
import { contractHandlers } from '#capital/contracts/handlers.ts';
import { sourceHandlers } from '#capital/sources/handlers.ts';
import { fundHandlers } from '#capital/funds/handlers.ts';
import { reservationHandlers } from '#capital/reservations/handlers.ts';
import { quotaHandlers } from '#capital/quota/handlers.ts';
import { quotaRequestHandlers } from '#capital/quota/request-handlers.ts';
import { quotaFileHandlers } from '#capital/quota/file-handlers.ts';
import { openingHandlers } from '#capital/opening/handlers.ts';
import { openingFileHandlers } from '#capital/opening/file-handlers.ts';
import { splitHandlers } from '#capital/split/handlers.ts';
import { indicatorHandlers } from '#capital/indicators/handlers.ts';
import { forecastHandlers } from '#capital/forecast/handlers.ts';
import { traceHandlers } from '#capital/trace/handlers.ts';
import { referenceReactions } from '#capital/references/reactions.ts';
import { loanReactions } from '#capital/reservations/reactions.ts';
import { freezeReactions } from '#capital/split/reactions.ts';
import { decisionReactions, requestReactions } from '#capital/quota/reactions.ts';
import { openingReactions } from '#capital/opening/reactions.ts';
import { totalsReactions } from '#capital/ledger/reactions.ts';
import { forecastReactions } from '#capital/forecast/reactions.ts';
import { queueReactions } from '#capital/reservations/queue-reactions.ts';
import { programmeHandlers } from '#lending/programmes/handlers.ts';
import { groupHandlers } from '#lending/groups/handlers.ts';
import { requestHandlers } from '#lending/requests/handlers.ts';
import { loanHandlers } from '#lending/loans/handlers.ts';
import { calculationHandlers } from '#lending/engine/handlers.ts';
import { lendingReactions } from '#lending/requests/reactions.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
/** What the functions of every service do on a table, by the name in their manifests. */
export function beneficiaryFunctions(table: Table, vault: Vault): ServiceFunctions {
  return {
    handlers: [
      ...areaHandlers(table),
      ...standardHandlers(table),
      ...registryHandlers(table, vault),
      ...eligibilityHandlers(table),
      ...operationsHandlers('beneficiary', table),
    ],
    reactions: { 'on-events': eligibilityReactions(table) },
  };
}

export function capitalFunctions(table: Table): ServiceFunctions {
  return {
    handlers: [
      ...ledgerHandlers(table),
      ...contractHandlers(table),
      ...sourceHandlers(table),
      ...fundHandlers(table),
      ...reservationHandlers(table),
      ...quotaHandlers(table),
      ...quotaRequestHandlers(table),
      ...quotaFileHandlers(table),
      ...openingHandlers(table),
      ...openingFileHandlers(table),
      ...splitHandlers(table),
      ...indicatorHandlers(table),
      ...forecastHandlers(table),
      ...traceHandlers(table),
      ...operationsHandlers('capital', table),
    ],
    reactions: {
      'on-events': [...loanReactions(table), ...freezeReactions(table)],
      'note-references': referenceReactions(table),
      'apply-decisions': [...decisionReactions(table), ...openingReactions(table)],
      'meet-requests': requestReactions(table),
      'project-totals': totalsReactions(table),
      'project-forecast': forecastReactions(table),
      'offer-capital': queueReactions(table),
    },
  };
}

export function lendingFunctions(table: Table): ServiceFunctions {
  return {
    handlers: [
      ...programmeHandlers(table),
      ...groupHandlers(table),
      ...requestHandlers(table),
      ...loanHandlers(table),
      ...calculationHandlers(),
      ...operationsHandlers('lending', table),
    ],
    reactions: { 'on-events': lendingReactions(table) },
  };
}

export interface ServiceFunctions {
  /** Of all functions that answer requests. */
  readonly handlers: readonly Handler[];
  /** Of each consumer. */
  readonly reactions: Readonly<Record<string, readonly Reaction[]>>;
}
