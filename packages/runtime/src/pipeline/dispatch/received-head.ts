import type { ResponseHead } from '../buffered-response.ts';
import type { RawHeaders } from './dispatcher.ts';

/** The head of a response. It creates `Headers` at the first access, because most calls need none. */
export class ReceivedHead implements ResponseHead {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly #fields: RawHeaders;
  #headers: Headers | undefined;

  constructor(status: number, statusText: string, url: string, fields: RawHeaders) {
    this.status = status;
    this.statusText = statusText;
    this.url = url;
    this.#fields = fields;
  }

  get headers(): Headers {
    this.#headers ??= toHeaders(this.#fields);
    return this.#headers;
  }

  /** The value of `Content-Encoding`; empty if it is absent. */
  get coding(): string {
    const names = Array.isArray(this.#fields) ? undefined : Object.keys(this.#fields);
    const isCoded = names?.some((name) => name.toLowerCase() === 'content-encoding') ?? true;
    return (isCoded && this.headers.get('Content-Encoding')) || '';
  }
}

function toHeaders(fields: RawHeaders): Headers {
  // Adding one by one costs a quarter of passing all to the constructor.
  const headers = new Headers();
  if (!Array.isArray(fields)) {
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') headers.append(name, value);
      else for (const one of value ?? []) headers.append(name, one);
    }
    return headers;
  }
  for (let index = 0; index < fields.length; index += 2)
    headers.append(decodeLatin1(fields[index]), decodeLatin1(fields[index + 1]));
  return headers;
}

/** Decodes the bytes of a header field as the Fetch standard does (isomorphic decode). */
function decodeLatin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
