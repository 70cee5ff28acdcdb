import type { EventType } from '#shared/contracts/event.ts';
import { routeKey } from '#shared/contracts/route.ts';
import type { Route } from '#shared/contracts/route.ts';
import { ROLES } from '#shared/domain/roles.ts';
import type {
  FunctionManifest,
  ServiceManifest,
  Subscription,
  TableUse,
} from '#shared/functions/manifest.ts';

/** A table of a README; the last column of a kept one holds words of people, found again by the first. */
interface ReadmeTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly keepsWords?: true;
}

/** What a README says of its service, as its routes, its events and its functions have it. */
export interface Described {
  readonly manifest: ServiceManifest;
  readonly routes: Readonly<Record<string, Route>>;
  readonly events: readonly EventType[];
}

/**
 * The README with its tables as manifests and contracts say. Everything else is left as it stands; of an event that
 * comes in also the words on what happens, which nothing but a person can know.
 */
export function withTables(readme: string, described: Described): string {
  return tablesOf(described).reduce(withTable, readme);
}

/** Events of which the README does not say what happens. */
export function withoutWords(readme: string): string[] {
  return [...wordsIn(sectionOf(readme, 'Events in').text)].flatMap(([event, words]) =>
    words === '' ? [event] : [],
  );
}

function tablesOf({ manifest, routes, events }: Described): ReadmeTable[] {
  return [
    {
      heading: 'Routes',
      columns: ['route', 'who', 'what'],
      rows: Object.values(routes).map((route) => [addressOf(route), whoMay(route), route.summary.en]),
    },
    {
      heading: 'Events in',
      columns: ['event', 'of', 'heard by', 'what happens'],
      rows: eventsIn(manifest.functions),
      keepsWords: true,
    },
    {
      heading: 'Events out',
      columns: ['event', 'what it tells'],
      rows: events.map(({ type, title }) => [code(type), title.en]),
    },
    {
      heading: 'Tables',
      columns: ['function', 'what it is', 'what it does with the table'],
      rows: manifest.functions.map((one) => [code(one.name), kindOf(one), useOf(one)]),
    },
  ];
}

const code = (text: string): string => `\`${text}\``;

function addressOf(route: Route): string {
  const query = Object.keys(route.query?._zod.def.shape ?? {}).map((name) => `${name}=`);
  return code(`${routeKey(route)}${query.length === 0 ? '' : `?${query.join('&')}`}`);
}

/** What a refusal a route lists says about who may call it. */
const NARROWED: Readonly<Record<string, string>> = {
  'area-not-allowed': 'in the own areas',
  'organisation-not-allowed': 'of the own organisation',
  'maker-is-checker': 'another than made it',
  'maker-may-not-decide': 'another than made it',
  'maker-may-not-reverse': 'another than recorded it',
  'only-maker-may-withdraw': 'who made it',
};

function whoMay({ access: { roles, scope }, errors }: Route): string {
  const callers = roles.length === ROLES.length ? 'every role' : roles.join(', ');
  const narrowed = Object.keys(errors).flatMap((name) => NARROWED[name] ?? []);
  const systems = scope === null ? [] : [`systems with ${code(scope)}`];
  return [[callers, ...narrowed].join(', '), ...systems].join('; ');
}

function eventsIn(functions: readonly FunctionManifest[]): string[][] {
  const heard = functions.flatMap((one) =>
    one.kind === 'consumer' ? one.listensTo.map((subscription) => ({ by: one.name, subscription })) : [],
  );
  const byType = Map.groupBy(heard, ({ subscription }) => eventOf(subscription).type);
  return [...byType].map(([type, all]) => [
    code(type),
    [...new Set(all.map(({ subscription }) => eventOf(subscription).source))].join(', '),
    all.map(({ by, subscription }) => `${code(by)}${filterOf(subscription)}`).join(', '),
  ]);
}

const eventOf = (subscription: Subscription): EventType =>
  'event' in subscription ? subscription.event : subscription;

function filterOf(subscription: Subscription): string {
  if (!('event' in subscription)) return '';
  const values = Object.entries(subscription.data).map(([name, any]) => `${name} ${any.join(' or ')}`);
  return ` (${values.join(', ')})`;
}

function kindOf(one: FunctionManifest): string {
  switch (one.kind) {
    case 'http':
      return 'answers requests';
    case 'consumer':
      return 'follows events';
    case 'nightly':
      return `nightly at ${two(one.at.hour)}:${two(one.at.minute)}: ${one.does}`;
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

const USES: Readonly<Record<TableUse, string>> = {
  acts: 'reads, lists and writes',
  'known-keys': 'reads and writes by key, lists by no index',
  totals: 'adds up what it is told',
  reads: 'reads all there is, writes nothing',
  sealing: 'reads a day, adds up and keeps what it came to',
};

function useOf({ table, counts }: FunctionManifest): string {
  return `${USES[table]}${counts === true ? '; adds to counters' : ''}`;
}

function withTable(readme: string, table: ReadmeTable): string {
  const { start, text } = sectionOf(readme, table.heading);
  const found = /(^\|.*\n)+/m.exec(text);
  const words = table.keepsWords ? wordsIn(text) : null;
  const rows = table.rows.map((row) => (words === null ? row : [...row, words.get(row[0] ?? '') ?? '']));
  const drawn = [table.columns, table.columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
  const at = start + (found?.index ?? 0);
  const after = at + (found?.[0].length ?? 0);
  return `${readme.slice(0, at)}${drawn}${found ? '' : '\n'}${readme.slice(after)}`;
}

/** A section without its heading and the blank line below. */
function sectionOf(readme: string, heading: string): { readonly start: number; readonly text: string } {
  const mark = `\n## ${heading}\n\n`;
  const found = readme.indexOf(mark);
  if (found < 0) throw new Error(`the README has no section "${heading}"`);
  const start = found + mark.length;
  const next = readme.indexOf('\n## ', start);
  return { start, text: readme.slice(start, next < 0 ? undefined : next + 1) };
}

/** The last cell of each row by its first. */
function wordsIn(section: string): Map<string, string> {
  const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
  return new Map(
    rows.map((row) => {
      const cells = row.split('|').slice(1, -1);
      return [cells[0]?.trim() ?? '', cells.at(-1)?.trim() ?? ''];
    }),
  );
}
