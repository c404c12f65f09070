import type { ErrorPointers } from '../errors/problem.ts';
import type { OperationTable, QuerySerialization } from '../pipeline/operation.ts';
import type { CredentialPolicy } from '../policies/auth/credential-source.ts';
import type { SharedTokens } from '../policies/auth/shared-tokens.ts';
import type { ClientFeatures } from './client-features.ts';
import type { ClientOptions } from './options.ts';
import type { RateLimitOption } from './rate-limits.ts';
import type { Sender } from './send.ts';

/** The names of a vendor's own options. */
export type VendorOption<Options> = Exclude<keyof Options, keyof ClientOptions | 'rateLimit'> & string;

/** The validated values of a vendor's own options. Optional ones that have no value are absent. */
export type OptionValues<Options> = {
  readonly [Name in VendorOption<Options>]: Name extends 'tokens' ? SharedTokens | undefined : string;
};

/** An option of one vendor's client. */
export interface OptionDefinition {
  /**
   * `credential`: text that is valid in a header, or a function that returns it. `text`: such text, and no function. `url`: the URL
   * of a server that receives credentials.
   *
   * @default credential
   */
  readonly type?: 'credential' | 'text' | 'url' | undefined;
  /** Environment variable to read if the option is not passed. @default none */
  readonly environment?: string | undefined;
  /** Value if the option is not passed and the environment has none. @default none */
  readonly default?: string | undefined;
  /** Validates a value of another type, and returns what policies read: `parseBasic`. @default the value is text, and valid for its type */
  readonly check?: ((factory: string, option: string, value: unknown) => unknown) | undefined;
  /** A pattern that values must match, and the end of the error message for those that do not. @default none */
  readonly pattern?: { readonly test: RegExp; readonly problem: string } | undefined;
}

/** One way to authenticate. */
export interface CredentialDefinition<Options> {
  /** Names of the options that it needs. */
  readonly required: readonly VendorOption<Options>[];
  /** Names of further options that it uses. @default none */
  readonly optional?: readonly VendorOption<Options>[] | undefined;
  /** Makes the policy that adds the credentials: `header`, `bearer`, `basic`, `queryKey`, `cookieKey`, `clientCredentials`, or `securitySchemes`. */
  readonly policy: CredentialPolicy<OptionValues<Options>>;
}

/** The definition of a vendor's client. */
export interface ClientDefinition<Options> {
  /** Name of the factory, for error messages. */
  readonly name: string;
  /** URL of the vendor's server, which the option `baseUrl` replaces. Or a function that returns the URL for all options. */
  readonly server: string | ((values: OptionValues<Options>, options: Options) => string);
  /** The operations, generated from the spec. */
  readonly operations: OperationTable;
  /** How a query serializes arrays and objects by default. */
  readonly querySerialization: QuerySerialization;
  /** Where error responses say why, generated from the spec. @default nowhere: messages give the status and advice */
  readonly errors?: ErrorPointers | undefined;
  /** The vendor's own options, in addition to those of every client. */
  readonly options: Readonly<Record<VendorOption<Options>, OptionDefinition>>;
  /** What some of its operations need, generated from the spec. @default nothing: it has no lists, and honors no keys */
  readonly features?: ClientFeatures | undefined;
  /** The ways to authenticate. The caller's options select one. */
  readonly credentials: readonly CredentialDefinition<Options>[];
  /** The option `rateLimit`, made by `rateLimits`. @default none: the client has no such option */
  readonly rateLimit?: RateLimitOption | undefined;
  /** Servers that replace those of single operations, by their URL in the spec. @default the servers of the spec */
  readonly servers?: ((values: OptionValues<Options>) => Readonly<Record<string, string>>) | undefined;
  /** Converts the caller's parameters to those that the vendor expects. @default none */
  readonly input?: Sender['input'];
}
