import type {
  IForbiddenRuleType,
  IRegularForbiddenRuleType,
  IReachabilityForbiddenRuleType,
} from 'dependency-cruiser';
import { AREAS } from './areas.ts';

const TEST_FILE = String.raw`\.test\.ts$`;
const DEMO_LOADER = String.raw`^infra/local/fill-province\.ts$`;
/** Sealing and hashing; the checker names core modules without their prefix. */
const CRYPTO = '^crypto$';
/** Gathers what a package writes as a stream. */
const CONSUMERS = '^stream/consumers$';
const npm = (...names: string[]): string => `node_modules/(${names.join('|')})/`;
const forbid = (
  name: string,
  comment: string,
  from: IForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'] | IReachabilityForbiddenRuleType['to'],
): IForbiddenRuleType => ({ name, comment, severity: 'error', from, to });

/** One rule per row: `from` may import only what `only` lists. Test files beside the code are judged elsewhere. */
const mayOnly = (name: string, comment: string, from: string, only: string[]): IForbiddenRuleType =>
  forbid(name, comment, { path: from, pathNot: TEST_FILE }, { pathNot: only });

/** Files of a service that stand beside its areas: what every area may know, and what brings the areas together. */
const COMMON_GROUND = String.raw`^services/$1/(act-day|table-map)\.ts$`;

const rooms: IForbiddenRuleType[] = [
  mayOnly(
    'domain-is-pure',
    'Rules are proven without AWS, a clock or a store.',
    '^services/([^/]+)/[^/]+/domain/',
    [
      '^services/$1/[^/]+/domain/',
      COMMON_GROUND,
      '^shared/domain/',
      String.raw`^shared/contracts/$1/[a-z-]+/(errors|parking-reasons)\.ts$`,
    ],
  ),
  mayOnly(
    'application-knows-no-aws',
    'A verb talks to the outside through its ports.',
    '^services/([^/]+)/[^/]+/application/',
    [
      '^services/$1/[^/]+/(domain|application)/',
      COMMON_GROUND,
      '^shared/(domain|contracts|application)/',
      npm('zod'),
    ],
  ),
  mayOnly(
    'adapters-serve-the-ports',
    'Adapters implement ports; they do not call verbs or entrypoints.',
    '^services/([^/]+)/[^/]+/adapters/',
    [
      String.raw`^services/$1/[^/]+/(domain/|adapters/|application/[a-z-]*ports\.ts$)`,
      COMMON_GROUND,
      '^shared/',
      npm('@aws-sdk', 'csv-parse', 'csv-stringify', 'saxes', 'yazl', 'zod'),
      CRYPTO,
      CONSUMERS,
    ],
  ),
  mayOnly(
    'entrypoints-stay-at-home',
    'A function is wired from its own service and the shared plumbing.',
    '^services/(?!console/)([^/]+)/entrypoints/',
    [
      '^services/$1/',
      '^shared/',
      npm('@aws-lambda-powertools', '@middy', '@types', 'zod', '@aws-sdk/util-dynamodb'),
    ],
  ),
  mayOnly(
    'manifests-are-words',
    'Stacks, documents and entry files read them, so they bring nothing of the service along but its contracts.',
    String.raw`^services/([^/]+)/(functions/|manifest\.ts$)`,
    ['^services/$1/functions/', '^shared/(contracts|functions|domain)/'],
  ),
  mayOnly(
    'environment-is-a-schema',
    'The stacks import it, so it may bring nothing of the service along.',
    String.raw`^services/[^/]+/environment\.ts$`,
    ['^shared/(domain|runtime|data|contracts)/', npm('zod')],
  ),
];

/** An area knows those below it: with the order declared once, no two areas can come to need each other. */
const storeys: IForbiddenRuleType[] = Object.entries<readonly string[]>(AREAS).flatMap(([service, areas]) => {
  const within = (names: readonly string[]): string =>
    `^(services|shared/contracts)/${service}/(${names.join('|')})/`;
  return areas
    .slice(0, -1)
    .map((area, index) =>
      forbid(
        `${service}-${area}-knows-only-below`,
        'The order of areas stands in test/architecture/areas.ts.',
        { path: within([area]), pathNot: TEST_FILE },
        { path: within(areas.slice(index + 1)) },
      ),
    );
});

