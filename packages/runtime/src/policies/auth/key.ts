import { ownCopy } from '../../pipeline/own-value.ts';
import type { CredentialPolicy } from './credential-source.ts';
import { type Keys, secretsOf, sendKeys } from './send-keys.ts';

/** Makes the policy that sends a key in the query: `{ api_key: key }`. No error, event or log has it. */
export function queryKey<Values>(
  keysOf: (values: Values) => Readonly<Record<string, string>>,
): CredentialPolicy<Values> {
  return keys((values) => ({ query: keysOf(values) }));
}

/** Makes the policy that sends a key as a cookie: `{ session: key }`. Browsers do not let a page send it. */
export function cookieKey<Values>(
  keysOf: (values: Values) => Readonly<Record<string, string>>,
): CredentialPolicy<Values> {
  return keys((values) => ({ cookies: keysOf(values) }));
}

/** Makes the policy that sends credentials of HTTP Basic (RFC 7617), as `parseBasic` encodes them. */
export function basic<Values>(credentialOf: (values: Values) => string): CredentialPolicy<Values> {
  return keys((values) => ({ headers: { authorization: `Basic ${credentialOf(values)}` } }));
}

function keys<Values>(keysOf: (values: Values) => Keys): CredentialPolicy<Values> {
  return ({ read }) =>
    async (request, next) => {
      const { call } = request;
      if (call.operation?.security?.length === 0) return next(request);
      const sent = ownCopy(keysOf(await read(call)));
      call.secrets = secretsOf(sent);
      return sendKeys(request, next, sent);
    };
}
