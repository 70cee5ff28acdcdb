import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';

/**
 * What events of each type and version have looked like on the bus since they were first published, in
 * `<service>/<type>.v<version>.json`. A good one stays readable for ever; a new version gets a file of its own.
 */
export interface Golden {
  readonly source: string;
  readonly type: string;
  readonly version: number;
  /** Data as it was published. */
  readonly good: readonly Data[];
  /** The first good one with one thing wrong. */
  readonly bad: readonly Data[];
}

export type Data = Readonly<Record<string, unknown>>;

const dataSchema = z.record(z.string(), z.unknown());
const FileSchema = z.strictObject({
  good: z.array(dataSchema).check(z.minLength(1)),
  bad: z.array(dataSchema).check(z.minLength(1)),
});

export const GOLDEN_EVENTS: readonly Golden[] = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: source }) =>
    readdirSync(join(import.meta.dirname, source)).map((file) => {
      const [, type = '', version = ''] = /^(\w+)\.v(\d+)$/.exec(basename(file, '.json')) ?? [];
      return { source, type, version: Number(version), ...read(join(source, file)) };
    }),
  );

/** Of the envelope every event wears. */
export const GOLDEN_ENVELOPES = read('envelope.json');

function read(file: string): Pick<Golden, 'good' | 'bad'> {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const { good, bad } = z.parse(FileSchema, JSON.parse(text));
  return { good, bad: bad.map((change) => ({ ...good[0], ...change })) };
}
