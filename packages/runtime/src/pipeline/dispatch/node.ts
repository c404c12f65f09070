/** `#transport` on Node: the dispatcher that Node's own `fetch` uses. */
import type { Next } from '../policy.ts';
import { dispatchTransport } from './dispatch-transport.ts';
import type { Dispatcher } from './dispatcher.ts';

interface Global {
  readonly process?: { readonly versions?: { readonly undici?: string } };
  readonly fetch?: unknown;
  readonly [symbol: symbol]: Dispatcher | undefined;
}

/** The symbol of undici's global dispatcher that the undici inside this Node reads. */
const version = (globalThis as Global).process?.versions?.undici ?? '';
const globalDispatcher = Symbol.for(`undici.globalDispatcher.${Number.parseInt(version, 10) >= 8 ? 2 : 1}`);

/** The `fetch` that was last checked, and whether it is Node's own. */
let checkedFetch: unknown;
let isNodesOwn = false;

/**
 * Makes the default transport. `setGlobalDispatcher`, `MockAgent`, proxies and undici's diagnostics channels have the same effect
 * on it as on Node's `fetch`. If `globalThis.fetch` was replaced, the transport uses the replacement.
 *
 * @param fetch Sends the request if there is no dispatcher.
 * @param getDispatcher Finds the dispatcher. @default that of Node's `fetch`
 */
export function platformTransport(fetch: Next, getDispatcher: () => Dispatcher | undefined = findDispatcher): Next {
  return dispatchTransport(getDispatcher, fetch);
}

/** Finds the dispatcher of Node's `fetch`; undefined if `globalThis.fetch` was replaced. */
function findDispatcher(): Dispatcher | undefined {
  const global = globalThis as Global;
  if (global.fetch !== checkedFetch) {
    checkedFetch = global.fetch;
    isNodesOwn = isNodesFetch(checkedFetch);
  }
  if (!isNodesOwn) return undefined;
  // Node sets it when it loads undici, at the first access to `Response`.
  return global[globalDispatcher] ?? (typeof Response === 'function' ? global[globalDispatcher] : undefined);
}

/** Whether a function is Node's `fetch`, by its source text. A wrapper has another. If Node changes its own, it counts as one. */
function isNodesFetch(fetch: unknown): boolean {
  return (
    typeof fetch === 'function' &&
    /^(async )?function fetch\(input, init = undefined\)/.test(Function.prototype.toString.call(fetch))
  );
}
