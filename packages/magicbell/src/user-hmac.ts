import { checkCredential } from '@plumbline/runtime';

/** Who a user is: by email, or by the id that your application has for them. */
export type UserIdentity =
  | { readonly userEmail: string; readonly userExternalId?: undefined }
  | { readonly userEmail?: undefined; readonly userExternalId: string };

/**
 * Makes the proof that your server knows a user, for projects that have HMAC authentication turned on: the HMAC-SHA256 of
 * the email or external id under the API secret, in Base64. Pass it to `createMagicBellUser` as `userHmac`.
 *
 * The email is put in lower case first, as MagicBell has it. Run this on a server: the API secret must not leave it.
 *
 * @throws {PlumblineError} When the secret or the identity is missing or empty.
 * @see https://github.com/magicbell/community/blob/ebf0689/docs/docs/hmac-authentication.mdx
 */
export async function createUserHmac(apiSecret: string, identity: UserIdentity): Promise<string> {
  const factory = 'createUserHmac';
  const bytes = new TextEncoder();
  const secret = bytes.encode(checkCredential(factory, 'apiSecret', apiSecret));
  const message = bytes.encode(
    identity.userEmail === undefined
      ? checkCredential(factory, 'userExternalId', identity.userExternalId)
      : checkCredential(factory, 'userEmail', identity.userEmail).toLowerCase(),
  );
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, message);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
