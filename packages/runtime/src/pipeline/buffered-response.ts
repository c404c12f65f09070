import type { Bytes } from './read-bytes.ts';

/** A response without its body. */
export type ResponseHead = Pick<Response, 'status' | 'statusText' | 'url' | 'headers'>;

const decoder = /* @__PURE__ */ new TextDecoder();

/**
 * A response whose body is in memory, so that each policy and the caller can read it any number of times.
 *
 * It has the prototype of the platform's `Response`, at a fraction of its cost.
 */
export class BufferedResponse implements Response {
  readonly #head: ResponseHead;
  readonly #body: string | Bytes;

  constructor(head: ResponseHead, body: string | Bytes) {
    this.#head = head;
    this.#body = body;
    // Not at import: on Node the first access to `Response` loads all of undici.
    if (!(this instanceof Response)) Object.setPrototypeOf(BufferedResponse.prototype, Response.prototype);
  }

  get status(): number {
    return this.#head.status;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get statusText(): string {
    return this.#head.statusText;
  }

  get headers(): Headers {
    return this.#head.headers;
  }

  get url(): string {
    return this.#head.url;
  }

  get type(): ResponseType {
    return 'basic';
  }

  get redirected(): boolean {
    return false;
  }

  /** A new stream at each access. */
  get body(): ReadableStream<Bytes> | null {
    return this.#body.length > 0 ? new Response(this.#body).body : null;
  }

  get bodyUsed(): boolean {
    return false;
  }

  async text(): Promise<string> {
    return typeof this.#body === 'string' ? this.#body : decoder.decode(this.#body);
  }

  json(): Promise<unknown> {
    return this.#copy().json();
  }

  async bytes(): Promise<Bytes> {
    return new Uint8Array(await this.arrayBuffer());
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#copy().arrayBuffer();
  }

  blob(): Promise<Blob> {
    return this.#copy().blob();
  }

  formData(): Promise<FormData> {
    return this.#copy().formData();
  }

  clone(): Response {
    return this;
  }

  #copy(): Response {
    return new Response(this.#body, { headers: this.headers });
  }
}
