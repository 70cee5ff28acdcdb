import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledge } from './acknowledgements.ts';
import type { Stage } from './stages.ts';
import { BeneficiaryStack } from './stacks/beneficiary-stack.ts';
import { CapitalStack } from './stacks/capital-stack.ts';
import { ConsoleStack } from './stacks/console-stack.ts';
import { LendingStack } from './stacks/lending-stack.ts';
import { PlatformStack } from './stacks/platform-stack.ts';
import { SHIELD_REGION, ShieldStack } from './stacks/shield-stack.ts';

/** The stacks of one stage, unchecked. `outdir` is where the assembly goes; absent, where the CDK CLI asks for it. */
export function platformStacks(stage: Stage, outdir?: string): App {
  const app = new App({
    analyticsReporting: false,
    // CloudFormation's own rules count as errors, so a template it would refuse fails here and not in a deployment.
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
    ...(outdir === undefined ? {} : { outdir }),
  });
  const inRegion = (region: string) => ({
    env: { region, ...(stage.account === null ? {} : { account: stage.account }) },
    terminationProtection: stage.protectsData,
  });
  const home = inRegion(stage.region);
  const platform = new PlatformStack(app, `${stage.name}-platform`, { ...home, stage });
  new BeneficiaryStack(app, `${stage.name}-beneficiary`, { ...home, stage, platform });
  new CapitalStack(app, `${stage.name}-capital`, { ...home, stage, platform });
  new LendingStack(app, `${stage.name}-lending`, { ...home, stage, platform });
  new ShieldStack(app, `${stage.name}-shield`, { ...inRegion(SHIELD_REGION), stage });
  new ConsoleStack(app, `${stage.name}-console`, { ...home, stage, platform });
  Tags.of(app).add('stage', stage.name);
  return app;
}

/** One stage as a CDK app whose synthesis fails on any policy finding that is not acknowledged. */
export function platformApp(stage: Stage, outdir?: string): App {
  const app = platformStacks(stage, outdir);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledge(app, stage);
  return app;
}
