/** The names in a JSON Pointer that is written as a fragment: `#/paths/~1users` is `['paths', '/users']`. */
export function namesIn(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .filter((name) => name !== '')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a JSON Pointer points to, if there is anything. It follows no reference. */
export function valueAt(document: object, pointer: string): unknown {
  return namesIn(pointer).reduce<unknown>((node, name) => Object(node)[name], document);
}
