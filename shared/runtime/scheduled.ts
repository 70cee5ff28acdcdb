import { randomUUID } from 'node:crypto';
import middy from '@middy/core';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import type { Act } from '#shared/data/act.ts';
import { readClock } from './clock.ts';
import { publishMetrics } from './observability.ts';
import type { Observability } from './observability.ts';

/**
 * The function behind a schedule. What it throws goes back to the scheduler, which tries again: the work must
 * stand being begun twice.
 */
export function scheduledTask(
  options: Observability & { readonly name: string; readonly run: (act: Act) => Promise<void> },
) {
  return middy(async (): Promise<void> => {
    const correlationId = randomUUID();
    options.logger.appendKeys({ correlationId });
    await options.run({
      actor: `system:${options.name}`,
      ...readClock(),
      correlationId,
      causationId: null,
      once: null,
      dryRun: false,
      answerOf: () => null,
      newId: randomUUID,
    });
  })
    .use(injectLambdaContext(options.logger, { resetKeys: true }))
    .use(publishMetrics(options.metrics));
}
