import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from '#infra/stages.ts';

export interface ShieldStackProps extends StackProps {
  readonly stage: Stage;
}

/** AWS keeps the firewall rules of CloudFront in this region only. */
export const SHIELD_REGION = 'us-east-1';

/** Requests of one address in five minutes. A commune office shares an address: twenty officers at a request a second. */
const REQUESTS_PER_ADDRESS = 6000;

/** Group, and the rules in it that only count: the services check the size of a body themselves, by its schema. */
const MANAGED_GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['AWSManagedRulesAmazonIpReputationList', []],
  ['AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']],
  ['AWSManagedRulesKnownBadInputsRuleSet', []],
];

/**
 * The firewall before CloudFront, in its own stack because of its region. Its ARN is handed to the console stack
 * as a parameter: a reference across regions would need functions of CDK's own with rights over the whole account.
 */
export class ShieldStack extends Stack {
  constructor(scope: Construct, id: string, props: ShieldStackProps) {
    super(scope, id, props);
    const name = `${props.stage.name}-shield`;
    const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: true,
      metricName: `${name}-${metricName}`,
    });
    const acl = new CfnWebACL(this, 'WebAcl', {
      name,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seenAs('all'),
      rules: [
        {
          name: 'one-address-too-many-requests',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: REQUESTS_PER_ADDRESS, aggregateKeyType: 'IP' } },
          visibilityConfig: seenAs('rate'),
        },
        ...MANAGED_GROUPS.map(([group, counted], index) => ({
          name: group,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: group,
              ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
          visibilityConfig: seenAs(group),
        })),
      ],
    });
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn });
  }
}