const borders: IForbiddenRuleType[] = [
  forbid(
    'services-never-import-each-other',
    'What crosses is in shared/contracts.',
    { path: '^services/([^/]+)/' },
    { path: '^services/', pathNot: '^services/$1/' },
  ),
  forbid(
    'console-speaks-the-contracts',
    'The console sees what any client of the API sees.',
    { path: '^services/console/' },
    { path: '^(infra|shared)/', pathNot: '^shared/(contracts|domain|client)/' },
  ),
  forbid(
    'infra-sees-manifests-only',
    'Deployment knows manifests, variables, contracts and shapes, never rules.',
    { path: '^infra/' },
    { path: '^services/', pathNot: String.raw`^services/[^/]+/((environment|manifest)\.ts$|functions/)` },
  ),
  forbid(
    'local-cloud-plays-templates',
    'It runs whatever the templates say; only the loader of the demonstration province knows the product.',
    { path: '^infra/local/', pathNot: [TEST_FILE, DEMO_LOADER] },
    { path: '^(services|shared|infra|test)/', pathNot: '^infra/local/' },
  ),
  forbid(
    'shared-stands-alone',
    'Shared code knows no service and no deployment.',
    { path: '^shared/' },
    { path: '^(services|infra)/' },
  ),
  forbid(
    'product-knows-no-tests',
    'What runs does not depend on what tests it; only the start command’s loader reaches for the demonstration province.',
    { path: '^(services|shared|infra)/', pathNot: [TEST_FILE, DEMO_LOADER] },
    { path: '^test/' },
  ),
];

const sharedRooms: IForbiddenRuleType[] = [
  mayOnly('shared-domain-is-pure', 'It is imported by every domain.', '^shared/domain/', ['^shared/domain/']),
  mayOnly('contracts-are-schemas', 'The published language has no machinery.', '^shared/contracts/', [
    '^shared/(contracts|domain)/',
    npm('zod'),
  ]),
  mayOnly('kit-knows-no-aws', 'It is imported by every verb.', '^shared/application/', [
    '^shared/(application|contracts|domain)/',
    npm('zod'),
  ]),
  mayOnly('manifests-are-shapes', 'Stacks and functions both read them.', '^shared/functions/', [
    '^shared/(functions|contracts|domain)/',
  ]),
  mayOnly('client-runs-anywhere', 'The typed client works in a browser and in Node.', '^shared/client/', [
    '^shared/(client|contracts|domain)/',
    npm('zod'),
  ]),
];

const hygiene: IForbiddenRuleType[] = [
  forbid('no-cycles', 'A cycle has no first file to read.', {}, { circular: true }),
  forbid('no-unknown-import', 'Every import resolves.', {}, { couldNotResolve: true }),
  forbid(
    'functions-bundle-run-time-packages',
    'A function may not need a development package.',
    { path: '^(services|shared)/', pathNot: TEST_FILE },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
];

/** What is started by name: functions, commands, files loaded by path into a worker or a child process. */
const RUNNING_ROOTS = [
  String.raw`^services/[^/]+/entrypoints/`,
  '^services/console/site/',
  '^infra/bin/',
  String.raw`^infra/(synth|check|lint-api)\.ts$`,
  String.raw`^infra/local/(start|token)\.ts$`,
  String.raw`^infra/local/.*-(entry|process)\.ts$`,
  String.raw`^shared/data/(lambda-credentials|no-endpoint-discovery)\.ts$`,
  String.raw`^test/journeys/journey\.ts$`,
  String.raw`^test/ledger/verify-ledger\.ts$`,
  String.raw`^test/documents/write-readmes\.ts$`,
  '^test/bench/',
];

const TESTING_ROOTS = [
  ...RUNNING_ROOTS,
  TEST_FILE,
  String.raw`^test/vitest\.config\.ts$`,
  '^test/support/.+-(setup|reporter)',
  '^test/local-cloud/fixture/',
  '^test/mutation/',
];

const deadFiles: IForbiddenRuleType[] = [
  forbid(
    'no-dead-product-files',
    'Code that only its own test reaches is not part of the product.',
    { path: RUNNING_ROOTS },
    {
      path: '^(services|shared|infra)/',
      // Declarations of a package without its own have no code to reach.
      pathNot: [TEST_FILE, String.raw`\.d\.ts$`, '^shared/testing/', ...RUNNING_ROOTS],
      reachable: false,
    },
  ),
  forbid(
    'no-dead-test-files',
    'Test support that no test reaches is dead.',
    { path: TESTING_ROOTS },
    { path: '^(test|shared/testing)/', pathNot: TESTING_ROOTS, reachable: false },
  ),
];

export const DEPENDENCY_RULES = [...rooms, ...storeys, ...borders, ...sharedRooms, ...hygiene, ...deadFiles];
