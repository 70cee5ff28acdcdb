import { afterAll, beforeAll } from 'vitest';
import type { Cloud } from '#infra/local/cloud.ts';
import type { Problem } from '#shared/contracts/problem.ts';
import { ProblemSchema } from '#shared/contracts/problem.ts';
import type { Told } from '#test/support/world/ask.ts';
import { openWorld, putSmallReference, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';
import { startTestCloud } from '#test/support/test-cloud.ts';
import * as z from 'zod/mini';

export interface Stage {
  readonly cloud: Cloud;
  readonly world: World;
}

/** One cloud for a whole file, with the law in it, on a day of 2026. */
export function openStage(): () => Stage {
  let stage: Stage | null = null;
  beforeAll(async () => {
    const cloud = await startTestCloud();
    stage = { cloud, world: openWorld(cloud) };
    cloud.setBusinessDay(TODAY);
    await putSmallReference(stage.world);
  });
  afterAll(() => stage?.cloud.stop());
  return () => {
    if (stage === null) throw new Error('the cloud is not up yet');
    return stage;
  };
}

/** The problem of an answer, whole and in both languages; null and what is wrong with it otherwise. */
export function problemIn(told: Told): { readonly problem: Problem | null; readonly wrong: string } {
  const result = z.safeParse(ProblemSchema, told.body);
  if (!result.success) return { problem: null, wrong: `not a problem: ${JSON.stringify(told.body)}` };
  const problem = result.data;
  const texts = [problem.title, problem.detail, ...(problem.errors ?? []).map(({ detail }) => detail)];
  const wrong = [
    ...(problem.status === told.status ? [] : [`status ${told.status} but says ${problem.status}`]),
    ...(told.headers.get('content-type')?.startsWith('application/problem+json') === true
      ? []
      : ['not application/problem+json']),
    ...(problem.correlationId !== '' && problem.correlationId === told.headers.get('x-correlation-id')
      ? []
      : ['without its correlation id']),
    ...(problem.type === `/docs/errors#${problem.code}` ? [] : [`of type ${problem.type}`]),
    ...(texts.every(({ vi, en }) => vi.trim() !== '' && en.trim() !== '') ? [] : ['a text is empty']),
    ...(problem.title.vi === problem.title.en ? ['title not translated'] : []),
  ];
  return { problem, wrong: wrong.join(', ') };
}
