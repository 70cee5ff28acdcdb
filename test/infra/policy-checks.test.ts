import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { ACKNOWLEDGEMENTS, acknowledgementsOf, idOf, pathWithoutStage } from '#infra/acknowledgements.ts';
import { platformApp, platformStacks } from '#infra/platform-app.ts';
import { stageNamed, STAGE_NAMES, type Stage } from '#infra/stages.ts';

/** Every finding before anything is acknowledged. */
function findingsOf(stage: Stage): { id: string; path: string }[] {
  const app = platformStacks(stage);
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => ({
        id: ruleName,
        path: pathWithoutStage(constructPath, stage),
      })),
    );
}

describe.each(
  STAGE_NAMES.flatMap(
    (name) =>
      [
        [name, undefined],
        [name, '123456789012'],
      ] as const,
  ),
)('stage %s in account %s', (name, account) => {
  const stage = stageNamed(name, { CDK_DEFAULT_ACCOUNT: account });

  test('has no finding that is not acknowledged', () => {
    expect(() => platformApp(stage).synth()).not.toThrow();
  });

  test('has a finding for every acknowledgement', () => {
    const findings = findingsOf(stage);
    const unused = acknowledgementsOf(stage).filter(
      (accepted) =>
        !findings.some(({ id, path }) => id === idOf(accepted, stage) && accepted.where.test(path)),
    );
    expect(unused.map((accepted) => idOf(accepted, stage))).toEqual([]);
  });
});

test('a finding that is not acknowledged stops the synthesis and is named', () => {
  const app = platformApp(stageNamed('dev'));
  new Bucket(new Stack(app, 'planted'), 'Careless');
  expect(() => app.synth()).toThrow(/planted\/Careless[\s\S]*AwsSolutions-S1/);
});

test('every acknowledgement gives its reason in a sentence', () => {
  for (const { reason } of ACKNOWLEDGEMENTS) expect(reason).toMatch(/^[A-Z].{40,}\.$/);
});
