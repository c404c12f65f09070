import type { Policy } from '../src/pipeline/policy.ts';
import { clientCredentials } from '../src/policies/auth/client-credentials.ts';
import type { CredentialPolicy } from '../src/policies/auth/credential-source.ts';
import { bearer, header } from '../src/policies/auth/header.ts';
import type { ClientCredentialsOptions } from '../src/policies/auth/request-token.ts';

const baseUrl = 'https://api.example.com';

/** Makes a policy of a client without options. */
export function withFixedValues(policy: CredentialPolicy<object>): Policy {
  const values = {};
  return policy(
    { definition: { name: 'createAcme', options: {} }, given: {}, functions: {}, values, read: () => values },
    baseUrl,
  );
}

/** The policy of `header` with fixed headers. */
export const fixedHeader = (headers: Readonly<Record<string, string>>): Policy =>
  withFixedValues(header(() => headers));

/** The policy of `bearer` with a fixed token. */
export const fixedBearer = (token: string): Policy => withFixedValues(bearer(() => token));

/** The policy of `clientCredentials` with fixed credentials. */
export const fixedClient = (options: ClientCredentialsOptions): Policy =>
  withFixedValues(clientCredentials(() => options));
