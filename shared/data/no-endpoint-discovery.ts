/**
 * Stands in for the SDK's endpoint discovery in bundles. DynamoDB's endpoints are known by region; discovery is off
 * unless asked for, and what it needs to remember endpoints weighs more than a verb of the platform.
 */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: undefined,
};

export function resolveEndpointDiscoveryConfig<T extends object>(
  config: T,
): T & { endpointDiscoveryEnabled: () => Promise<false> } {
  return { ...config, endpointDiscoveryEnabled: () => Promise.resolve(false) };
}
