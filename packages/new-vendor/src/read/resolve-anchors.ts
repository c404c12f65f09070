import { rebuildDocument } from './document-grammar.ts';
import { isObject, type Node, nodeAt } from './source.ts';

/** The base of references in a document without `$self`. */
const home = 'document:///';

/**
 * Replaces references by `$anchor`, `$dynamicAnchor` and `$id` with JSON Pointers from the root. A dynamic reference becomes a reference to
 * the first anchor of its name.
 */
export function resolveAnchors(document: Node): Node {
  const bases: { readonly at: string; readonly base: string }[] = [
    { at: '#', base: addressOf(document.$self, home) ?? home },
  ];
  const places = new Map<string, string>();
  const baseOf = (at: string) =>
    bases.filter((one) => at === one.at || at.startsWith(`${one.at}/`)).at(-1)?.base ?? home;
  rebuildDocument(document, (node, kind, at, rebuild) => {
    if (!isObject(node)) return node;
    if (kind === 'schema') {
      const base = typeof node.$id === 'string' ? addressOf(node.$id, baseOf(at)) : undefined;
      if (base && !places.has(base)) {
        bases.push({ at, base });
        places.set(base, at);
      }
      for (const name of [node.$anchor, node.$dynamicAnchor].filter((one) => typeof one === 'string')) {
        const anchor = `${baseOf(at)}#${name}`;
        if (!places.has(anchor)) places.set(anchor, at);
      }
    }
    rebuild(node);
    return node;
  });
  if (places.size === 0 && document.$self === undefined) return document;

  const resolve = (reference: string, at: string): string => {
    const address = addressOf(reference, baseOf(at), true);
    if (address === undefined) return reference;
    const known = places.get(address);
    if (known) return known;
    const [resource = '', fragment = ''] = address.split('#');
    const start = resource === bases[0]?.base ? '#' : places.get(resource);
    if (start === undefined) return reference;
    const target = fragment.startsWith('/') ? `${start}/${fragment.slice(1)}` : start;
    const isThere = nodeAt(document, target) !== undefined;
    // Many write pointers from the root of the document in a schema that has an `$id`.
    return isThere || !reference.startsWith('#') ? target : reference;
  };
  return rebuildDocument(document, (node, _kind, at, rebuild) => {
    if (!isObject(node)) return node;
    const { $dynamicRef, ...rest } = node;
    const { $ref = $dynamicRef } = rest;
    return rebuild(typeof $ref === 'string' ? { ...rest, $ref: resolve($ref, at) } : node);
  });
}

/** A reference as an address, without an empty fragment. */
function addressOf(reference: unknown, base: string, withFragment = false): string | undefined {
  const url = typeof reference === 'string' ? URL.parse(reference, base) : null;
  if (!url) return undefined;
  const address = url.href.split('#')[0] ?? '';
  return withFragment && url.hash ? address + url.hash : address;
}
