import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { pointerOf } from '@plumbline/spec-tools/document/pointer';
import { createJudge, type Judge } from '@plumbline/spec-tools/validate/validate-exchange';
import { createBodyJudge } from './body-differences.ts';
import type { Difference } from './difference.ts';
import { mergeSchemas } from './inferred-schema.ts';
import { createOperationFinder, type Found } from './operation-finder.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import { pairRenames } from './renames.ts';
import { responseDifferences } from './response-differences.ts';
import { createUnseenFields } from './unseen-fields.ts';

/** A difference and how often it was met. */
export interface CountedDifference extends Difference {
  readonly count: number;
}

/** What came of comparing exchanges with a spec. */
export interface Comparison {
  readonly differences: readonly CountedDifference[];
  /** How many answers were compared, and of those how many were successes. */
  readonly answers: number;
  readonly successes: number;
  /** The operations that answered with a success. */
  readonly answered: ReadonlySet<string>;
  /** Fields that the spec names and no success had, where it had the object. */
  readonly unseen: readonly string[];
  /** Requests to the vendor that are no operation of the spec, with what may be data left out of the path. */
  readonly unknown: readonly string[];
  /** How many requests were for other hosts. */
  readonly foreign: number;
  /** How many answers have no body in the recording. */
  readonly bodiless: number;
  /** Whether every value that met the schema at a pointer was refused for its type. */
  readonly isAlwaysMistyped: (pointer: string) => boolean;
  /** Whether any value met the schema at a pointer. */
  readonly isSeen: (pointer: string) => boolean;
}

/** Compares exchanges with a document. @param baseUrl A server besides those that the document names. */
export function compare(document: Document, exchanges: Iterable<RecordedExchange>, baseUrl?: string): Comparison {
  const find = createOperationFinder(document, baseUrl);
  const bodies = createBodyJudge(document);
  const judges = new Map<string, Judge>();
  const counted = new Map<string, CountedDifference>();
  const answered = new Set<string>();
  const unknown = new Set<string>();
  const unseen = createUnseenFields(document);
  let [answers, successes, foreign, bodiless] = [0, 0, 0, 0];

  for (const exchange of exchanges) {
    const { request, response } = exchange;
    const found = find(request);
    if (found === 'foreign') foreign++;
    if (found === 'unknown') unknown.add(`${request.method} ${maskPath(document, request.url)}`);
    // An answer from the browser's cache says nothing of the vendor.
    if (typeof found === 'string' || response.status === 304) continue;
    answers++;
    if (response.bodyIsUnknown) bodiless++;
    if (response.status >= 200 && response.status < 300) {
      successes++;
      answered.add(found.operation.id);
      unseen.see(found.operation, exchange);
    }
    const judge = judges.get(found.base) ?? createJudge(document, found.base);
    judges.set(found.base, judge);
    const differences = responseDifferences(document, bodies, found.operation, exchange);
    if (isRefusedWrongly(judge, found, exchange)) differences.push(refusal(found.operation, exchange));
    for (const difference of differences) count(counted, difference);
  }

  const all = [...counted.values()];
  const mistyped = (pointer: string) => {
    const refused = all.filter(({ kind, at }) => kind === 'changed type' && at === pointer);
    return refused.reduce((sum, one) => sum + one.count, 0) >= bodies.visits(pointer);
  };
  return {
    differences: pairRenames(document, all) as CountedDifference[],
    answers,
    successes,
    answered,
    unseen: unseen.list(),
    unknown: [...unknown].sort(),
    foreign,
    bodiless,
    isAlwaysMistyped: mistyped,
    isSeen: (pointer) => bodies.visits(pointer) > 0,
  };
}

/** One difference, however many items of however many answers have it. */
function count(counted: Map<string, CountedDifference>, difference: Difference): void {
  const { kind, operation, place, pointer, at, name, found } = difference;
  const key = JSON.stringify([kind, operation, place, pointer, at, name]);
  const known = counted.get(key);
  const merged = known?.found && found ? { found: mergeSchemas(known.found, found) } : {};
  counted.set(key, { ...(known ?? difference), ...merged, count: (known?.count ?? 0) + 1 });
}

/** Refusing a token is about the credentials, and an answer that a mock was asked for is about nothing. */
function isRefusedWrongly(judge: Judge, { operation }: Found, exchange: RecordedExchange): boolean {
  const { request, response } = exchange;
  if (![400, 422].includes(response.status) || request.headers.prefer?.includes('code=')) return false;
  const { security = [] } = operation.object;
  if (security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0)) return false;
  // Recorders add headers of their own, and leave out those with credentials.
  return judge.request(exchange).every(({ place, keyword }) => {
    return place === 'request security' || (place.startsWith('request header') && keyword === 'undeclared');
  });
}

function refusal(operation: Operation, { response }: RecordedExchange): Difference {
  const { id, path, method } = operation;
  const at = pointerOf(['paths', path, method.toLowerCase()]);
  return { kind: 'refused request', operation: id, status: response.status, place: 'request', pointer: '', at };
}

function maskPath(document: Document, url: string): string {
  const known = new Set(operationsOf(document).flatMap(({ path }) => path.split('/')));
  const segments = new URL(url).pathname.split('/');
  return segments.map((segment) => (known.has(segment) ? segment : '{…}')).join('/');
}
