/** KMS as far as functions use it: data keys, encryption and keyed hashes under one local master key. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { KmsKey } from '../assembly/types.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface Kms {
  /** Answers a call; `code` is the AWS error name. */
  answer(
    operation: string,
    keyArn: string,
    body: Fields,
  ): Fields | { readonly code: string; readonly message: string };
}

const MASTER_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const DATA_KEY_BYTES: Readonly<Record<string, number>> = { AES_256: 32, AES_128: 16 };

export function createKms(masterKey: Buffer, keys: readonly KmsKey[]): Kms {
  const material = (arn: string, purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', masterKey, arn, purpose, MASTER_BYTES));
  const seal = (arn: string, plaintext: Buffer, context: unknown): string => {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', material(arn, 'encrypt'), iv).setAAD(contextBytes(context));
    const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const name = Buffer.from(arn);
    return Buffer.concat([Buffer.from([name.length]), name, iv, cipher.getAuthTag(), body]).toString(
      'base64',
    );
  };
  const open = (ciphertext: string, context: unknown): Buffer => {
    const raw = Buffer.from(ciphertext, 'base64');
    const arn = keyOfCiphertext(ciphertext);
    const start = 1 + Buffer.byteLength(arn);
    const iv = raw.subarray(start, start + IV_BYTES);
    const tag = raw.subarray(start + IV_BYTES, start + IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', material(arn, 'encrypt'), iv)
      .setAAD(contextBytes(context))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(raw.subarray(start + IV_BYTES + TAG_BYTES)), decipher.final()]);
  };

  const dataKey = (
    arn: string,
    body: Fields,
  ): { KeyId: string; Plaintext: string; CiphertextBlob: string } => {
    const plain = randomBytes(
      DATA_KEY_BYTES[String(body['KeySpec'])] ?? Number(body['NumberOfBytes'] ?? MASTER_BYTES),
    );
    return {
      KeyId: arn,
      Plaintext: plain.toString('base64'),
      CiphertextBlob: seal(arn, plain, body['EncryptionContext']),
    };
  };
  const mac = (arn: string, body: Fields): Buffer =>
    createHmac('sha256', material(arn, 'mac'))
      .update(Buffer.from(String(body['Message']), 'base64'))
      .digest();

  const answer = (operation: string, arn: string, body: Fields): Fields => {
    switch (operation) {
      case 'Encrypt':
        return {
          KeyId: arn,
          CiphertextBlob: seal(
            arn,
            Buffer.from(String(body['Plaintext']), 'base64'),
            body['EncryptionContext'],
          ),
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        };
      case 'Decrypt':
        return decrypt(arn, () => open(String(body['CiphertextBlob']), body['EncryptionContext']));
      case 'GenerateDataKey':
        return dataKey(arn, body);
      case 'GenerateDataKeyWithoutPlaintext': {
        const { KeyId, CiphertextBlob } = dataKey(arn, body);
        return { KeyId, CiphertextBlob };
      }
      case 'GenerateMac':
        return { KeyId: arn, Mac: mac(arn, body).toString('base64'), MacAlgorithm: 'HMAC_SHA_256' };
      case 'VerifyMac': {
        const given = Buffer.from(String(body['Mac']), 'base64');
        const right = mac(arn, body);
        return given.length === right.length && timingSafeEqual(given, right)
          ? { KeyId: arn, MacValid: true, MacAlgorithm: 'HMAC_SHA_256' }
          : { code: 'KMSInvalidMacException', message: 'The MAC does not belong to this message' };
      }
      default:
        return {
          code: 'UnsupportedOperationException',
          message: `kms:${operation} is not played by the local cloud`,
        };
    }
  };
  return {
    answer: (operation, arn, body) =>
      keys.some((key) => key.arn === arn)
        ? answer(operation, arn, body)
        : { code: 'NotFoundException', message: `Key ${arn} does not exist` },
  };
}

function decrypt(arn: string, open: () => Buffer): Fields {
  try {
    return { KeyId: arn, Plaintext: open().toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  } catch {
    return {
      code: 'InvalidCiphertextException',
      message: 'The ciphertext or its encryption context is not right',
    };
  }
}

/** The ARN of the key that made this ciphertext: its first byte is the ARN's length. */
export function keyOfCiphertext(ciphertext: string): string {
  const raw = Buffer.from(ciphertext, 'base64');
  return raw.subarray(1, 1 + (raw[0] ?? 0)).toString();
}

/** The same bytes for the same context, whatever the order of its entries. */
function contextBytes(context: unknown): Buffer {
  const entries = Object.entries((context ?? {}) as Fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(entries));
}
