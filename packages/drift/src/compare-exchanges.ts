import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { pointerOf } from '@plumbline/spec-tools/document/pointer';
import { createValidator } from '@plumbline/spec-tools/validate/validate-exchange';
import { compareResponse } from './compare-response.ts';
import { createValueComparison } from './compare-value.ts';
import type { Difference } from './difference.ts';
import type { RecordedExchange } from './exchange-source.ts';
import { createTargetFinder } from './find-operation.ts';
import { createNamePrinter } from './printable-names.ts';

/** A difference and how often it was found. */
export interface CountedDifference extends Difference {
  readonly count: number;
}

/** The result of comparing exchanges with a spec. */
export interface Comparison {
  readonly differences: readonly CountedDifference[];
  /** How many responses were compared. */
  readonly responses: number;
  /** Whether an operation that only reads responded with a success. */
  readonly hasSuccess: boolean;
  readonly notes: readonly string[];
}

/** Options of a comparison. */
export interface CompareOptions {
  /** A server besides those of the spec. */
  readonly baseUrl?: string | undefined;
  /** Prints names that the spec does not contain. @default false */
  readonly showNames?: boolean | undefined;
}

/** Compares exchanges with a spec. The same difference in many items and responses is one, with its count. */
export function compareExchanges(
  document: Document,
  exchanges: Iterable<RecordedExchange>,
  { baseUrl, showNames = false }: CompareOptions,
): Comparison {
  const findTarget = createTargetFinder(document, baseUrl);
  const printName = createNamePrinter(document, showNames);
  const comparison = { document, printName, compareValue: createValueComparison(document, printName) };
  const isAllowed = createRequestCheck(document);
  const counts = new Map<string, CountedDifference>();
  let [responses, elsewhere, unknown, bodiless, hasSuccess] = [0, 0, 0, 0, false];

  for (const exchange of exchanges) {
    const { response } = exchange;
    const target = findTarget(exchange.request);
    if (!target) elsewhere++;
    else if (!target.operation) unknown++;
    // A browser answers 304 from its cache: the body is not the vendor's.
    if (!target?.operation || response.status === 304) continue;
    const { operation, server } = target;
    responses++;
    if (response.bodyIsUnknown) bodiless++;
    if (operation.method === 'GET' && response.status >= 200 && response.status < 300) hasSuccess = true;
    const differences = compareResponse(comparison, operation, response);
    if ([400, 422].includes(response.status) && isAllowed(exchange, server, operation)) {
      const { id, path, method } = operation;
      const at = pointerOf(['paths', path, method.toLowerCase()]);
      const message = `a request that the spec allows is refused with ${response.status}`;
      const change = 'Find what is newly required, or which value is no longer accepted.';
      const place = { operation: id, place: 'request', pointer: '', at };
      differences.push({ kind: 'refused request', breaking: true, ...place, message, change });
    }
    for (const difference of differences) {
      const key = JSON.stringify(difference);
      counts.set(key, { ...difference, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }

  const differences = [...counts.values()].sort((one, other) => Number(other.breaking) - Number(one.breaking));
  const notes = [
    ...(unknown > 0 ? [`Not in the spec: requests to the vendor (${unknown}).`] : []),
    ...(elsewhere > 0 ? [`Not compared: requests to other hosts (${elsewhere}).`] : []),
    ...(bodiless > 0 ? [`Not compared: bodies that the recording lacks (${bodiless}).`] : []),
  ];
  return { differences, responses, hasSuccess, notes };
}

/** Makes the check that the vendor had to accept a request: it is valid by the spec. */
function createRequestCheck(document: Document) {
  const validators = new Map<string, ReturnType<typeof createValidator>>();
  return (exchange: RecordedExchange, server: string, { object: { security = [] } }: Operation): boolean => {
    // Requests without credentials ask for a token, which the vendor may refuse for its values.
    const needsCredentials = security.length > 0 && security.every((scheme) => Object.keys(scheme).length > 0);
    // A mock was asked for this status.
    if (!needsCredentials || exchange.request.headers.prefer?.includes('code=')) return false;
    const validator = validators.get(server) ?? createValidator(document, server);
    validators.set(server, validator);
    // Recorders add headers of their own and leave out credentials.
    return validator.request(exchange).every(({ place, keyword }) => {
      return place === 'request security' || (place.startsWith('request header') && keyword === 'undeclared');
    });
  };
}
