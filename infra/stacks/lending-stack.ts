import type { Construct } from 'constructs';
import { LENDING } from '#lending/manifest.ts';
import { ServiceStack } from './service-stack.ts';
import type { ServiceStackProps } from './service-stack.ts';

/** Programmes, groups, applications, lists and loans from request to settlement. */
export class LendingStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, LENDING, props);
  }
}
