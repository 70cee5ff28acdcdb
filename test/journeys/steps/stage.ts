import type { Answer, CallOf } from '#shared/client/api-client.ts';
import { ApiProblem } from '#shared/client/api-problem.ts';
import type { Route } from '#shared/contracts/route.ts';
import { openDoors } from '#test/province/doors.ts';
import type { Doors, Entrance } from '#test/province/doors.ts';

/** How a command was answered; a refusal too. */
export type Outcome = Pick<Answer<Route>, 'status' | 'replayed' | 'dryRun'>;

/** Told of every command as it is answered. */
export type Witness = (account: string, route: Route, outcome: Outcome) => void;

/**
 * Where a story is played: the doors of a platform, and a name for this run from which every id and key is made.
 * The same run played again is therefore the same acts, and each answers as it did the first time.
 */
export interface Stage {
  readonly doors: Doors;
  readonly run: string;
  /** An id of this run. */
  id(name: string): string;
  /** Sends a command as a person; `label` names the act within the run and makes its idempotency key. */
  command<T extends Route>(account: string, label: string, route: T, call: CallOf<T>): Promise<Answer<T>>;
  /** Puts a reference record as a person; its natural key makes it repeatable. */
  record<T extends Route>(account: string, route: T, call: CallOf<T>): Promise<Answer<T>>;
}

const nobody: Witness = () => undefined;

export function openStage(entrance: Entrance, run: string, witness: Witness = nobody): Stage {
  const doors = openDoors(entrance);
  const id = (name: string): string => `${name}-${run}`;
  const send = async <T extends Route>(account: string, route: T, call: CallOf<T>): Promise<Answer<T>> => {
    try {
      const answer = await doors.as(account).send(route, call);
      witness(account, route, answer);
      return answer;
    } catch (error) {
      if (error instanceof ApiProblem) {
        witness(account, route, { status: error.status, replayed: false, dryRun: false });
      }
      throw error;
    }
  };
  return {
    doors,
    run,
    id,
    command: (account, label, route, call) => send(account, route, { ...call, idempotencyKey: id(label) }),
    record: send,
  };
}
