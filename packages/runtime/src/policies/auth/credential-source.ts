import type { CallContext } from '../../pipeline/call-context.ts';
import type { Policy } from '../../pipeline/policy.ts';

/** A credential: its text, or a function that returns it. The function is called for each attempt, or for each token request. */
export type Credential = string | (() => string | undefined | PromiseLike<string | undefined>);

/** A user name and a password of HTTP Basic. */
export interface UsernamePassword {
  /** It must not contain a colon (RFC 7617 §2). */
  readonly username: string;
  /** It may be empty: some vendors take a key as the user name. */
  readonly password: string;
}

/**
 * A credential of HTTP Basic: the text `username:password`, as `curl --user` takes it, or both as an object. Or a function that
 * returns one of them, which is called for each attempt.
 */
export type BasicCredential =
  | string
  | UsernamePassword
  | (() => string | UsernamePassword | undefined | PromiseLike<string | UsernamePassword | undefined>);

/** The part of the definition of a client that error messages need. */
export interface SourceDefinition {
  readonly name: string;
  readonly options: Readonly<
    Record<string, { readonly environment?: string | undefined; readonly default?: string | undefined }>
  >;
}

/** The values of a vendor's options. */
export interface CredentialSource<Values> {
  /** The name of the factory, and its options. */
  readonly definition: SourceDefinition;
  /** The options that the caller passed, a record that inherits nothing. The values of others are from the environment, or defaults. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Credentials that are functions, by their option. */
  readonly functions: Readonly<Record<string, unknown>>;
  /** The values that are known when the client is made. Credentials that are functions are absent. */
  readonly values: Values;
  /**
   * Returns all values: the same object each time, or a promise of a new one if a credential is a function.
   *
   * @param names The functions to call. The credentials of others are absent. @default all
   * @throws {CredentialError} If a function fails, or returns no valid credential. The promise rejects with it.
   */
  readonly read: (call: CallContext, names?: readonly string[]) => Values | Promise<Values>;
}

/**
 * Makes the policy that adds credentials to requests.
 *
 * @param always Whether all requests get them, also those of operations without security. @default false
 */
export type CredentialPolicy<Values> = (source: CredentialSource<Values>, baseUrl: string, always?: boolean) => Policy;
