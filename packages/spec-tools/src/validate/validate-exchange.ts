import type { Document, Operation } from '../document/document.ts';
import type { Exchange, Finding } from './exchange.ts';
import { createRequestValidator } from './request.ts';
import { createResponseValidator } from './response.ts';
import { createRouter, type Match } from './route.ts';
import { createSchemaValidators } from './schema-validators.ts';

/** Validates exchanges against the spec with Ajv (JSON Schema 2020-12), independently of the mock. */
export interface Validator {
  request(exchange: Exchange): Finding[];
  response(exchange: Exchange): Finding[];
}

/** @param url The server's URL in the exchanges. The paths of the spec come after it. */
export function createValidator(document: Document, url: string): Validator {
  const find = createFinder(document, url);
  const schemas = createSchemaValidators(document);
  const requestValidator = memoize((operation) => createRequestValidator(document, schemas, operation));
  const responseValidator = memoize((operation) => createResponseValidator(document, schemas, operation));
  const undeclared = (place: string, { request }: Exchange): Finding => ({
    operation: '',
    place,
    pointer: '',
    keyword: 'undeclared',
    message: `the spec has no operation ${request.method} ${request.url.split('?', 1)[0]}`,
  });
  return {
    request: (exchange) => {
      const match = find(exchange);
      if (!match) return [undeclared('request', exchange)];
      return requestValidator(match.operation)(exchange.request, match);
    },
    response: (exchange) => {
      const match = find(exchange);
      if (!match) return [undeclared('response', exchange)];
      return responseValidator(match.operation)(exchange.response);
    },
  };
}

/** Finds the operation of an exchange and the parts of its URL. Returns nothing if the document has no such operation. */
export function createFinder(document: Document, url: string): (exchange: Exchange) => Match | undefined {
  const route = createRouter(document, url);
  return ({ request }) => route(request);
}

function memoize<Value>(create: (operation: Operation) => Value): (operation: Operation) => Value {
  const created = new Map<Operation, Value>();
  return (operation) => {
    const value = created.get(operation) ?? create(operation);
    created.set(operation, value);
    return value;
  };
}
