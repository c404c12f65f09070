import type { AccessToken, SharedTokenRequest, TokenStore } from '@plumbline/runtime';
import { ManualClock } from '@plumbline/runtime/testing';
import { type ShareTokensOptions, shareTokens } from '../src/tokens/share-tokens.ts';
import type { TokensEvent } from '../src/tokens/store-guard.ts';

type Command = keyof TokenStore;

/** A store in memory, whose entries and locks end by a manual clock, and a fleet of processes that share tokens over it. */
export class MemoryFleet {
  readonly clock = new ManualClock();
  readonly texts = new Map<string, { readonly text: string; readonly end: number }>();
  readonly locks = new Map<string, { readonly owner: object; readonly end: number }>();
  readonly commands: string[] = [];
  readonly events: TokensEvent[] = [];
  /** The tokens that were requested: t1, t2, …, and how long each request takes. */
  tokenRequests = 0;
  requestTime = 500;
  lifetime = 3_600_000;
  /** Called before each command. It may throw, or wait. */
  before: (command: Command) => unknown = () => {};
  #hashing = 0;

  constructor() {
    // A hash is work outside the event loop.
    this.clock.isBusy = () => this.#hashing > 0;
  }

  readonly store: TokenStore = {
    get: (key) =>
      this.#run('get', () => {
        const entry = this.texts.get(key);
        return entry && entry.end > this.clock.now() ? entry.text : undefined;
      }),
    set: (key, text, milliseconds) =>
      this.#run('set', () => this.texts.set(key, { text, end: this.clock.now() + milliseconds })),
    lock: (key, milliseconds) =>
      this.#run('lock', () => {
        const held = this.locks.get(key);
        if (held && held.end > this.clock.now()) return undefined;
        const owner = {};
        this.locks.set(key, { owner, end: this.clock.now() + milliseconds });
        return async () => {
          this.commands.push('unlock');
          if (this.locks.get(key)?.owner === owner) this.locks.delete(key);
        };
      }),
  };

  async #run<Result>(command: Command, work: () => Result): Promise<Result> {
    if (command === 'get') this.#hashing = 0;
    this.commands.push(command);
    await this.before(command);
    return work();
  }

  /** A process of the fleet: asks for the token of a client. */
  process(options: ShareTokensOptions = {}, store: TokenStore = this.store) {
    const tokens = shareTokens(store, { observe: (event) => this.events.push(event), ...options });
    return (given: Partial<SharedTokenRequest> = {}): Promise<AccessToken> => {
      this.#hashing++;
      return tokens.obtain({
        call: { clock: this.clock, options: {} },
        options: { tokenUrl: 'https://auth.example.com/token', parameters: { client_id: 'id', client_secret: 's' } },
        request: () => this.request(),
        ...given,
      });
    };
  }

  /** Requests a token from the vendor. */
  async request(): Promise<AccessToken> {
    const value = `t${++this.tokenRequests}`;
    await new Promise<void>((resolve) => void this.clock.after(this.requestTime, resolve));
    return { value, lifetime: this.lifetime };
  }
}
