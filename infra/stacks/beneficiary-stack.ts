import type { Construct } from 'constructs';
import { BENEFICIARY } from '#beneficiary/manifest.ts';
import { ServiceStack } from './service-stack.ts';
import type { ServiceStackProps } from './service-stack.ts';

/** Areas, households, standards and eligibility. */
export class BeneficiaryStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, BENEFICIARY, props);
  }
}
