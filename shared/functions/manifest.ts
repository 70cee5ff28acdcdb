import type { EventType } from '#shared/contracts/event.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { Text } from '#shared/domain/text.ts';

/**
 * What a function is, said once: the routes it answers or the events it follows, what it may do with the table of
 * its service, and what whoever is woken by its alarm has to know. The stack, the entry file, the documents and the
 * tests all read this.
 */
export type FunctionManifest = HttpManifest | ConsumerManifest | NightlyManifest;

interface Common {
  readonly service: ServiceName;
  /** The entry file under the service's entrypoints, and with stage and service the name of the function. */
  readonly name: string;
  readonly table: TableUse;
  /** It also adds to counters that stand in items. */
  readonly counts?: true;
  readonly onErrors: AlarmWords;
}

/** A function that answers requests. */
export interface HttpManifest extends Common {
  readonly kind: 'http';
  readonly routes: Readonly<Record<string, Route>>;
  /** It seals and opens what identifies a person, and so has the key. */
  readonly opensPersonalData?: true;
}

/** A function that follows events of other services, or of its own. */
export interface ConsumerManifest extends Common {
  readonly kind: 'consumer';
  readonly listensTo: readonly Subscription[];
}

/** A function that runs once a night. */
export interface NightlyManifest extends Common {
  readonly kind: 'nightly';
  /** What it does, in a sentence. */
  readonly does: string;
  readonly at: TimeOfDay;
}

export type ServiceName = 'beneficiary' | 'capital' | 'lending';

/**
 * What a function may do with its service's table: `acts` reads, lists and writes; `known-keys` does so without
 * listing by an index; `totals` adds up what it is told; `reads` goes over all there is and changes nothing;
 * `sealing` goes over a day, adds up and keeps what it came to.
 */
export type TableUse = 'acts' | 'known-keys' | 'totals' | 'reads' | 'sealing';

/** Events of a type that carry these values in their data; the rest of the type never reaches the queue. */
export interface FilteredEvents {
  readonly event: EventType;
  readonly data: Readonly<Record<string, readonly (string | boolean)[]>>;
}

export type Subscription = EventType | FilteredEvents;

/** A time of day in Viet Nam. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** What whoever is woken by an alarm needs to read: who suffers how, and the first steps. */
export interface AlarmWords {
  readonly impact: Text;
  readonly whatToDo: Text;
}

/** Every function of a service. */
export interface ServiceManifest {
  readonly service: ServiceName;
  readonly functions: readonly FunctionManifest[];
}

/** The types a consumer follows. */
export function followedBy({ listensTo }: ConsumerManifest): EventType[] {
  return listensTo.map((one) => ('event' in one ? one.event : one));
}

/** The consumer's name; with an event's id it makes the event count once there. */
export function consumerName({ service, name }: Pick<Common, 'service' | 'name'>): string {
  return `${service}-${name}`;
}
