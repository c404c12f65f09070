import { expect, it } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { SharedTokens } from '../policies/auth/shared-tokens.ts';
import { tokensOption } from './tokens-option.ts';

class Store implements SharedTokens {
  obtain: SharedTokens['obtain'] = ({ request }) => request();
}

it.each([[{ obtain: async () => ({ value: 't', lifetime: 1 }) }], [new Store()]])(
  'tokensOption accepts an object with the function obtain: %o',
  (tokens) => {
    expect(tokensOption.check?.('createAcme', 'tokens', tokens)).toBe(tokens);
  },
);

it.each([[null], [''], ['redis://'], [true], [{}], [[]], [{ obtain: 'x' }], [{ get() {}, set() {} }], [() => {}]])(
  'tokensOption refuses %o',
  (tokens) => {
    const check = () => tokensOption.check?.('createAcme', 'tokens', tokens);
    expect(check).toThrow(PlumblineError);
    expect(check).toThrow('createAcme: `tokens` must be the result of `createFleetTokens`.');
  },
);
