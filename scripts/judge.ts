import type { Exchange } from './exchange.ts';
import type { Document } from './spec.ts';

/** Where an exchange breaks the spec, and how. */
export interface Finding {
  readonly operation: string;
  /** E.g. `request query limit`, `request body`, `response 200 body`, `response 429 header Retry-After`. */
  readonly place: string;
  /** JSON Pointer into what is at that place; empty for all of it. */
  readonly pointer: string;
  /** The keyword of JSON Schema that refuses it, else `undeclared`, `missing`, `status` or `mediaType`. */
  readonly keyword: string;
  readonly message: string;
}

/** Judges exchanges by the spec, apart from the mock: with Ajv, by JSON Schema 2020-12. */
export interface Judge {
  request(exchange: Exchange): Finding[];
  response(exchange: Exchange): Finding[];
}

/** @param url Where the server listens, as exchanges name it; paths begin after it. */
export function createJudge(_document: Document, _url: string): Judge {
  return { request: () => [], response: () => [] };
}
