import { platformApp } from '#infra/platform-app.ts';
import { stageNamed } from '#infra/stages.ts';

// The stage must be named: deploying the wrong one by default would be worse than not deploying.
platformApp(stageNamed(process.env['STAGE'] ?? '', process.env)).synth();
