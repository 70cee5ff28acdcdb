import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { ACKNOWLEDGEMENTS, acknowledgementsOf, idOf, pathWithoutStage } from '#infra/acknowledgements.ts';
import { platformApp, platformStacks } from '#infra/platform-app.ts';
import { stageNamed, STAGE_NAMES, type Stage } from '#infra/stages.ts';

interface Finding {
  readonly id: string;
  readonly path: string;
}

/** Every finding before anything is acknowledged. */
function findingsOf(stage: Stage): Finding[] {
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

const CASES = STAGE_NAMES.flatMap((name) =>
  [undefined, '123456789012'].map((account) => ({ name, account })),
);

describe.each(CASES)('stage $name in account $account', ({ name, account }) => {
  const stage = stageNamed(name, { CDK_DEFAULT_ACCOUNT: account });
  const accepted = acknowledgementsOf(stage);
  let findings: Finding[];

  beforeAll(() => {
    findings = findingsOf(stage);
  });

  test('has no finding that is not acknowledged', () => {
    const open = findings.filter(
      ({ id, path }) => !accepted.some((known) => idOf(known, stage) === id && known.where.test(path)),
    );
    expect(open).toEqual([]);
  });

  test('has a finding for every acknowledgement', () => {
    const unused = accepted.filter(
      (known) => !findings.some(({ id, path }) => id === idOf(known, stage) && known.where.test(path)),
    );
    expect(unused.map((known) => idOf(known, stage))).toEqual([]);
  });
});

test('a finding that is not acknowledged stops the synthesis and is named; all others pass', () => {
  const app = platformApp(stageNamed('dev'));
  new Bucket(new Stack(app, 'planted'), 'Careless');
  const synthesis = (): void => {
    app.synth();
  };
  expect(synthesis).toThrow(/planted\/Careless[\s\S]*AwsSolutions-S1/);
  expect(synthesis).not.toThrow(/dev-(platform|beneficiary|capital|lending|console|shield)\//);
});

test('every acknowledgement gives its reason in a sentence', () => {
  for (const { reason } of ACKNOWLEDGEMENTS) expect(reason).toMatch(/^[A-Z].{40,}\.$/);
});
