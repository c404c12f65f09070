import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { createInputSource } from './input-source.ts';
import { createLiveClients, type Environment } from './live-clients.ts';
import type { RecordedExchange } from './recorded-exchange.ts';

/** An operation that was not called, or whose call gave no success, and why. */
export interface NotJudged {
  readonly operation: string;
  readonly why: string;
}

export interface LiveReads {
  readonly exchanges: readonly RecordedExchange[];
  readonly notJudged: readonly NotJudged[];
}

/** What reads are made with. */
export interface LiveReadsOptions {
  readonly vendor: string;
  readonly document: Document;
  readonly environment: Environment;
  readonly baseUrl?: string | undefined;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** Calls the operations of a vendor that only read, one after the other, lists before what their items have the ids for. */
export async function callReads({
  vendor,
  document,
  environment,
  baseUrl,
  fetch,
}: LiveReadsOptions): Promise<LiveReads> {
  const exchanges: RecordedExchange[] = [];
  const { methodOf, missing } = await createLiveClients(vendor, environment, {
    baseUrl,
    fetch: recording(fetch, exchanges),
  });
  const inputs = createInputSource(vendor, document, environment);
  const notJudged: NotJudged[] = [];
  let pending = operationsOf(document).filter(({ method }) => method === 'GET');
  let stop: string | undefined;

  const call = async (operation: Operation, parameters: Readonly<Record<string, unknown>>) => {
    const method = methodOf(operation.id);
    if (!method) return notJudged.push({ operation: operation.id, why: `it needs ${missing.join('; or ')}` });
    for (const accept of successTypes(operation)) {
      if (stop) return notJudged.push({ operation: operation.id, why: stop });
      try {
        const result = await method(parameters, accept ? { accept } : {}).result();
        inputs.keep(operation, result.data);
        if (result.status >= 300) notJudged.push({ operation: operation.id, why: `it answered ${result.status}` });
      } catch (error) {
        const why = describeFailure(error);
        notJudged.push({ operation: operation.id, why });
        // Nothing else will go better.
        if ((error as Error).name === 'TokenError' || exchanges.length === 0) stop = `not called after that: ${why}`;
      }
    }
    return;
  };

  for (let waiting = Number.POSITIVE_INFINITY; pending.length > 0 && pending.length < waiting; ) {
    waiting = pending.length;
    const later: Operation[] = [];
    for (const operation of pending) {
      const input = inputs.inputOf(operation);
      if ('parameters' in input) await call(operation, input.parameters);
      else if (input.waits && !stop) later.push(operation);
      else notJudged.push({ operation: operation.id, why: stop ?? input.why });
    }
    pending = later;
  }
  for (const operation of pending) {
    const input = inputs.inputOf(operation);
    if ('why' in input) notJudged.push({ operation: operation.id, why: input.why });
  }
  return { exchanges, notJudged };
}

function successTypes({ responses }: Operation): (string | undefined)[] {
  const types = Object.entries(responses).flatMap(([status, { content }]) =>
    status.startsWith('2') ? Object.keys(content ?? {}) : [],
  );
  return types.length > 1 ? types : [undefined];
}

function recording(fetch: LiveReadsOptions['fetch'], exchanges: RecordedExchange[]): LiveReadsOptions['fetch'] {
  return async (url, init) => {
    const response = await fetch(url, init);
    const body = await response.clone().text();
    const headers = Object.fromEntries(response.headers);
    exchanges.push({
      request: {
        method: init.method ?? 'GET',
        url,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(init.body ? { body: String(init.body) } : {}),
      },
      response: { status: response.status, headers, ...(body && { body }) },
    });
    return response;
  };
}

/** A client's errors name the operation by its path template; those of the platform may name hosts and values, but for their codes. */
function describeFailure(error: unknown): string {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error && codes.length < 5; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code)) codes.push(code);
  }
  const known = error instanceof Error && /^(Plumbline|Api|Connection|Timeout|Token)Error$/.test(error.name);
  // What its `cause` says stays here, but for the codes.
  const message = known
    ? (error as Error).message.replace('; `cause` says why', '')
    : 'the call failed in a way that is not known';
  return codes.length > 0 ? `${message} (${codes.join(', ')})` : message;
}
