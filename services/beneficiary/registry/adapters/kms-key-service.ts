import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { KMSClientConfig } from '@aws-sdk/client-kms';
import type { KeyService } from './vault.ts';

/** Said with every call, so that a wrapped key taken elsewhere does not unwrap, and the trail tells what it was for. */
const EncryptionContext = { purpose: 'beneficiary-personal-data' };

/** Data keys under the platform's KMS key. */
export function kmsKeyService(keyId: string, config: KMSClientConfig = {}): KeyService {
  const kms = new KMSClient(config);
  return {
    generate: async () => {
      const made = await kms.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext }),
      );
      return {
        plain: present(made.Plaintext),
        wrapped: Buffer.from(present(made.CiphertextBlob)).toString('base64'),
      };
    },
    unwrap: async (wrapped) => {
      const { Plaintext } = await kms.send(
        new DecryptCommand({
          KeyId: keyId,
          CiphertextBlob: Buffer.from(wrapped, 'base64'),
          EncryptionContext,
        }),
      );
      return present(Plaintext);
    },
  };
}

function present(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new Error('KMS answered without a key');
  return bytes;
}
