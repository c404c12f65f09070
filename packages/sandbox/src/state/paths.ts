import { own, put } from '../document/openapi.ts';

/** The value at a path of an object: `status/summary/total`. A part that is a number is an index. */
export function valueAt(object: unknown, path: string): unknown {
  return path.includes('/') ? path.split('/').reduce(own, object) : own(object, path);
}

/** The names of a place of `x-pagination`: a property, or a JSON Pointer (RFC 6901). An empty one is the whole body. */
export function keysOfPlace(place: string): string[] {
  if (!place.startsWith('/')) return place ? [place] : [];
  const keys = place.slice(1).split('/');
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The values at a path of an object, in which `*` means each entry of a list. */
export function valuesAt(object: unknown, path: string): unknown[] {
  const [name = '', ...rest] = path.split('/');
  const parts = name === '*' ? [object].flat() : [own(object, name)];
  return rest.length === 0 ? parts : parts.flatMap((part) => valuesAt(part, rest.join('/')));
}

/** Sets a value at a path of an object. `*` means each entry of a list. Missing objects on the way are made. */
export function assign(object: unknown, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('/');
  // A list that is not there has no entries.
  const names = name === '*' ? Object.keys(Array.isArray(object) ? object : []) : [name];
  for (const key of names) {
    if (rest.length === 0) put(object as object, key, value);
    else {
      const next = own(object, key);
      const target = typeof next === 'object' && next !== null ? next : {};
      assign(target, rest.join('/'), value);
      if (target !== next && rest[0] !== '*') put(object as object, key, target);
    }
  }
}

export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A copy that shares nothing with the value. */
export function copy<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** Merges properties. Lists of objects whose entries have a name are merged by that name. */
export function mergeInto(
  target: object,
  input: object,
  names: Readonly<Record<string, string>> = {},
  prefix = '',
): void {
  for (const [property, value] of Object.entries(input)) {
    const path = prefix + property;
    const name = own(names, path) as string | undefined;
    const list = own(target, property);
    if (name === undefined || !Array.isArray(list) || !Array.isArray(value)) {
      put(target, property, value);
      continue;
    }
    for (const entry of value) {
      const known = list.find((one) => own(one, name) === own(entry, name));
      if (known) mergeInto(known, entry, names, `${path}/`);
      else list.push(entry);
    }
  }
}
