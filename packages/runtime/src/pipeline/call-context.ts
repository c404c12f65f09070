import type { Attempt, RequestLine } from '../errors/call-error.ts';
import type { Clock } from '../time/clock.ts';
import { Deadline } from '../time/deadline.ts';
import type { CallOptions } from './call-options.ts';
import type { CallEvent, Observer } from './client-event.ts';
import type { OperationDefinition } from './operation.ts';

/** The options that policies read. */
type PolicyOptions = Pick<CallOptions, 'timeout' | 'deadline' | 'retry'>;

/** What all calls of one client share. */
export interface ClientContext {
  readonly clock: Clock;
  /** Tells the observer, if there is one. Never throws. */
  readonly emit: Observer;
  /** What a call uses that gives no options of its own. */
  readonly options: PolicyOptions;
}

/** What is particular about one call. */
export interface CallContextInit {
  /** The method and path, for messages and events. */
  readonly line: RequestLine;
  /** The operation as the spec describes it; absent for `client.api` and for token requests. */
  readonly operation?: OperationDefinition | undefined;
  readonly options?: CallOptions | undefined;
  /** When the time for the call ends, where it began with an earlier page. */
  readonly end?: number | undefined;
  /** Whether the body of a success is handed out as it arrives. @default false */
  readonly streaming?: boolean;
  /** `high`: other calls wait for this one. @default normal */
  readonly priority?: 'normal' | 'high';
}

/** One call: what does not differ between its attempts. */
export class CallContext {
  readonly client: ClientContext;
  readonly clock: Clock;
  readonly line: RequestLine;
  readonly operation: OperationDefinition | undefined;
  readonly streaming: boolean;
  readonly priority: 'normal' | 'high';
  /** The call's options over those of the client. */
  readonly options: PolicyOptions;
  readonly deadline: Deadline;
  /** The attempts that ended so far. */
  readonly attempts: Attempt[] = [];
  /** The response of a method's call, on its way past openapi-fetch. */
  response: Response | undefined;

  constructor(client: ClientContext, init: CallContextInit) {
    const { line, end, options: { signal, timeout, deadline, retry } = {} } = init;
    this.client = client;
    this.clock = client.clock;
    this.line = line;
    this.operation = init.operation;
    this.streaming = init.streaming ?? false;
    this.priority = init.priority ?? 'normal';
    this.options = {
      timeout: timeout ?? client.options.timeout,
      deadline: deadline ?? client.options.deadline,
      retry: retry === undefined ? client.options.retry : retry && { ...client.options.retry, ...retry },
    };
    this.deadline = new Deadline({ clock: this.clock, line, milliseconds: this.options.deadline, end, signal });
  }

  /** Tells the observer, if there is one. Never throws. */
  emit(event: CallEvent): void {
    const { method, path } = this.line;
    this.client.emit({ method, path, ...event });
  }
}
