/** Reads the files CDK wrote: the manifest, one template per stack, and where each asset lies. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Json = Readonly<Record<string, unknown>>;

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Json;
  readonly Condition?: string;
}

export interface Template {
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly Conditions?: Json;
  readonly Mappings?: Json;
}

export interface StackFiles {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: Template;
  /** Object key in the asset bucket → absolute path on this machine. */
  readonly assets: ReadonlyMap<string, string>;
}

export interface CloudAssemblyFiles {
  /** Where most stacks live; some resources (a CloudFront firewall) must live elsewhere. */
  readonly account: string;
  readonly region: string;
  readonly stacks: readonly StackFiles[];
}

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly displayName?: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly directoryName?: string;
    readonly file?: string;
  };
}

const LOCAL_ACCOUNT = '000000000000';
const LOCAL_REGION = 'ap-southeast-1';

/**
 * @throws Error when there is no manifest, no stack, or more than one nested assembly (stage)
 */
export function readCloudAssembly(outDir: string): CloudAssemblyFiles {
  const root = resolve(outDir);
  const manifestFile = join(root, 'manifest.json');
  if (!existsSync(manifestFile))
    throw new Error(`No synthesised templates in ${root}: manifest.json is missing`);
  const artifacts = Object.entries(
    (readJson(manifestFile) as { artifacts: Record<string, Artifact> }).artifacts,
  );

  const nested = artifacts.filter(([, artifact]) => artifact.type === 'cdk:cloud-assembly');
  const stackArtifacts = artifacts.filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  if (stackArtifacts.length === 0) {
    if (nested.length !== 1)
      throw new Error(`${root} holds ${String(nested.length)} stages; the local cloud runs one`);
    return readCloudAssembly(join(root, nested[0]?.[1].properties?.directoryName ?? ''));
  }

  const assets = new Map<string, string>();
  for (const [, artifact] of artifacts) {
    if (artifact.type === 'cdk:asset-manifest') addAssets(root, artifact.properties?.file ?? '', assets);
  }
  const stacks = stackArtifacts.map(([id, artifact]) => ({
    name: artifact.properties?.stackName ?? id,
    ...environmentOf(artifact.environment),
    template: readJson(join(root, artifact.properties?.templateFile ?? '')) as Template,
    assets,
  }));
  return { ...home(stacks), stacks };
}

function addAssets(root: string, file: string, assets: Map<string, string>): void {
  interface FileAsset {
    readonly source: { readonly path?: string };
    readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
  }
  const manifest = readJson(join(root, file)) as { files?: Record<string, FileAsset> };
  for (const asset of Object.values(manifest.files ?? {})) {
    for (const { objectKey } of Object.values(asset.destinations)) {
      if (asset.source.path !== undefined) assets.set(objectKey, resolve(root, asset.source.path));
    }
  }
}

/** Stacks without a fixed environment live in the local account and region. */
function environmentOf(environment = ''): { account: string; region: string } {
  const [, account = 'unknown-account', region = 'unknown-region'] =
    /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment) ?? [];
  return {
    account: account === 'unknown-account' ? LOCAL_ACCOUNT : account,
    region: region === 'unknown-region' ? LOCAL_REGION : region,
  };
}

function home(stacks: readonly StackFiles[]): { account: string; region: string } {
  const inRegion = (region: string): number => stacks.filter((stack) => stack.region === region).length;
  const [first] = [...stacks].sort((a, b) => inRegion(b.region) - inRegion(a.region));
  return { account: first?.account ?? LOCAL_ACCOUNT, region: first?.region ?? LOCAL_REGION };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
