/** The files that bucket deployments put into buckets, served from their asset folders. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { BucketDeployment } from '../assembly/types.ts';

export interface SiteFile {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

/** The object with this key, or null; keys have no leading slash. */
export type ReadObject = (bucket: string, key: string) => Promise<SiteFile | null>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export function readObjectsOf(deployments: readonly BucketDeployment[]): ReadObject {
  return async (bucket, key) => {
    for (const deployment of deployments.filter((one) => one.bucket === bucket)) {
      const inside = keyInside(deployment, key);
      if (inside === null) continue;
      for (const folder of deployment.assetDirs.toReversed()) {
        const body = await readInside(folder, inside);
        if (body !== null) return { body, contentType: contentTypeOf(key), etag: etagOf(body) };
      }
    }
    return null;
  };
}

function keyInside(deployment: BucketDeployment, key: string): string | null {
  if (deployment.prefix === '') return key;
  return key.startsWith(`${deployment.prefix}/`) ? key.slice(deployment.prefix.length + 1) : null;
}

async function readInside(folder: string, key: string): Promise<Buffer | null> {
  const file = normalize(join(folder, key));
  if (!file.startsWith(`${normalize(folder)}${sep}`)) return null;
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
}

function contentTypeOf(key: string): string {
  return CONTENT_TYPES[extname(key)] ?? 'application/octet-stream';
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
