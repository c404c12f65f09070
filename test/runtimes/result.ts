import type { Load } from './runtime.ts';
import type { Outcome } from './vendor-server.ts';

/** What the suite came to on one runtime. */
export interface Result {
  readonly name: string;
  /** `undefined` where the runtime is not installed. */
  readonly version: string | undefined;
  readonly runs: readonly { readonly load: Load; readonly outcomes: readonly Outcome[] }[];
}
