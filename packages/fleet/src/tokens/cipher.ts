import { PlumblineError } from '@plumbline/runtime';

/** Encrypts texts, each for one key of a store. */
export interface Cipher {
  encrypt(text: string, storeKey: string): Promise<string>;
  /** Resolves with an empty text if the text is not encrypted, is changed, or is of another key. */
  decrypt(text: string, storeKey: string): Promise<string>;
}

/** Version of the format. */
const prefix = 'aes1:';
/** Length of the initialization vector of AES-GCM in bytes (NIST SP 800-38D §8.2). */
const vectorLength = 12;
const keyLength = 32;

/** @throws {PlumblineError} If the platform has no WebCrypto, as a page without HTTPS. */
export function checkWebCrypto(factory: string): void {
  if (!globalThis.crypto?.subtle)
    throw new PlumblineError(`${factory}: this platform has no WebCrypto (\`crypto.subtle\`).`);
}

/**
 * Makes a cipher with AES-256-GCM. Each text gets a random initialization vector. The key of the store is authenticated too, so that
 * a text cannot be moved to another one.
 *
 * @param encryptionKey 32 bytes, or their base64.
 * @throws {PlumblineError} If it is something else. The message never contains it.
 */
export function createCipher(factory: string, encryptionKey: Uint8Array | string | undefined): Cipher {
  const bytes = typeof encryptionKey === 'string' ? fromBase64(encryptionKey) : encryptionKey;
  if (!(bytes instanceof Uint8Array) || bytes.length !== keyLength) {
    const length = bytes instanceof Uint8Array ? `, not ${bytes.length}` : '';
    const advice = encryptionKey ? '`openssl rand -base64 32` prints such a key.' : 'Is the environment variable set?';
    throw new PlumblineError(
      `${factory}: \`encryptionKey\` must be a Uint8Array of 32 bytes, or their base64${length}. ${advice}`,
    );
  }
  // A copy, because WebCrypto accepts no memory that threads share.
  const importing = crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
  importing.catch(() => {});
  const parametersOf = (vector: Uint8Array<ArrayBuffer>, storeKey: string) => ({
    name: 'AES-GCM',
    iv: vector,
    additionalData: new TextEncoder().encode(storeKey),
  });
  return {
    async encrypt(text, storeKey) {
      const vector = crypto.getRandomValues(new Uint8Array(vectorLength));
      const parameters = parametersOf(vector, storeKey);
      const data = await crypto.subtle.encrypt(parameters, await importing, new TextEncoder().encode(text));
      return prefix + toBase64(vector) + toBase64(new Uint8Array(data));
    },
    async decrypt(text, storeKey) {
      const sealed = text.startsWith(prefix) ? fromBase64(text.slice(prefix.length)) : undefined;
      if (!sealed) return '';
      const key = await importing;
      try {
        const parameters = parametersOf(sealed.slice(0, vectorLength), storeKey);
        return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, key, sealed.slice(vectorLength)));
      } catch {
        return '';
      }
    },
  };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Decodes base64; undefined if the text is none. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
