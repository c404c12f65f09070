import type { OperationTable, QuerySerialization } from '../pipeline/operation.ts';
import type { Policy } from '../pipeline/policy.ts';
import type { ClientOptions } from './options.ts';
import type { RateLimitOption } from './rate-limits.ts';
import type { Sender } from './send.ts';

/** The names of a vendor's own options. */
export type VendorOption<Options> = Exclude<keyof Options, keyof ClientOptions | 'rateLimit'> & string;

/** The values of a vendor's own options, checked; those that are optional and were not given are absent. */
export type OptionValues<Options> = Readonly<Record<VendorOption<Options>, string>>;

/** An option that one vendor's client has. */
export interface OptionDefinition {
  /** `url`: an address that credentials are sent to. @default credential: text that can be sent in a header */
  readonly type?: 'credential' | 'url';
  /** The environment variable that is read where the option is not given. @default none */
  readonly environment?: string;
  readonly default?: string;
  /** What else a value must be, and the sentence that says so. */
  readonly pattern?: { readonly test: RegExp; readonly problem: string };
}

/** One way to authenticate. */
export interface CredentialDefinition<Options> {
  /** The options that it needs. */
  readonly required: readonly VendorOption<Options>[];
  /** Options that may go with them. */
  readonly optional?: readonly VendorOption<Options>[];
  /** Makes the policy that adds the credentials. */
  readonly policy: (values: OptionValues<Options>, baseUrl: string) => Policy;
}

/** A vendor's client as data. */
export interface ClientDefinition<Options> {
  /** The name of the factory, for messages. */
  readonly name: string;
  /** The vendor's server where `baseUrl` is not given; or how the server follows from all options, `baseUrl` among them. */
  readonly server: string | ((values: OptionValues<Options>, options: Options) => string);
  /** The operations, as generated from the spec. */
  readonly operations: OperationTable;
  readonly querySerialization: QuerySerialization;
  /** The options besides those of every client. */
  readonly options: Readonly<Record<VendorOption<Options>, OptionDefinition>>;
  /** The ways to authenticate, of which the caller's options choose one. */
  readonly credentials: readonly CredentialDefinition<Options>[];
  /** What the option `rateLimit` means, from `rateLimits`. @default the client has no such option */
  readonly rateLimit?: RateLimitOption;
  /** The servers of operations that are elsewhere, by the server in the spec. */
  readonly servers?: (values: OptionValues<Options>) => Readonly<Record<string, string>>;
  /** Makes a caller's parameters what the vendor takes. */
  readonly input?: Sender['input'];
}
