import type { Attempt, RequestLine } from '../errors/call-error.ts';
import type { Clock } from '../time/clock.ts';
import { Deadline } from '../time/deadline.ts';
import type { CallOptions, RetryOptions } from './call-options.ts';
import type { CallEvent, Observer } from './client-event.ts';
import type { OperationDefinition } from './operation.ts';
import { ownCopy } from './own-value.ts';

/** The options that policies read. */
type PolicyOptions = Pick<CallOptions, 'timeout' | 'deadline' | 'maxResponseBytes' | 'retry'>;

/** What all calls of one client share. */
export interface ClientContext {
  readonly clock: Clock;
  /** Passes an event to the observer. Never throws. Undefined if there is no observer. */
  readonly emit?: Observer | undefined;
  /** Options that a call may override. */
  readonly options: PolicyOptions;
}

/** The parts of one call, and its options. Own properties, so that none is read from a polluted `Object.prototype`. */
export interface CallContextInit {
  /** The method and path, for messages and events. */
  readonly line: RequestLine;
  /** The operation as the spec describes it; absent for `client.api` and for token requests. */
  readonly operation?: OperationDefinition | undefined;
  readonly options?: CallOptions | undefined;
  /** End of the deadline by the clock's `now()`, if an earlier page started it. */
  readonly end?: number | undefined;
  /** Whether the caller reads a success as a stream. @default false */
  readonly streaming?: boolean;
  /** `high`: other calls wait for this one. @default normal */
  readonly priority?: 'normal' | 'high';
}

/** The id of the last call. */
let lastId = 0;

/** One call: the state that its attempts share. */
export class CallContext {
  readonly client: ClientContext;
  readonly clock: Clock;
  readonly line: RequestLine;
  readonly operation: OperationDefinition | undefined;
  readonly streaming: boolean;
  readonly priority: 'normal' | 'high';
  /** The client's options, overridden by those of the call. */
  readonly options: PolicyOptions;
  readonly deadline: Deadline;
  /** The attempts that ended so far. */
  readonly attempts: Attempt[] = [];
  /** The idempotency key that the last attempt was sent with, if a policy may have changed it. */
  sentKey: string | undefined;
  /** The credentials that the last attempt was sent with, which no error may repeat. */
  secrets: readonly string[] = [];
  /** The URL that the call was sent to. Empty until then. */
  url = '';
  /** The response of a method, which is not passed through openapi-fetch. */
  response: Response | undefined;
  readonly #id: number;

  constructor(client: ClientContext, init: CallContextInit) {
    const { line, end, operation, streaming, priority, options } = init;
    const { signal, timeout, deadline, maxResponseBytes, retry } = options ?? ownCopy<CallOptions>({});
    // Not from 0, so that logs of several processes rarely have an id twice.
    lastId ||= Date.now() % 1e6;
    this.#id = ++lastId;
    this.client = client;
    this.clock = client.clock;
    this.line = line;
    this.operation = operation;
    this.streaming = streaming ?? false;
    this.priority = priority ?? 'normal';
    this.options = {
      timeout: timeout ?? client.options.timeout,
      deadline: deadline ?? client.options.deadline,
      maxResponseBytes: maxResponseBytes ?? client.options.maxResponseBytes,
      retry: retry === undefined ? client.options.retry : retry && override(client.options.retry || {}, retry),
    };
    this.deadline = new Deadline({ clock: this.clock, line, milliseconds: this.options.deadline, end, signal });
  }

  /** A short id, unique in the process. The events of the call have it. */
  get id(): string {
    return this.#id.toString(36);
  }

  /** Passes an event to the observer, if there is one. Never throws. */
  emit(event: CallEvent): void {
    const { method, path } = this.line;
    this.client.emit?.({ callId: this.id, method, path, attempt: this.attempts.length + 1, ...event });
  }
}

/** Overrides single options. One that is undefined is not given. */
function override(options: RetryOptions, own: RetryOptions): RetryOptions {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return ownCopy({ ...options, ...Object.fromEntries(given) });
}
