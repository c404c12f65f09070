/** What of a peer is configured: its defaults but for these. */
export interface Target {
  readonly baseUrl: string;
  /** Milliseconds for an attempt. Given only where a case is about it; the peer's own default otherwise. */
  readonly timeout?: number | undefined;
  /** Turns on what the peer's documentation offers for the cases and leaves off by default. */
  readonly optIn?: boolean;
}

/** The calls that every peer makes, each as its own documentation writes it: data, or a rejection. */
export interface Calls {
  /** GETs a list, and reads it. */
  list(signal?: AbortSignal): Promise<unknown>;
  /** POSTs without an idempotency key. */
  create(): Promise<unknown>;
  /** POSTs under an idempotency key. */
  createKeyed(): Promise<unknown>;
}

/** What a peer may not have. A case that needs it does not apply. */
export type Need = 'signal' | 'create' | 'createKeyed' | 'token';

/** A client on the board. */
export interface Peer {
  readonly name: string;
  /** The file that exports it, which loads no other client. */
  readonly module: string;
  /** Its npm package, which has the version. None for what Node has. */
  readonly package?: string;
  readonly connect: (target: Target) => Calls;
  /** Ends each call after a time, unless `timeout` says otherwise. Named where the measurement of heap needs it. */
  readonly hasTimeout?: boolean;
  /** A GET with a token that the peer gets and renews by itself, from any POST to the same server. */
  readonly connectWithToken?: (target: Target) => () => Promise<unknown>;
  readonly lacks?: Readonly<Partial<Record<Need, string>>>;
  /** What `optIn` turns on. */
  readonly optIn?: string;
  readonly note?: string;
  /** What its users import. None for what Node has. */
  readonly specifier?: string;
  /** A program that imports the peer, makes a client and one call. */
  readonly program?: string;
}

/** A client of the measurements, which only GETs lists. Every peer is one. */
export interface Runner extends Pick<Peer, 'name' | 'module' | 'package' | 'hasTimeout'> {
  readonly connect: (target: Target) => Pick<Calls, 'list'>;
}

/** The credential of every peer. No error and no other host may see it. */
export const secret = 'sk_test_5e1f0c7ab93d';

/** The credentials of the spec that the peers without a vendor of their own call. */
export const credentials = { 'X-MAGICBELL-API-KEY': secret, 'X-MAGICBELL-API-SECRET': secret };

/** What they create, at `/users`, and at `/notifications` under a key. */
export const user = { user: { email: 'mary@example.com' } };
export const notification = { notification: { title: 'Task assigned', recipients: [{ email: 'mary@example.com' }] } };
export const key = { 'Idempotency-Key': 'task-7' };

export const noToken = 'gets no tokens by itself';

/** The signal of a call as `fetch` takes it, for peers whose only timeout is a signal. */
export function signalOf(timeout: number | undefined, signal?: AbortSignal): AbortSignal | null {
  if (timeout === undefined) return signal ?? null;
  const limit = AbortSignal.timeout(timeout);
  return signal ? AbortSignal.any([limit, signal]) : limit;
}
