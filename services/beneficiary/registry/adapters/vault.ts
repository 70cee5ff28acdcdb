import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { getItem } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { dataKeyKey } from './table-map.ts';

/** Makes and unwraps data keys under a key that never leaves its service. */
export interface KeyService {
  generate(): Promise<DataKey>;
  unwrap(wrapped: string): Promise<Uint8Array>;
}

export interface DataKey {
  readonly plain: Uint8Array;
  readonly wrapped: string;
}

/** Seals personal numbers field by field, and finds them again by a keyed hash. */
export interface Vault {
  /** `context` binds the sealed text to its place: moved to another item or field it does not open. */
  seal(text: string, context: string): Promise<string>;
  /** Throws when the text was sealed elsewhere or tampered with. */
  open(sealed: string, context: string): Promise<string>;
  /** The same for the same text, and meaningless without the key: twelve digits are easily tried out. */
  fingerprint(text: string): Promise<string>;
}

const KEY_NUMBER = 1;

const CIPHER = 'aes-256-gcm';

const KEY_BYTES = 32;

const IV_BYTES = 12;

const TAG_BYTES = 16;

const StoredKeySchema = z.object({ wrapped: z.string() });

/** KeyObjects, not buffers: with raw buffers Node 24 prepares the key anew on every call, several times slower. */
interface Keys {
  readonly sealing: KeyObject;
  readonly index: KeyObject;
}

/** The data key is made on the first use ever, kept wrapped in the table, and unwrapped once per cold start. */
export function openVault(table: Table, keyService: KeyService): Vault {
  let loading: Promise<Keys> | undefined;
  const keys = (): Promise<Keys> => {
    loading ??= loadKeys(table, keyService).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    seal: async (text, context) => seal((await keys()).sealing, text, context),
    open: async (sealed, context) => open((await keys()).sealing, sealed, context),
    fingerprint: async (text) =>
      createHmac('sha256', (await keys()).index)
        .update(text)
        .digest('base64url'),
  };
}

async function loadKeys(table: Table, keyService: KeyService): Promise<Keys> {
  const stored = await readWrapped(table);
  const plain = stored === null ? await createKey(table, keyService) : await keyService.unwrap(stored);
  return { sealing: derive(plain, 'sealing'), index: derive(plain, 'index') };
}

async function readWrapped(table: Table): Promise<string | null> {
  const item = await getItem(table, dataKeyKey(KEY_NUMBER), StoredKeySchema, 'strong');
  return item?.wrapped ?? null;
}

/** Of two functions that start at once for the first time only one may give the table its key. */
async function createKey(table: Table, keyService: KeyService): Promise<Uint8Array> {
  const made = await keyService.generate();
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...dataKeyKey(KEY_NUMBER), wrapped: made.wrapped },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return made.plain;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const winner = await readWrapped(table);
    if (winner === null) throw new Error('the data key of another function cannot be read', { cause: error });
    return keyService.unwrap(winner);
  }
}

function derive(plain: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', plain, '', `beneficiary/${purpose}`, KEY_BYTES)));
}

function seal(key: KeyObject, text: string, context: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${KEY_NUMBER}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function open(key: KeyObject, sealed: string, context: string): string {
  const raw = Buffer.from(sealed.slice(sealed.indexOf('.') + 1), 'base64url');
  const decipher = createDecipheriv(CIPHER, key, raw.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(raw.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = decipher.update(raw.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([body, decipher.final()]).toString('utf8');
}
