import { decode } from './content-coding.ts';

/** What undici's `request` gives, as far as it is used here. */
export interface UndiciAnswer {
  readonly statusCode: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array<ArrayBuffer>> & {
    text(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
    on(event: 'error', listener: () => void): unknown;
    resume(): unknown;
    destroy(): unknown;
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The statuses of answers without a body. */
const bodiless = [204, 205, 304];

/**
 * A `Response` over what undici's `request` gives.
 *
 * Text and bytes come from undici itself; headers and stream are made when they are asked for. A body that is compressed
 * or was cloned, and one that is none, is left to a `Response` of the platform.
 *
 * It has the prototype of the platform's, and not its parts: nothing here would use those.
 */
export class UndiciResponse implements Response {
  static {
    Object.setPrototypeOf(UndiciResponse.prototype, Response.prototype);
  }

  readonly #url: string;
  readonly #answer: UndiciAnswer;
  readonly #signal: AbortSignal | null | undefined;
  #headers: Headers | undefined;
  #stream: ReadableStream<Bytes> | undefined;
  #used = false;
  /** Has the body in place of `#answer`. */
  #platform: Response | undefined;

  constructor(url: string, method: string, answer: UndiciAnswer, signal?: AbortSignal | null) {
    this.#url = url;
    this.#answer = answer;
    this.#signal = signal;
    if (method === 'HEAD' || bodiless.includes(answer.statusCode)) {
      answer.body.resume();
      this.#platform = new Response(null);
    } else if (answer.headers['content-encoding']) {
      this.#platform = new Response(this.#open(decode(answer.body, this.headers.get('Content-Encoding') as string)));
    }
  }

  get status(): number {
    return this.#answer.statusCode;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get statusText(): string {
    return this.#answer.statusText;
  }

  get type(): ResponseType {
    return 'basic';
  }

  get redirected(): boolean {
    return false;
  }

  get url(): string {
    return new URL(this.#url).href.replace(/#.*/, '');
  }

  get headers(): Headers {
    this.#headers ??= toHeaders(this.#answer.headers);
    return this.#headers;
  }

  get body(): ReadableStream<Bytes> | null {
    if (this.#platform) return this.#platform.body;
    if (!this.#stream) {
      this.#stream = this.#open(this.#answer.body);
      // What was read as a whole is locked, as the platform's is.
      if (this.#used) this.#stream.getReader();
    }
    return this.#stream;
  }

  get bodyUsed(): boolean {
    return this.#platform ? this.#platform.bodyUsed : this.#used;
  }

  text(): Promise<string> {
    return this.#platform ? this.#platform.text() : this.#whole('text');
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#platform ? this.#platform.arrayBuffer() : this.#whole('arrayBuffer');
  }

  async bytes(): Promise<Bytes> {
    return new Uint8Array(await this.arrayBuffer());
  }

  async blob(): Promise<Blob> {
    return new Blob([await this.arrayBuffer()], { type: this.headers.get('Content-Type') ?? '' });
  }

  async formData(): Promise<FormData> {
    return new Response(await this.arrayBuffer(), { headers: this.headers }).formData();
  }

  clone(): Response {
    const { status, statusText, headers, body } = this;
    if (this.bodyUsed || body?.locked) throw new TypeError('Response.clone: Body has already been consumed.');
    const [kept, given] = body?.tee() ?? [null, null];
    this.#platform = new Response(kept);
    return new Response(given, { status, statusText, headers });
  }

  async #whole<Kind extends 'text' | 'arrayBuffer'>(kind: Kind): Promise<Awaited<ReturnType<Response[Kind]>>> {
    if (this.#used || this.#stream?.locked) throw new TypeError('Body is unusable: Body has already been read');
    this.#used = true;
    this.#stream?.getReader();
    try {
      return (await this.#answer.body[kind]()) as Awaited<ReturnType<Response[Kind]>>;
    } catch (cause) {
      throw this.#failure(cause);
    }
  }

  /** A stream that leaves its source alone until somebody reads it. */
  #open(source: AsyncIterable<Bytes>): ReadableStream<Bytes> {
    let chunks: AsyncIterator<Bytes> | undefined;
    return new ReadableStream<Bytes>(
      {
        pull: async (controller) => {
          this.#used = true;
          chunks ??= source[Symbol.asyncIterator]();
          try {
            const { done, value } = await chunks.next();
            if (done) controller.close();
            // No `Buffer`: its methods differ.
            else controller.enqueue(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
          } catch (cause) {
            controller.error(this.#failure(cause));
          }
        },
        cancel: () => {
          this.#used = true;
          // Ends the connection. Waiting for the iterator to return would wait for a chunk.
          this.#answer.body.on('error', () => {});
          this.#answer.body.destroy();
        },
      },
      { highWaterMark: 0 },
    );
  }

  /** Why the body broke off, as `fetch` says it. */
  #failure(cause: unknown): unknown {
    return this.#signal?.aborted ? this.#signal.reason : new TypeError('terminated', { cause });
  }
}

function toHeaders(fields: UndiciAnswer['headers']): Headers {
  const headers = new Headers();
  for (const name in fields) {
    const value = fields[name];
    if (typeof value === 'string') headers.append(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  return headers;
}
