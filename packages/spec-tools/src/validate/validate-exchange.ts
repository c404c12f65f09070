import type { Document, Operation } from '../document/document.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { createRequestJudge } from './request.ts';
import { createResponseJudge } from './response.ts';
import { createRouter, type Match } from './route.ts';
import { createValidators } from './validators.ts';

/** Judges exchanges by the spec, apart from the mock: with Ajv, by JSON Schema 2020-12. */
export interface Judge {
  request(exchange: Exchange): Finding[];
  response(exchange: Exchange): Finding[];
}

/** @param url Where the server listens, as exchanges name it; paths begin after it. */
export function createJudge(document: Document, url: string): Judge {
  const find = createFinder(document, url);
  const validators = createValidators(document);
  const requests = once((operation) => createRequestJudge(document, validators, operation));
  const responses = once((operation) => createResponseJudge(document, validators, operation));
  const undeclared = (place: string, { request }: Exchange): Finding => ({
    operation: '',
    place,
    pointer: '',
    keyword: 'undeclared',
    message: `${request.method} ${request.url.split('?', 1)[0]} is no operation of the spec`,
  });
  return {
    request: (exchange) => {
      const found = find(exchange);
      if (!found) return [undeclared('request', exchange)];
      return requests(found.operation)(exchange.request, found);
    },
    response: (exchange) => {
      const found = find(exchange);
      if (!found) return [undeclared('response', exchange)];
      return responses(found.operation)(exchange.response);
    },
  };
}

/** Finds the operation of an exchange, and what its URL says to it; nothing where it is none of the document's. */
export function createFinder(document: Document, url: string): (exchange: Exchange) => Match | undefined {
  const route = createRouter(document, url);
  return ({ request }) => route(request);
}

function once<Made>(make: (operation: Operation) => Made): (operation: Operation) => Made {
  const made = new Map<Operation, Made>();
  return (operation) => {
    const known = made.get(operation) ?? make(operation);
    made.set(operation, known);
    return known;
  };
}
