import { routeKey } from '#shared/contracts/route.ts';
import { consumerName, followedBy } from '#shared/functions/manifest.ts';
import type { ConsumerManifest, HttpManifest, NightlyManifest } from '#shared/functions/manifest.ts';
import type { Act } from '#shared/data/act.ts';
import { eventConsumer } from './consumer.ts';
import type { Reaction } from './consumer.ts';
import { httpApp } from './http-app.ts';
import type { Handler } from './http-app.ts';
import { scheduledTask } from './scheduled.ts';
import type { Wired } from './wire.ts';

/** The function of a manifest that answers requests. Throws TypeError when its handlers are not its routes. */
export function serveHttp(manifest: HttpManifest, wired: Wired, handlers: readonly Handler[]) {
  assertSame(
    manifest.name,
    Object.values(manifest.routes).map(routeKey),
    handlers.map(({ route }) => routeKey(route)),
  );
  return httpApp({ ...wired, handlers });
}

/** The function of a manifest that follows events. Throws TypeError when it reacts to others than those it follows. */
export function serveEvents(manifest: ConsumerManifest, wired: Wired, reactions: readonly Reaction[]) {
  assertSame(
    manifest.name,
    followedBy(manifest).map(({ type }) => type),
    reactions.map(({ event }) => event.type),
  );
  return eventConsumer({ ...wired, name: consumerName(manifest), reactions });
}

/** The function of a manifest that runs at night. */
export function serveNightly(manifest: NightlyManifest, wired: Wired, run: (act: Act) => Promise<void>) {
  return scheduledTask({ ...wired, name: consumerName(manifest), run });
}

/** What a function does is what its manifest says, to the last route and event: it does not start otherwise. */
function assertSame(name: string, said: readonly string[], done: readonly string[]): void {
  const missing = said.filter((one) => !done.includes(one));
  const unsaid = done.filter((one) => !said.includes(one));
  const twice = done.filter((one, index) => done.indexOf(one) !== index);
  if (missing.length + unsaid.length + twice.length === 0) return;
  throw new TypeError(
    `${name}: without handler: ${missing.join(', ')}; not in its manifest: ${unsaid.join(', ')}; twice: ${twice.join(', ')}`,
  );
}
