/** The configuration of a peer. All other options have their defaults. */
export interface Target {
  readonly baseUrl: string;
  /** Timeout of an attempt in milliseconds. Only cases about timeouts set it. @default the peer's own default */
  readonly timeout?: number | undefined;
  /** Whether to set the documented options that help with the cases and are off by default. @default false */
  readonly optIn?: boolean;
}

/** The calls of every peer, each as in its own documentation. They resolve with data, or throw. */
export interface Calls {
  /** Sends a GET for a list, and reads it. */
  list(signal?: AbortSignal): Promise<unknown>;
  /** Sends a POST without an idempotency key. */
  create(): Promise<unknown>;
  /** Sends a POST with an idempotency key. */
  createKeyed(): Promise<unknown>;
}

/** Features that a peer may lack. A case that needs a missing feature does not apply. */
export type Need = 'signal' | 'create' | 'createKeyed' | 'token';

/** A client that the cases run for. */
export interface Peer {
  readonly name: string;
  /** URL of the module that exports it and loads no other client. */
  readonly module: string;
  /** Name of its npm package. Absent for clients that are part of Node. */
  readonly package?: string;
  readonly connect: (target: Target) => Calls;
  /** Whether it has a timeout by default. Set for clients whose heap is measured. */
  readonly hasTimeout?: boolean;
  /** Creates a GET with a token that the peer requests and renews itself. Every POST to the server issues a token. */
  readonly connectWithToken?: (target: Target) => () => Promise<unknown>;
  /** The features that it lacks, each with a reason. */
  readonly lacks?: Readonly<Partial<Record<Need, string>>>;
  /** The options that `Target.optIn` sets, in Markdown. */
  readonly optIn?: string;
  readonly note?: string;
  /** The module that its users import. Absent for clients that are part of Node. */
  readonly specifier?: string;
  /** A program that imports the peer, creates a client and makes one call. */
  readonly program?: string;
}

/** A client whose CPU or heap is measured. It only sends GETs for lists. Every peer is one. */
export interface MeasuredClient extends Pick<Peer, 'name' | 'module' | 'package' | 'hasTimeout'> {
  readonly connect: (target: Target) => Pick<Calls, 'list'>;
}

/** The credential of every peer. It must not appear in an error or reach another host. */
export const secret = 'sk_test_5e1f0c7ab93d';

/** MagicBell's credentials, for peers that have no vendor. */
export const credentials = { 'X-MAGICBELL-API-KEY': secret, 'X-MAGICBELL-API-SECRET': secret };

/** Request bodies of these peers for `/users`, and for `/notifications` with a key. */
export const user = { user: { email: 'mary@example.com' } };
export const notification = { notification: { title: 'Task assigned', recipients: [{ email: 'mary@example.com' }] } };
export const key = { 'Idempotency-Key': 'task-7' };

export const noToken = 'gets no tokens by itself';

/** Combines a timeout and a signal for `fetch`, for peers whose only timeout is a signal. */
export function signalOf(timeout: number | undefined, signal?: AbortSignal): AbortSignal | null {
  if (timeout === undefined) return signal ?? null;
  const limit = AbortSignal.timeout(timeout);
  return signal ? AbortSignal.any([limit, signal]) : limit;
}
