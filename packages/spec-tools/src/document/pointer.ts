/** The keys of a JSON Pointer (RFC 6901), also as a fragment: `/paths/~1users` and `#/paths/~1users` are `paths`, `/users`. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A key as a JSON Pointer writes it. */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The JSON Pointer of some keys. */
export function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${escapeKey(key)}`).join('');
}

/** What a JSON Pointer points to, if there is anything. It follows no reference. */
export function valueAt(document: object, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((node, key) => Object(node)[key], document);
}
