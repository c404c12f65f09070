import type { Assumption, createSandbox, VendorData } from '@plumbline/sandbox';

/** A request to the sandbox. */
export interface SandboxCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}
interface SentCall extends SandboxCall {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A response of the sandbox, and what it leans on that the vendor does not document. */
export interface Exchange {
  readonly response: Response;
  readonly assumptions: readonly Assumption[];
}

/** What a {@link TabSandbox} needs from the page. */
export interface TabOptions {
  readonly vendor: string;
  readonly data: VendorData;
  readonly createSandbox: typeof createSandbox;
  /** Throws where a browser allows no storage. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  /** Milliseconds since 1970. */
  readonly date: () => number;
}

/**
 * The sandbox of a vendor that all pages of a tab share. The tab stores the requests that were sent. Each new request goes to a fresh
 * sandbox that has carried out those before, each at its time, so that ids, tokens and items are the same on every page.
 */
export class TabSandbox {
  readonly #options: TabOptions;
  /** The requests, if they cannot be stored. They last as long as the page. */
  #unstored: readonly SentCall[] | undefined;

  constructor(options: TabOptions) {
    this.#options = options;
  }

  /** @throws {SandboxError} If the vendor has no such operation. */
  async send(call: SandboxCall): Promise<Exchange> {
    const { data, createSandbox, date } = this.#options;
    const earlier = this.#read();
    let now = date();
    // Stored before it is sent, so that two requests at once follow each other.
    this.#write([...earlier, { ...call, at: now }]);
    const clock = { date: () => now, after: () => () => {} };
    const sandbox = createSandbox(data, { examples: true, clock });
    const carryOut = ({ url, method, headers, body }: SandboxCall) =>
      sandbox.fetch(url, { method, headers, body: body ?? null });
    for (const past of earlier) {
      now = past.at;
      // A request that failed fails again. One that the site no longer has an operation for has no effect.
      await carryOut(past).catch(() => undefined);
    }
    now = date();
    const before = sandbox.assumptions();
    const response = await carryOut(call);
    return { response, assumptions: sandbox.assumptions().filter((one) => !before.includes(one)) };
  }

  /** Forgets all requests. */
  reset(): void {
    this.#write([]);
  }

  get #key(): string {
    return `plumbline-try-it-${this.#options.vendor}`;
  }

  #read(): readonly SentCall[] {
    if (this.#unstored) return this.#unstored;
    try {
      const stored: unknown = JSON.parse(this.#options.storage().getItem(this.#key) ?? '[]');
      return Array.isArray(stored) ? stored : [];
    } catch {
      return [];
    }
  }

  #write(sent: readonly SentCall[]): void {
    try {
      this.#options.storage().setItem(this.#key, JSON.stringify(sent));
      this.#unstored = undefined;
    } catch {
      this.#unstored = sent;
    }
  }
}
