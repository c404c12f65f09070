import { follow, isObject, type Node, type Source } from '../read/source.ts';

/** Whether a schema is for a request, which is exact, or for a response, which is lenient. */
export type Direction = 'request' | 'response';

/** Whether a property belongs to the other direction only: `readOnly` in a request, `writeOnly` in a response. */
export function isHidden(source: Source, property: unknown, direction: Direction): boolean {
  if (!isObject(property)) return false;
  const keyword = direction === 'request' ? 'readOnly' : 'writeOnly';
  const says = (node: Node) => node[keyword] === true;
  const parts: Node[] = [property, ...[property.allOf ?? []].flat()].filter(isObject);
  return parts.some((part) => says(part) || (typeof part.$ref === 'string' && says(follow(source, part))));
}
