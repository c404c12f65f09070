/** `#transport` on Node: the dispatcher that Node's own `fetch` uses. */
import type { Next } from '../policy.ts';
import { dispatchTransport } from './dispatch-transport.ts';
import type { Dispatcher } from './dispatcher.ts';

interface Global {
  readonly process?: { readonly versions?: { readonly undici?: string } };
  readonly fetch?: unknown;
  readonly [symbol: symbol]: Dispatcher | undefined;
}

/** Where undici keeps its global dispatcher, in the form that the undici inside this Node reads. */
const version = (globalThis as Global).process?.versions?.undici ?? '';
const globalDispatcher = Symbol.for(`undici.globalDispatcher.${Number.parseInt(version, 10) >= 8 ? 2 : 1}`);

/** The `fetch` that was last looked at, and whether it is Node's own. */
let knownFetch: unknown;
let isNodesOwn = false;

/**
 * Makes the default transport. What acts on Node's `fetch` acts on it: `setGlobalDispatcher`, `MockAgent`, proxies, undici's
 * diagnostics channels. Where something put a `fetch` of its own in place of Node's, that is used.
 */
export function platformTransport(fetch: Next): Next {
  return dispatchTransport(dispatcherOfFetch, fetch);
}

function dispatcherOfFetch(): Dispatcher | undefined {
  const global = globalThis as Global;
  if (global.fetch !== knownFetch) {
    knownFetch = global.fetch;
    isNodesOwn = isNodesFetch(knownFetch);
  }
  if (!isNodesOwn) return undefined;
  // Node sets it when it loads undici, which a look at `Response` makes it do.
  return global[globalDispatcher] ?? (typeof Response === 'function' ? global[globalDispatcher] : undefined);
}

/** Whether a function is Node's `fetch`, by its source: a wrapper has another. Where Node changes it, `fetch` is used. */
function isNodesFetch(fetch: unknown): boolean {
  return (
    typeof fetch === 'function' &&
    /^(async )?function fetch\(input, init = undefined\)/.test(Function.prototype.toString.call(fetch))
  );
}
