import { checkCredential, PlumblineError } from '@plumbline/runtime';

/** The identity of a user: their email, or their id in your application. */
export type UserIdentity =
  | { readonly userEmail: string; readonly userExternalId?: undefined }
  | { readonly userEmail?: undefined; readonly userExternalId: string };

/**
 * Makes the proof that your server knows a user, for projects with HMAC authentication: the HMAC-SHA256 of the email or external
 * id with the API secret as the key, in Base64. Pass it to `createMagicBellUser` as `userHmac`.
 *
 * It converts the email to lower case first, as MagicBell does. Run it on a server: the API secret must not leave it.
 *
 * @throws {PlumblineError} If the secret or the identity is missing or empty.
 * @see https://github.com/magicbell/community/blob/ebf0689/docs/docs/hmac-authentication.mdx
 */
export async function createUserHmac(apiSecret: string | undefined, identity: UserIdentity): Promise<string> {
  const label = 'createUserHmac';
  const encoder = new TextEncoder();
  const secret = encoder.encode(checkCredential(label, 'apiSecret', apiSecret));
  const { userEmail, userExternalId } = Object(identity) as UserIdentity;
  if ((userEmail ?? userExternalId) === undefined) {
    throw new PlumblineError(`${label}: pass \`userEmail\` or \`userExternalId\`.`);
  }
  const message = encoder.encode(
    userEmail === undefined
      ? checkCredential(label, 'userExternalId', userExternalId)
      : checkCredential(label, 'userEmail', userEmail).toLowerCase(),
  );
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, message);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
