import { beforeAll, describe, expect, test } from 'vitest';
import { stageNamed, STAGE_NAMES, type StageName } from '#infra/stages.ts';
import { at, synthesise, type Templates } from './templates.ts';

describe('a stage', () => {
  test('must be one that is known', () => {
    expect(() => stageNamed('production')).toThrow();
    expect(() => stageNamed('')).toThrow();
  });

  test('takes account and region from its surroundings', () => {
    const surroundings = { CDK_DEFAULT_ACCOUNT: '123456789012', CDK_DEFAULT_REGION: 'ap-southeast-3' };
    expect(stageNamed('prod', surroundings)).toMatchObject({
      account: '123456789012',
      region: 'ap-southeast-3',
    });
    expect(stageNamed('prod')).toMatchObject({ account: null, region: 'ap-southeast-1' });
    expect(() => stageNamed('prod', { CDK_DEFAULT_ACCOUNT: '12' })).toThrow();
  });
});

describe('the stages differ in care, not in shape', () => {
  const byStage = new Map<StageName, Templates>();
  const of = (stage: StageName): Templates => {
    const templates = byStage.get(stage);
    if (templates === undefined) throw new Error(`no templates of ${stage}`);
    return templates;
  };

  beforeAll(() => {
    for (const name of STAGE_NAMES) byStage.set(name, synthesise(name));
  });

  test('all have the same resources', () => {
    const shape = (stage: StageName) =>
      of(stage)
        .resources.map(({ stack, type }) => `${stack.replace(`${stage}-`, '')} ${type}`)
        .sort();
    expect(shape('dev')).toEqual(shape('prod'));
    expect(shape('staging')).toEqual(shape('prod'));
  });

  test.each([
    ['dev', false, 14, 7, 'OPTIONAL'],
    ['staging', true, 90, 14, 'ON'],
    ['prod', true, 731, 35, 'ON'],
  ] as const)(
    '%s keeps data: %s, logs %i days, recovery %i days, MFA %s',
    (stage, kept, logDays, recoveryDays, mfa) => {
      for (const table of of(stage).of('AWS::DynamoDB::GlobalTable')) {
        expect(at(table.properties, 'Replicas', 0, 'DeletionProtectionEnabled')).toBe(kept);
        expect(
          at(table.properties, 'Replicas', 0, 'PointInTimeRecoverySpecification', 'RecoveryPeriodInDays'),
        ).toBe(recoveryDays);
        expect(table.deletionPolicy).toBe(kept ? 'Retain' : 'Delete');
      }
      for (const group of of(stage).of('AWS::Logs::LogGroup')) {
        expect(group.properties['RetentionInDays']).toBe(logDays);
        expect(group.deletionPolicy).toBe(kept ? 'Retain' : 'Delete');
      }
      for (const key of of(stage).of('AWS::KMS::Key')) {
        expect(key.properties['EnableKeyRotation']).toBe(true);
        expect(key.deletionPolicy).toBe(kept ? 'Retain' : 'Delete');
      }
      expect(
        of(stage)
          .of('AWS::Cognito::UserPool')
          .map(({ properties }) => properties['MfaConfiguration']),
      ).toEqual([mfa]);
    },
  );
});
