import type { App } from 'aws-cdk-lib';
import type { Stage } from './stages.ts';

export function acknowledge(app: App, stage: Stage): void {
  void app;
  void stage;
}
