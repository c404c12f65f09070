import type { CredentialPolicy } from './credential-source.ts';

/** Makes the policy that sends credentials as headers. Operations without security in the spec get none. */
export function header<Values>(
  headersOf: (values: Values) => Readonly<Record<string, string>>,
): CredentialPolicy<Values> {
  return ({ read }) => {
    let known: Values | undefined;
    let headers: Readonly<Record<string, string>> = {};
    let secrets: readonly string[] = [];
    return (request, next) => {
      const { call } = request;
      if (call.operation?.security?.length === 0) return next(request);
      const send = (values: Values) => {
        if (values !== known) {
          known = values;
          headers = headersOf(values);
          secrets = Object.values(headers).map((value) => value.replace(/^(Basic|Bearer) /, ''));
        }
        call.secrets = secrets;
        return next(request.withHeaders(headers));
      };
      const values = read(call);
      return values instanceof Promise ? values.then(send) : send(values);
    };
  };
}

/** Makes the policy that sends a token as `Authorization: Bearer` (RFC 6750 §2.1). */
export function bearer<Values>(tokenOf: (values: Values) => string): CredentialPolicy<Values> {
  return header((values: Values) => ({ Authorization: `Bearer ${tokenOf(values)}` }));
}
