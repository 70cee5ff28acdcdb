import { approvedTermsOf } from '#test/support/approved-terms.ts';
import { LoanApproved } from '#shared/contracts/lending/loans/events.ts';
import { WriteConflict } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { listenerOf } from '#test/support/service-driver.ts';
import { capitalFunctions } from '#test/support/service-handlers.ts';
import { foundLedger } from './found-ledger.ts';
import { actOn, BEGIN } from './long-ledger.ts';

/** Functions a queue runs at once for a consumer. */
const CONCURRENCY = 10;

export interface Race {
  readonly concurrency: number;
  readonly seconds: number;
  readonly requestsEach: number;
}

/** Reserves so many loans at once, spread over the leaves; one that loses a race is delivered again. */
export async function reserveAtOnce(endpoint: string, reservations: number, leaves: number): Promise<Race> {
  const table = await createTestTable(endpoint);
  const places = await foundLedger(table, 'src-race', leaves);
  let requests = 0;
  const counted: Table = {
    ...table,
    client: {
      send: (command: never) => {
        requests += 1;
        return table.client.send(command);
      },
    } as unknown as Table['client'],
  };
  const hear = listenerOf(capitalFunctions(counted), 'on-events');
  const queue = Array.from({ length: reservations }, (_, index) => {
    const place = places[index % leaves];
    if (!place) throw new RangeError('no leaves');
    const loanId = `loan-${String(index)}`;
    const asked = { amount: '1000000', capitalKinds: ['entrusted' as const], requestNumber: 1 };
    const terms = approvedTermsOf({ sourceId: place.sourceId, ...asked });
    return { loanId, householdId: `hh-${loanId}`, ...place, ...asked, terms };
  });
  const started = performance.now();
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      try {
        await hear(LoanApproved, next, {}, actOn(BEGIN));
      } catch (error) {
        if (!(error instanceof WriteConflict)) throw error;
        queue.push(next);
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return {
    concurrency: CONCURRENCY,
    seconds: (performance.now() - started) / 1000,
    requestsEach: requests / reservations,
  };
}
