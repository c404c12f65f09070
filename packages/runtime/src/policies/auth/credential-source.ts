import type { CallContext } from '../../pipeline/call-context.ts';
import type { Policy } from '../../pipeline/policy.ts';

/** A credential: its text, or a function that returns it. The function is called for each attempt, or for each token request. */
export type Credential = string | (() => string | undefined | PromiseLike<string | undefined>);

/** The values of a vendor's options. */
export interface CredentialSource<Values> {
  /** The values that are known when the client is made. Credentials that are functions are absent. */
  readonly values: Values;
  /**
   * Returns all values: the same object each time, or a promise of a new one if a credential is a function.
   *
   * @throws {CredentialError} If a function fails, or returns no valid credential. The promise rejects with it.
   */
  readonly read: (call: CallContext) => Values | Promise<Values>;
}

/** Makes the policy that adds credentials to requests. */
export type CredentialPolicy<Values> = (source: CredentialSource<Values>, baseUrl: string) => Policy;
