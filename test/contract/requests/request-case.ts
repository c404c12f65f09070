import { strict as assert } from 'node:assert';
import { isApiError } from '@plumbline/magicbell';
import { methodsOf } from '@plumbline/repository/clients';
import type { Operation } from '@plumbline/spec-tools/document/document';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { statusKey } from '@plumbline/spec-tools/validate/response';
import type { Check, Target } from '../check.ts';
import { exampleSuccessOf } from '../checks/example-responses.ts';
import { recordingFetch } from '../recording.ts';
import { mockLimits } from './mock-refusals.ts';
import { changeRequests, type OutgoingRequest } from './outgoing-request.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A request just inside a constraint of the spec, or just outside it. */
export interface RequestCase {
  /** The object of `accepts` or `refuses` in the check's name: `application/json where title has 256 characters`. */
  readonly name: string;
  /** The parameters of the operation's method. */
  readonly input: Fields;
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes the request after the client: the client refuses some of these itself, and must read their refusals all the same. */
  readonly change?: (request: OutgoingRequest) => void;
  /** The status of the refusal. Absent where the request must be accepted. */
  readonly refusal?: number;
  /** Whether the mock refuses the request before it reads the spec, with a response of its own. */
  readonly unspecified?: boolean;
  /** Whether the value names an item: the sandbox has those of the examples only. */
  readonly mayMiss?: boolean;
  /** Why the mock accepts what the spec refuses. The Ajv validator must still refuse it. */
  readonly limit?: string | undefined;
}

/** Makes a check of each case: the client sends the request, and the mock and the Ajv validator accept or refuse it. */
export function requestCaseChecks(vendor: string, operation: Operation, cases: readonly RequestCase[]): Check[] {
  return cases.map((requestCase): Check => {
    const { name, refusal, limit, unspecified } = requestCase;
    const about = { name: `${operation.id} ${refusal ? 'refuses' : 'accepts'} ${name}`, operation: operation.id };
    if (!refusal) {
      return { ...about, run: (target) => checkAccepted(vendor, operation, requestCase, target) };
    }
    if (!limit && !unspecified && statusKey(operation.responses, refusal)) {
      const run = (target: Target) =>
        assertRefused(operation, refusal, send(vendor, operation, requestCase, target), target);
      return { ...about, refused: true, run };
    }
    return { ...about, run: (target) => checkUndeclared(vendor, operation, requestCase, target) };
  });
}

/** Checks a request that is accepted. The sandbox has no other items than those of the examples, and its 404 may be undeclared. */
async function checkAccepted(
  vendor: string,
  operation: Operation,
  requestCase: RequestCase,
  target: Target,
): Promise<void> {
  const exchanges: Exchange[] = [];
  const call = send(vendor, operation, requestCase, { ...target, fetch: recordingFetch(exchanges, target.send) });
  await assertAccepted(operation, call, target, requestCase);
  const isMissing = ({ response: { status } }: Exchange) =>
    target.isSandbox && requestCase.mayMiss && status === 404 && !statusKey(operation.responses, status);
  target.exchanges.push(...exchanges.filter((exchange) => !isMissing(exchange)));
  const findings = exchanges.filter(isMissing).flatMap((exchange) => target.validator.request(exchange));
  assert.deepEqual(findings, [], 'the Ajv validator refuses the request');
}

/** Checks a request to which the mock's response is not declared. The exchange is not recorded: the spec does not describe it. */
async function checkUndeclared(
  vendor: string,
  operation: Operation,
  requestCase: RequestCase,
  target: Target,
): Promise<void> {
  const exchanges: Exchange[] = [];
  const { limit, refusal = 0, unspecified } = requestCase;
  const call = send(vendor, operation, requestCase, { ...target, fetch: recordingFetch(exchanges, target.send) });
  if (unspecified && target.isSandbox) {
    await assertUnanswered(call);
    return;
  }
  await (limit
    ? assertAccepted(operation, call, target, requestCase)
    : assertRefused(operation, refusal, call, target));
  const findings = exchanges.flatMap((exchange) => target.validator.request(exchange));
  assert.notDeepEqual(findings, [], 'the Ajv validator accepts the request');
}

type Call = ReturnType<ReturnType<ReturnType<typeof methodsOf>>>;

function send(vendor: string, operation: Operation, requestCase: RequestCase, target: Target): Call {
  const { input, headers = {}, change } = requestCase;
  const fetch = change ? changeRequests(operation, change, target.fetch) : target.fetch;
  return methodsOf(vendor, { baseUrl: target.url, fetch })(operation.id)(input, { headers, retry: false });
}

const absentForPrism: readonly string[] = [mockLimits.nullBody, mockLimits.emptyParameter];

async function assertAccepted(
  operation: Operation,
  call: Call,
  { isSandbox }: Target,
  { mayMiss, limit }: RequestCase,
): Promise<void> {
  const { ok, status, error } = await call.result();
  // The sandbox has the items of the examples and its own clients. It refuses some values that Prism takes for absent ones.
  const isOther = mayMiss || operation.object['x-effect']?.token || absentForPrism.includes(limit ?? '');
  if (isSandbox && isOther && /^40[0145]$|^422$/.test(String(status))) return;
  const expected = { ok: true, status: exampleSuccessOf(operation).status, error: undefined };
  assert.deepEqual({ ok, status, error }, expected);
}

/** The sandbox throws an error that names the nearest operations, or refuses the request. */
async function assertUnanswered(call: Call): Promise<void> {
  const { ok } = await call
    .result()
    .catch((error: Error) => ({ ok: !/^The document has no operation /.test(error.message) }));
  assert.equal(ok, false, 'the sandbox accepts the request');
}

async function assertRefused(
  { responses }: Operation,
  expected: number,
  call: Call,
  { isSandbox }: Target,
): Promise<void> {
  const result = await call.result();
  // The sandbox responds with a status that the spec declares, and else with 400, 404 or 415.
  const isOther =
    isSandbox && ([400, 404, 415].includes(result.status) || statusKey(responses, result.status) !== undefined);
  const status = isOther && result.status >= 400 ? result.status : expected;
  assert.deepEqual({ ok: result.ok, status: result.status }, { ok: false, status });
  const error = await call.catch((reason: unknown) => reason);
  assert.ok(isApiError(error, status), `the call throws ${error}, which is not an ApiError of ${status}`);
}
