import type { SharedTokens } from '../policies/auth/shared-tokens.ts';
import { refuseOption } from './check-text.ts';
import type { OptionDefinition } from './client-definition.ts';

/**
 * The option `tokens` of a client that requests its tokens with `clientCredentials`.
 *
 * @example
 * options: { clientId: {}, clientSecret: {}, tokens: tokensOption },
 * credentials: [
 *   {
 *     required: ['clientId', 'clientSecret'],
 *     optional: ['tokens'],
 *     policy: clientCredentials(({ clientId, clientSecret, tokens }) => ({ tokenUrl, parameters, tokens })),
 *   },
 * ],
 */
export const tokensOption: OptionDefinition = {
  type: 'text',
  check(factory, option, value) {
    const { obtain } = Object(value) as Partial<SharedTokens>;
    if (typeof obtain !== 'function') refuseOption(factory, option, 'must be the result of `createFleetTokens`.');
    return value;
  },
};
