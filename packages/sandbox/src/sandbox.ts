/** What a test sees of a sandbox. */

/** The data that `@plumbline/spec-<vendor>/sandbox` exports, or any OpenAPI 3.1 document that is bundled into one object. */
export interface VendorData {
  readonly openapi?: string;
  /** The operationIds and the credentials. They exist as types only. */
  readonly '~types'?: VendorTypes;
  readonly 'x-resources'?: Readonly<Record<string, object>>;
}
interface VendorTypes {
  readonly operations: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** The sandbox of a vendor, with its names. Those of another document are not known. */
export type SandboxOf<Data extends VendorData> = Sandbox<
  TypesOf<Data>['operations'],
  'x-resources' extends keyof Data ? keyof NonNullable<Data['x-resources']> & string : string,
  TypesOf<Data>['credentials']
>;
type TypesOf<Data extends VendorData> = '~types' extends keyof Data ? NonNullable<Data['~types']> : VendorTypes;

/** Source of time. The clock of a client fits, and `ManualClock` of `@plumbline/runtime/testing`. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  date(): number;
  /** Calls back once after some milliseconds. The returned function cancels the timer. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Moves the time, if the clock can. */
  advance?(milliseconds: number): Promise<void>;
}

/** A limit of requests in any window of some seconds. */
export interface SandboxRateLimit {
  /** The methods that count. @default all */
  readonly methods?: readonly string[] | undefined;
  readonly requests: number;
  readonly seconds: number;
}

export interface SandboxOptions {
  /** The clock of the client, for limits, tokens, keys and slow responses. @default the platform's, moved by `advance` */
  readonly clock?: SandboxClock | undefined;
  /** Seed of ids and of faults with a `rate`. The same seed gives the same. @default 1 */
  readonly seed?: number | undefined;
  /**
   * `true` enforces the limits of the spec. The name of a plan enforces that plan's, and a list your own.
   * @default false
   */
  readonly rateLimits?: boolean | string | readonly SandboxRateLimit[] | undefined;
  /** Whether the resources begin with the examples of the spec. @default false */
  readonly examples?: boolean | undefined;
  /** `'documented'` throws when a request leans on what the vendor does not document. @default undefined */
  readonly strict?: 'documented' | undefined;
}

/**
 * What goes wrong:
 * - `no-connection`: no connection is made, so nothing is carried out.
 * - `response-lost`: the request is carried out, and the connection is reset before the response.
 * - `cut-off`: the request is carried out, and the connection is reset in the middle of the body.
 * - `stalled`: the request is carried out, and no response arrives until the request is aborted.
 * - `not-json`: a page of HTML with status 200, as of a proxy. Nothing is carried out.
 * - `token-revoked`: the access token of the request is no longer valid.
 * - `{ slow }`: the response arrives after this many milliseconds of the clock.
 * - `{ status }`: this status, and nothing is carried out. The body is the spec's for the status, unless it is given.
 */
export type Fault =
  | 'no-connection'
  | 'response-lost'
  | 'cut-off'
  | 'stalled'
  | 'not-json'
  | 'token-revoked'
  | { readonly slow: number }
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly body?: unknown;
    };

export interface FaultRule {
  /** What goes wrong, such as `'response-lost'`, `'stalled'`, `{ slow: 20_000 }` in milliseconds, or `{ status: 503 }`. */
  readonly with: Fault;
  /** How many requests fail. @default 1, or all of those that `rate` selects */
  readonly times?: number | undefined;
  /** The share of requests that fail, from 0 to 1, decided by the seed. @default 1 */
  readonly rate?: number | undefined;
}

/** A request that a sandbox received. Credentials are replaced by `***`. */
export interface SandboxRequest {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The status of the response; undefined while there is none, and after a fault of the connection. */
  readonly status: number | undefined;
}

/** Something that a test leans on and that the vendor does not document. */
export interface Assumption {
  readonly operation: string;
  /** Such as `query category`, `response 201 /notification/id`, `effect`. */
  readonly place: string;
  readonly level: 'inferred' | 'unknown';
  /** Why, or what contradicts it. */
  readonly note: string;
}

/** The items of one resource. Each item has the vendor's own names. What is returned is a copy. */
export interface SandboxResource {
  /** All items, in the order in which they were made. */
  all<Item extends object = Record<string, unknown>>(): Item[];
  /** The item with a key, or `undefined`: `get('8f2b…')`, `get('email:mary@example.com')`. */
  get<Item extends object = Record<string, unknown>>(key: string | number): Item | undefined;
  /** Adds items, with an id and what every new item has, where they lack it. Returns them. */
  add(...items: readonly object[]): Record<string, unknown>[];
  /** Removes the item with a key, and what belongs to it. Returns whether there was one. */
  remove(key: string | number): boolean;
}

/** A vendor in memory. Sandboxes share nothing. */
export interface Sandbox<
  Operation extends string = string,
  Resource extends string = string,
  Credentials = Readonly<Record<string, string>>,
> {
  /** The credentials that it accepts, as options of the vendor's client. */
  readonly credentials: Credentials;
  /** Sends a request to the sandbox. It is the option `fetch` of the vendor's client. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** What the vendor stores. */
  readonly resources: Readonly<Record<Resource, SandboxResource>>;
  /** The requests, oldest first: the last 10,000. A reset begins a new list. */
  readonly requests: readonly SandboxRequest[];
  /**
   * Makes requests of an operation fail, or of all operations with `'*'`. Rules are tried in the order in which they were added.
   *
   * @throws {SandboxError} If there is no such operation or fault.
   * @example vendor.fail('notifications/create', { times: 1, with: 'response-lost' });
   */
  fail(operation: Operation | '*', rule: FaultRule): void;
  /** Moves the time, also that of the clock if it can be moved. Limits, tokens and keys follow. */
  advance(milliseconds: number): Promise<void>;
  /** What the requests so far leaned on that the vendor does not document. */
  assumptions(): readonly Assumption[];
  /** Makes the sandbox as it was when it was created. */
  reset(): void;
}
