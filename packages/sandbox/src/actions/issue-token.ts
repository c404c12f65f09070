import { own, put } from '../document/openapi.ts';
import { propertiesOf } from '../document/schemas.ts';
import { optionName } from '../http/credentials.ts';
import { Refusal } from '../http/reply.ts';
import { copy } from '../state/paths.ts';
import type { Call } from './call.ts';

/** Issues an access token for the credentials of the body, or for those of the request. */
export function issueToken({ state, operation, body, isIdentified, schema, example }: Call): unknown {
  const { issued, schemes } = state.vendor.credentials;
  const { token: scheme = '', seconds = 3600, client = [] } = operation['x-effect'] ?? {};
  // Without a body, the credentials of the request must do.
  const checked = body === undefined && isIdentified ? [] : client;
  const wrong = checked.filter((name) => own(body, name) !== issued[optionName(name)]);
  if (wrong.length > 0) {
    const isForeign = wrong.some((name) => !String(own(body, name)).startsWith('sandbox_'));
    const advice = isForeign ? ' A sandbox takes only its own credentials, which begin with "sandbox_".' : '';
    throw new Refusal([401], `${wrong.join(' and ')} wrong or missing.${advice}`, 'invalidClient');
  }
  const flows = Object.values(schemes.get(scheme)?.flows ?? {});
  const known = flows.flatMap(({ scopes = {} }) => Object.keys(scopes));
  const scopes = String(own(body, 'scope') ?? known.join(' ')).match(/[^ ]+/g) ?? [];
  const unknown = scopes.filter((scope) => known.length > 0 && !known.includes(scope));
  if (unknown.length > 0) throw new Refusal([400], `The scope ${unknown.join(' ')} is not known.`, 'invalidScope');

  const token = `sandbox_token_${state.tokens.size + 1}`;
  state.tokens.set(token, { scopes, expiresAt: state.date() + seconds * 1000 });
  const properties = propertiesOf(schema);
  const response = Object(copy(example ?? {}));
  put(response, 'token' in properties && !('access_token' in properties) ? 'token' : 'access_token', token);
  if ('expires_in' in properties) put(response, 'expires_in', seconds);
  return response;
}
