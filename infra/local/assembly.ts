/** Reads the synthesised templates of one stage into what the local cloud runs. */
import { resolve } from 'node:path';

import { readCloudAssembly } from './assembly/cloud-assembly.ts';
import { readHttpApis } from './assembly/read-edge.ts';
import { readFunctions, readInvokePermissions, readRoles } from './assembly/read-functions.ts';
import { readUserPools } from './assembly/read-identity.ts';
import {
  readEventBuses,
  readEventSourceMappings,
  readPipes,
  readQueues,
  readRules,
} from './assembly/read-messaging.ts';
import { readSchedules } from './assembly/read-schedules.ts';
import { readBucketDeployments, readBuckets, readDistributions } from './assembly/read-site.ts';
import { readKmsKeys, readTables } from './assembly/read-tables.ts';
import { resolveResources } from './assembly/resources.ts';
import type { Assembly } from './assembly/types.ts';

/**
 * @param outDir folder CDK synthesised into (`cdk.out`)
 * @throws Error naming the first resource type, property, intrinsic or policy part that is not known here
 */
export function loadAssembly(outDir: string): Assembly {
  const resources = resolveResources(readCloudAssembly(outDir));
  const roles = readRoles(resources);
  const functions = readFunctions(resources, roles);
  return {
    outDir: resolve(outDir),
    account: resources.account,
    region: resources.region,
    tables: readTables(resources),
    functions,
    queues: readQueues(resources),
    eventBuses: readEventBuses(resources),
    rules: readRules(resources),
    pipes: readPipes(resources, roles),
    eventSourceMappings: readEventSourceMappings(resources, functions),
    schedules: readSchedules(resources, functions, roles),
    httpApis: readHttpApis(resources, functions),
    userPools: readUserPools(resources),
    kmsKeys: readKmsKeys(resources),
    distributions: readDistributions(resources),
    buckets: readBuckets(resources),
    bucketDeployments: readBucketDeployments(resources),
    invokePermissions: readInvokePermissions(resources, functions),
    inert: resources.inert.map((resource) => ({
      type: resource.identity.type,
      name: resource.identity.name,
      stack: resource.identity.stack,
      properties: resource.properties,
    })),
    outputs: resources.outputs,
  };
}
