import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { FaultKind } from '#infra/local/faults.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { Stage } from '#test/journeys/steps/stage.ts';
import { ask } from '#test/support/world/ask.ts';
import type { Calm } from './delivery-suite.ts';
import { pictureOf, playLives } from './lives.ts';
import type { OneCloud } from './one-cloud.ts';

/** After the act is written and before it is answered, the function dies or the line does. */
const CRASHES = ['kill', 'fail-after-commit'] as const satisfies readonly FaultKind[];

interface Crashed {
  readonly operationId: string;
  readonly crash: FaultKind;
  /** Status of the first answer, the one that was disturbed. */
  readonly status: number;
  readonly struck: number;
  /** The repetition under the same key was answered as a repetition. */
  readonly replayed: boolean;
}

export function crashSuite(shared: () => OneCloud, calm: () => Calm): void {
  it.each(CRASHES)('%s: the same key gives the same answer, and the act happened once', async (crash) => {
    const { cloud } = shared();
    const crashes: Crashed[] = [];
    const stage = crashing(shared(), `crash${CRASHES.indexOf(crash).toString()}`, crash, (crashed) =>
      crashes.push(crashed),
    );
    const lives = await playLives(stage, { settled: cloud.settled, atATime: 1 });
    cloud.faults.clear();

    expect(crashes.filter(({ struck }) => struck !== 1)).toEqual([]);
    expect(crashes.filter(({ replayed }) => !replayed)).toEqual([]);
    if (crash === 'kill') expect(crashes.filter(({ status }) => status < 500)).toEqual([]);
    expect(new Set(crashes.map(({ operationId }) => operationId))).toEqual(
      new Set(MONEY_COMMANDS.concat(OTHER_COMMANDS)),
    );
    expect(await pictureOf(stage, lives)).toEqual(calm().picture);
  });
}

const MONEY_COMMANDS = [
  'openSource',
  'receiveCapital',
  'proposeQuotaDecision',
  'approveQuotaDecision',
  'approveLoan',
  'cancelLoan',
  'disburseLoan',
  'recordRepayment',
];
const OTHER_COMMANDS = ['registerHousehold', 'formGroup', 'applyForLoan', 'submitList', 'confirmList'];

/** A stage on which every command is struck once, then given again under its key. */
function crashing(
  { cloud, stage }: OneCloud,
  run: string,
  crash: FaultKind,
  note: (crashed: Crashed) => void,
): Stage {
  const usual = stage(run);
  const functionOf = ({ path }: Route): string => `-${path.split('/')[2] ?? ''}-http`;
  let turn: Promise<unknown> = Promise.resolve();
  /** One at a time: the fault is for whoever writes next. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    ...usual,
    command: (account, label, route, call) =>
      inTurn(async () => {
        const before = cloud.faults.struck.length;
        cloud.faults.set({
          seed: 1,
          rules: [
            {
              kind: crash,
              probability: 1,
              where: functionOf(route),
              action: 'dynamodb:TransactWriteItems',
              limit: 1,
            },
          ],
        });
        const loose = call as { readonly params?: Record<string, string>; readonly body?: unknown };
        const first = await ask(cloud.frontUrl, route, {
          token: await cloud.token(account),
          ...(loose.params === undefined ? {} : { params: loose.params }),
          body: loose.body,
          key: usual.id(label),
          correlationId: randomUUID(),
        });
        const struck = cloud.faults.struck.length - before;
        cloud.faults.clear();
        const second = await usual.command(account, label, route, call);
        const third = await usual.command(account, label, route, call);
        const { operationId } = route;
        if (first.problem === null) expect(second.body).toEqual(first.body);
        expect(third.body).toEqual(second.body);
        note({
          operationId,
          crash,
          status: first.status,
          struck,
          replayed: second.replayed && third.replayed,
        });
        return second;
      }),
  };
}
