import type { Call } from './actions/call.ts';
import { filterNames } from './actions/list-items.ts';
import { perform } from './actions/perform.ts';
import type { Evidence } from './document/openapi.ts';
import { type Operation, statusKey } from './document/operations.ts';
import { type Note, noteSchema } from './document/schemas.ts';
import { acceptedType } from './http/body.ts';
import { identify } from './http/credentials.ts';
import type { Received } from './http/read-request.ts';
import { declaredFor, exampleOf, examplesOf, Refusal, type Reply, refuse, replyWith } from './http/reply.ts';
import type { Match } from './http/route.ts';
import { readInput, readParameters } from './read-call.ts';
import { assertKnown } from './sandbox-error.ts';
import { takeRequest } from './state/rate-limits.ts';
import { noteEvidence, type State } from './state.ts';

/** Responds to a request as the document says: refuses what it forbids, and else does what the operation does. */
export function respond(state: State, match: Match, received: Received): Reply {
  const { vendor, tokens, replies, limits, date } = state;
  const { operation } = match;
  const { headers } = received;
  const note: Note = (place, part) => noteEvidence(state, operation.id, place, part?.['x-evidence']);
  const status = successOf(operation, headers.get('accept'));
  return orRefuse(() => {
    const call = readCall();
    return preferredReply(headers.get('prefer') ?? '') ?? keyedReply(() => success(call));
  });

  /** What a function responds, or its refusal in the vendor's format. */
  function orRefuse(create: () => Reply): Reply {
    try {
      return create();
    } catch (error) {
      if (error instanceof Refusal) return finish(refuse(vendor.document, operation, error));
      throw error;
    }
  }

  function readCall(): Call {
    note('operation', operation);
    const { callers, schemes } = identify(vendor.credentials, tokens, date(), match, headers);
    for (const name of schemes) note(`security ${name}`, vendor.credentials.schemes.get(name));
    const wait = takeRequest(limits, received.method, date());
    if (wait) {
      const { requests, seconds } = wait.limit;
      note('rate limit', wait.limit);
      const message = `The limit of ${requests} requests in ${seconds} seconds is used up.`;
      throw new Refusal([429], message, undefined, { 'retry-after': String(wait.seconds) });
    }
    const accept = headers.get('accept');
    const { response, media, mediaType } = declaredFor(operation, status, accept);
    const { content = {} } = response;
    if (mediaType && !acceptedType(content, accept)) {
      throw new Refusal([406], `No response has the media type ${accept}.`);
    }
    const isIdentified = schemes.length > 0;
    const { schema = {} } = media;
    const result = { operation, mediaType, schema, example: exampleOf({ media, mediaType }) };
    const parameters = readParameters(match, received, note);
    const ofRequest = { state, callers, isIdentified, url: received.url, headers: {} };
    return { ...ofRequest, ...parameters, ...readInput(operation, received, note), ...result };
  }

  /** Does what the operation does. */
  function success(call: Call): Reply {
    const { kind, resource, 'x-effect': effect } = operation;
    note('effect', effect);
    const declared = state.collections.get(resource)?.resource;
    const used = filterNames(call, declared?.sort).length > 0 ? [kind, 'filters'] : [kind];
    const { covers = used } = declared?.['x-evidence'] ?? {};
    if (used.some((one) => covers.includes(one))) note(`resource ${resource}`, declared);
    // After a delete, the sandbox has nothing to show, and the vendor may have.
    const value = perform(call) ?? call.example;
    note('pagination', operation['x-pagination']);
    const isRedirect = status >= 300 && status !== 304;
    const location = isRedirect ? { location: 'https://redirected.example/' } : {};
    const headers = { ...call.headers, ...location };
    return finish(replyWith(status, call.mediaType, value, headers, call.schema), value);
  }

  /** The first response under the idempotency key of a request, if it has one. */
  function keyedReply(create: () => Reply): Reply {
    const parameter = operation.parameters.find((one) => one['x-idempotency']);
    const key = parameter && headers.get(parameter.name)?.trim();
    if (!parameter || !key) return orRefuse(create);
    const idempotency = parameter['x-idempotency'];
    note(`idempotency ${parameter.name}`, idempotency);
    const name = `${operation.id}\n${key}`;
    const known = replies.get(name);
    if (known && known.until > date()) {
      const said = parameter['x-evidence'] ?? openQuestion;
      if (known.body !== keyedBody(received)) note('idempotency key with another body', { 'x-evidence': said });
      return known.reply;
    }
    const reply = orRefuse(create);
    replies.set(name, { reply, body: keyedBody(received), until: date() + (idempotency?.seconds ?? 0) * 1000 });
    return reply;
  }

  /** Notes what a response leans on. */
  function finish(reply: Reply, value?: unknown): Reply {
    const { response, mediaType, media } = declaredFor(operation, reply.status, reply.headers['content-type']);
    note(`response ${reply.status}`, response);
    if (reply.body === undefined || mediaType === undefined) return reply;
    note(`response ${reply.status} ${mediaType}`, media);
    noteSchema(media.schema ?? {}, value, `response ${reply.status} `, note);
    return reply;
  }

  /** The response of the document that `Prefer: code=…, example=…` selects, as on Prism. */
  function preferredReply(prefer: string): Reply | undefined {
    const wish = (name: string) => new RegExp(`\\b${name}="?([^",;\\s]+)`).exec(prefer)?.[1];
    const [code, name] = [wish('code'), wish('example')];
    if (code === undefined && name === undefined) return undefined;
    const sent = code ?? String(status);
    const wanted = Number(sent);
    const key = /^[2-5]\d\d$/.test(sent) ? statusKey(operation, wanted) : undefined;
    assertKnown(`Prefer: ${operation.id} has no response`, key ?? sent, Object.keys(operation.responses));
    const { media, mediaType } = declaredFor(operation, wanted, headers.get('accept'));
    const problem = `Prefer: the response ${wanted} of ${operation.id} has no example`;
    if (name !== undefined) assertKnown(problem, name, examplesOf(media).keys());
    const value = exampleOf({ media, mediaType }, name);
    return finish(replyWith(wanted, mediaType, value, {}, media.schema), value);
  }
}

/**
 * The status of a success: the first that is declared and that a request accepts, else the first, else that of a range or of `default`, else
 * a redirect.
 */
function successOf({ responses }: Operation, accept: string | null): number {
  const keys = Object.keys(responses);
  const declared = keys.filter((key) => /^2\d\d$/.test(key));
  const accepted = declared.find((key) => {
    const { content = {} } = responses[key] ?? {};
    return Object.keys(content).length === 0 || acceptedType(content, accept);
  });
  const success = accepted ?? declared[0] ?? (keys.includes('2XX') ? '200' : undefined);
  const redirect = keys.find((key) => key.startsWith('3'));
  return Number(success ?? redirect?.replace('XX', '02') ?? 200);
}

const openQuestion: Evidence = { level: 'unknown', note: 'Not said: what another body under the same key gets.' };

/** A body without its boundary, which differs each time that FormData is sent. */
function keyedBody({ headers, body }: Received): string {
  const [, boundary] = /boundary=([^;\s]+)/.exec(headers.get('content-type') ?? '') ?? [];
  return boundary ? body.replaceAll(boundary, '') : body;
}
