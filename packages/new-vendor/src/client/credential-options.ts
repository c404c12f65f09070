import { optionVariable } from '@plumbline/drift/environment';
import { type Credential, takesToken } from '../write-up/read-scheme.ts';

/** An option of a factory that takes a credential. */
export interface CredentialOption {
  readonly name: string;
  readonly says: string;
  readonly type: 'Credential' | 'BasicCredential';
  /** The environment variable with its default. */
  readonly variable: string;
}

/** The options of a credential: all of them are needed to send it, or `token` alone. */
export interface CredentialOptions {
  readonly credential: Credential;
  readonly options: readonly CredentialOption[];
  /** The option of a ready token, if the client can also request one itself. */
  readonly token: CredentialOption | undefined;
}

/** The options for the credentials of a client, named as the sandbox names them. */
export function optionsFor(vendor: string, credentials: readonly Credential[]): CredentialOptions[] {
  const isOnly = credentials.length === 1;
  return credentials.map((credential) => {
    const { kind, scheme } = credential;
    const option = (name: string, says: string): CredentialOption => {
      const type = kind === 'basic' ? 'BasicCredential' : 'Credential';
      return { name, says, type, variable: optionVariable(vendor, name) };
    };
    const token = isOnly ? 'token' : scheme;
    if (kind === 'clientCredentials') {
      return {
        credential,
        options: [
          option('clientId', 'The id of your OAuth 2.0 client.'),
          option('clientSecret', 'Its secret. Keep it on a server.'),
        ],
        token: takesToken(credential)
          ? option(token, 'An access token, in place of an OAuth 2.0 client. Keep it on a server.')
          : undefined,
      };
    }
    return {
      credential,
      options: [option(kind === 'bearer' ? token : scheme, describe(credential))],
      token: undefined,
    };
  });
}

function describe(credential: Exclude<Credential, { kind: 'clientCredentials' }>): string {
  const { kind } = credential;
  if (kind === 'bearer') return 'An access token, sent as `Authorization: Bearer`. Keep it on a server.';
  if (kind === 'basic') {
    return 'A user name and a password, as `username:password` or as an object. Keep it on a server.';
  }
  if (kind === 'http') return `The text after \`Authorization: ${credential.name}\`. Keep it on a server.`;
  const places = { header: 'header', query: 'query parameter', cookie: 'cookie' };
  const name = credential.name.replace(/[`\r\n]|\*\//g, '');
  const whole = /^authorization$/i.test(name) ? ' unchanged: with a prefix if the vendor wants one' : '';
  return `Sent as the ${places[credential.in]} \`${name}\`${whole}. Keep it on a server.`;
}

/** The credential that the sandbox issues for an option. */
export function sandboxCredential({ name, type }: CredentialOption): string {
  if (type === 'BasicCredential') return 'sandbox_username:sandbox_password';
  return `sandbox_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}
