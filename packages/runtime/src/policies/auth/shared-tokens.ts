import type { CallContext } from '../../pipeline/call-context.ts';
import type { AccessToken } from './access-token.ts';

/** A token that a client needs, and how to request it. */
export interface SharedTokenRequest {
  /** What identifies the token: the URL of the token endpoint, and the parameters of the token request, credentials included. */
  readonly options: { readonly tokenUrl: string; readonly parameters: Readonly<Record<string, string>> };
  /** The call of the token request: its clock, and its options. */
  readonly call: Pick<CallContext, 'clock' | 'options'>;
  /** The last token that the vendor refused: it must not be returned again. @default none */
  readonly refusedToken?: string | undefined;
  /** Requests a token from the vendor. */
  readonly request: () => Promise<AccessToken>;
}

/**
 * Tokens that several processes share. `createFleetTokens` of `@plumbline/fleet` makes them over Redis, `shareTokens` over a store of
 * your own.
 */
export interface SharedTokens {
  /**
   * Resolves with the token of another process, which has `isShared`, or with the result of `request`. It must settle without the
   * store too, and throw nothing but an error of `request`, or a `PlumblineError` if it is set up wrongly.
   */
  obtain(request: SharedTokenRequest): Promise<AccessToken>;
}
