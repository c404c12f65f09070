import { strict as assert } from 'node:assert';
import { isApiError } from '@plumbline/magicbell';
import { methodsOf } from '@plumbline/repository/clients';
import type { Operation } from '@plumbline/spec-tools/document/document';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { statusKey } from '@plumbline/spec-tools/validate/response';
import type { Check, Target } from '../check.ts';
import { cellsOf } from '../checks/cells.ts';
import { recordingFetch } from '../recording.ts';
import { changing, type Wire } from './wire.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A request that is just inside the spec or just outside of it. */
export interface Attempt {
  /** What is special about it, as in "a body where title is missing". */
  readonly name: string;
  /** The parameters that the operation's method is called with. */
  readonly input: Fields;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the client would never send is put in on the way, so that its reading of the refusal is proven all the same. */
  readonly change?: (wire: Wire) => void;
  /** The status that it must be refused with. Without one it must be accepted. */
  readonly refusal?: number;
  /** Whether the mock refuses it before it looks at the spec, with an answer of its own. */
  readonly unspecified?: boolean;
  /** Why the mock accepts what the spec refuses. The second judge must refuse it nonetheless. */
  readonly limit?: string | undefined;
}

/** Makes checks of the attempts at an operation: the client calls, the mock and the second judge decide. */
export function attemptChecks(vendor: string, operation: Operation, attempts: readonly Attempt[]): Check[] {
  return attempts.map((attempt): Check => {
    const { name, refusal, limit, unspecified } = attempt;
    const about = { name: `${operation.id} ${refusal ? 'refuses' : 'accepts'} ${name}`, operation: operation.id };
    if (!refusal) return { ...about, run: (target) => accepted(operation, send(vendor, operation, attempt, target)) };
    if (!limit && !unspecified && statusKey(operation.responses, refusal)) {
      return { ...about, refused: true, run: (target) => refused(refusal, send(vendor, operation, attempt, target)) };
    }
    return { ...about, run: (target) => runAside(vendor, operation, attempt, target) };
  });
}

/** The mock answers by itself, with what no spec declares, or accepts it: the exchange is none of the spec's. */
async function runAside(vendor: string, operation: Operation, attempt: Attempt, target: Target): Promise<void> {
  const exchanges: Exchange[] = [];
  const call = send(vendor, operation, attempt, { ...target, fetch: recordingFetch(exchanges) });
  await (attempt.limit ? accepted(operation, call) : refused(attempt.refusal ?? 0, call));
  const findings = exchanges.flatMap((exchange) => target.judge.request(exchange));
  assert.notDeepEqual(findings, [], 'the second judge accepts it');
}

type Call = ReturnType<ReturnType<ReturnType<typeof methodsOf>>>;

function send(vendor: string, operation: Operation, attempt: Attempt, target: Target): Call {
  const { input, headers = {}, change } = attempt;
  const fetch = change ? changing(operation, change, target.fetch) : target.fetch;
  return methodsOf(vendor, { baseUrl: target.url, fetch })(operation.id)(input, { headers, retry: false });
}

async function accepted(operation: Operation, call: Call): Promise<void> {
  const { ok, status, error } = await call.result();
  assert.deepEqual({ ok, status, error }, { ok: true, status: cellsOf(operation)[0]?.status, error: undefined });
}

async function refused(status: number, call: Call): Promise<void> {
  const result = await call.result();
  assert.deepEqual({ ok: result.ok, status: result.status }, { ok: false, status });
  const error = await call.catch((reason: unknown) => reason);
  assert.ok(isApiError(error, status), 'awaited, it does not reject with an ApiError');
}
