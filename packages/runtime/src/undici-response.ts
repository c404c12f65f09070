import { decode } from './content-coding.ts';
import type { UndiciAnswer } from './undici-answer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The statuses of answers without a body. */
const bodiless = [204, 205, 304];
const utf8 = new TextDecoder();

/**
 * A `Response` over what undici's dispatcher gives.
 *
 * Headers and stream are made when they are asked for: whoever wants text or bytes gets them without a stream. A body that
 * is compressed or was cloned, and one that is none, is left to a `Response` of the platform.
 *
 * It has the prototype of the platform's, and not its parts: nothing here would use those.
 */
export class UndiciResponse implements Response {
  static {
    Object.setPrototypeOf(UndiciResponse.prototype, Response.prototype);
  }

  readonly #url: string;
  readonly #answer: UndiciAnswer;
  #headers: Headers | undefined;
  #stream: ReadableStream<Bytes> | undefined;
  #used = false;
  /** Has the body in place of `#answer`. */
  #platform: Response | undefined;

  constructor(url: string, method: string, answer: UndiciAnswer) {
    this.#url = url;
    this.#answer = answer;
    const coding = answer.headers['content-encoding'];
    if (method === 'HEAD' || bodiless.includes(answer.status)) this.#platform = new Response(null);
    else if (coding) this.#platform = new Response(this.#open(decode(chunksOf(answer), String(coding))));
  }

  get status(): number {
    return this.#answer.status;
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
      this.#stream = this.#open(chunksOf(this.#answer));
      // What was read as a whole is locked, as the platform's is.
      if (this.#used) this.#stream.getReader();
    }
    return this.#stream;
  }

  get bodyUsed(): boolean {
    return this.#platform ? this.#platform.bodyUsed : this.#used;
  }

  async text(): Promise<string> {
    return this.#platform ? this.#platform.text() : utf8.decode(await this.#whole());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.#platform) return this.#platform.arrayBuffer();
    // A chunk is a part of a larger buffer.
    return (await this.#whole()).slice().buffer;
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

  async #whole(): Promise<Bytes> {
    if (this.#used || this.#stream?.locked) throw new TypeError('Body is unusable: Body has already been read');
    this.#used = true;
    this.#stream?.getReader();
    return this.#answer.bytes();
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
            else controller.enqueue(value);
          } catch (cause) {
            // What stands between may have made something else of it, or failed by itself.
            const { failure } = this.#answer;
            controller.error(failure ? failure.reason : new TypeError('terminated', { cause }));
          }
        },
        cancel: () => {
          this.#used = true;
          // Waiting for the iterator to return would wait for a chunk.
          this.#answer.cancel();
        },
      },
      { highWaterMark: 0 },
    );
  }
}

async function* chunksOf(answer: UndiciAnswer): AsyncGenerator<Bytes, void, undefined> {
  for (let chunk = await answer.read(); chunk; chunk = await answer.read()) yield chunk;
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
