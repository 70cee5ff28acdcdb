import { createClient } from '#shared/client/api-client.ts';
import type { ApiClient } from '#shared/client/api-client.ts';

/** How to come in: the public address, and how to get tokens. */
export interface Entrance {
  readonly frontUrl: string;
  readonly token: (account: string) => Promise<string>;
  readonly machineToken: (client: string) => Promise<string>;
  /** How requests travel; over the network when absent. */
  readonly fetch?: typeof fetch;
}

/** The platform as people and systems meet it: through its public address, each with a token of its own. */
export interface Doors {
  as(account: string): ApiClient;
  system(client: string): ApiClient;
}

/** A busy platform is asked again; commands carry keys, so asking again is safe. */
const ATTEMPTS = 7;

export function openDoors({ frontUrl, token, machineToken, ...travel }: Entrance): Doors {
  const clients = new Map<string, ApiClient>();
  const open = (name: string, get: (name: string) => Promise<string>): ApiClient => {
    const known = clients.get(name);
    if (known) return known;
    const client = createClient({
      baseUrl: frontUrl,
      token: () => get(name),
      attempts: ATTEMPTS,
      ...(travel.fetch ? { fetch: travel.fetch } : {}),
    });
    clients.set(name, client);
    return client;
  };
  return { as: (account) => open(account, token), system: (client) => open(client, machineToken) };
}
