import type { Fetch } from '@plumbline/runtime';
import type { Part } from './scripted-server.ts';

/** A transport that is watched: what is on its way through it, whether for the head of an answer or for its body. */
export class Wire {
  readonly waiting: Record<Part, number> = { head: 0, body: 0 };
  readonly #transport: Fetch;

  constructor(transport: Fetch) {
    this.#transport = transport;
  }

  readonly fetch: Fetch = async (url, init) => {
    const response = await this.#watch('head', this.#transport(url, init));
    const read = response.text.bind(response);
    return Object.defineProperty(response, 'text', { configurable: true, value: () => this.#watch('body', read()) });
  };

  async #watch<T>(part: Part, promise: Promise<T>): Promise<T> {
    this.waiting[part]++;
    try {
      return await promise;
    } finally {
      this.waiting[part]--;
    }
  }
}
