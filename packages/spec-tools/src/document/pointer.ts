/** The keys of a JSON Pointer (RFC 6901) or its fragment form: `paths` and `/users` for `/paths/~1users` or `#/paths/~1users`. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The keys of a place in a body: the name of a property, or a JSON Pointer, which begins with `/`. An empty one is the whole body. */
export function keysOfPlace(place: string): string[] {
  return place === '' || place.startsWith('/') ? keysOf(place) : [place];
}

/** Escapes a key for a JSON Pointer. */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The JSON Pointer for a list of keys. */
export function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${escapeKey(key)}`).join('');
}

/** The value that a JSON Pointer points to, or `undefined`. Does not resolve references. */
export function valueAt(document: object, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((node, key) => Object(node)[key], document);
}
