type Callback = (reason: unknown) => void;

/** The one listener of each signal, for all its callbacks: Node 20 warns about more than ten. */
const listeners = /* @__PURE__ */ new WeakMap<AbortSignal, Set<Callback> & EventListenerObject>();

/** Calls back with the reason when a signal aborts, or at once if it has aborted. The returned function removes the callback. */
export function onAbort(signal: AbortSignal, callback: Callback): () => void {
  const abort = (each: Callback) => {
    // Old platforms have no `reason`.
    const { reason = Object.assign(new Error('The call was aborted.'), { name: 'AbortError' }) } = signal;
    each(reason);
  };
  if (signal.aborted) {
    abort(callback);
    return () => {};
  }
  const listener =
    listeners.get(signal) ?? Object.assign(new Set<Callback>(), { handleEvent: () => listener.forEach(abort) });
  listeners.set(signal, listener);
  listener.add(callback);
  // Adding it again has no effect.
  signal.addEventListener('abort', listener);
  return () => {
    listener.delete(callback);
    if (listener.size === 0) signal.removeEventListener('abort', listener);
  };
}
