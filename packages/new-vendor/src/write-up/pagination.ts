import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import type { PaginationExtension } from '@plumbline/spec-tools/document/pagination-extension';
import { keysOfPlace } from '@plumbline/spec-tools/document/pointer';
import type { Notes } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { findPages } from './find-pages.ts';
import { valueAt, writePages } from './page-examples.ts';

/**
 * Adds `x-pagination` to the lists of a spec that say by their parameters and responses how they are paged, and the examples of their
 * pages. Changes the operations of the document.
 */
export function addPagination(document: Node, source: Source, notes: Notes): void {
  let count = 0;
  for (const operation of operationsOf(document as unknown as Document)) {
    const pagination = findPages(document as unknown as Document, operation, hasLinkHeader(source, operation));
    const content = Object.entries(operation.responses['200']?.content ?? {});
    const bodies = content.filter(([name]) => /[/+]json\b/.test(name)).map(([, media]) => media);
    const pages = bodies.map(
      (media) => pagination && writePages(document as unknown as Document, operation, pagination, media),
    );
    if (!pagination || pages.length === 0 || pages.includes(undefined)) continue;
    if (!isCountedAsUsual(source, operation, pagination)) continue;
    count++;
    for (const [index, media] of bodies.entries()) Object.assign(media, { examples: pages[index] });
    const evidence = {
      level: 'unknown',
      source: `${source.name} §${operation.method} ${operation.path}`,
      note: noteOf(pagination),
    };
    // Before the parameters, as in a spec that a person writes.
    const { parameters, requestBody, responses, ...head } = operation.object as unknown as Node;
    const rest = { ...(parameters && { parameters }), ...(requestBody && { requestBody }), responses };
    for (const name of Object.keys(rest)) delete (operation.object as unknown as Node)[name];
    // Pages count from 1: a generated example is 0.
    const [page] = (parameters ?? []).filter(({ name, example }: Node) => name === pagination.page && example === 0);
    if (page) page.example = 1;
    // The second page: after the first one, a call asks for what follows its last item.
    const [cursor] = (parameters ?? []).filter(({ name }: Node) => pagination.last && name === pagination.cursor);
    const shown = valueAt(pages[0]?.page2?.value, keysOfPlace(pagination.items));
    const id = valueAt(Object(shown).at?.(-1), [pagination.last ?? '']);
    if (cursor && id !== undefined) cursor.example = id;
    Object.assign(operation.object, head, { 'x-pagination': { ...pagination, 'x-evidence': evidence } }, rest);
  }
  if (count === 0) return;
  const lists = count === 1 ? '1 operation' : `${count} operations`;
  notes.leftForYou.push(`Check how lists go on (\`x-pagination\`): it is inferred from names, for ${lists}.`);
}

function noteOf({ style, items, next, last, more, total, pages }: PaginationExtension): string {
  const [end] = [next, more, total, pages].filter((place) => place !== undefined);
  const found = last === undefined ? end : `${last} of the last item`;
  const from = found ?? (style === 'link' ? 'the header Link' : 'the list');
  return `Inferred from the names of the parameters and of ${[from, items].filter(Boolean).join(', ')} in the response.`;
}

/** Whether the vendor's document declares the header `Link` for the success of an operation. */
function hasLinkHeader(source: Source, { method, path }: Operation): boolean {
  const declared: Node = source.document.paths?.[path]?.[method.toLowerCase()]?.responses ?? {};
  const success = follow(source, declared['200'] ?? {});
  return Object.keys(success.headers ?? {}).some((name) => /^link$/i.test(name));
}

/** Whether a vendor whose document says where its counting begins counts items from 0, and pages from 1. */
function isCountedAsUsual(
  source: Source,
  { method, path }: Operation,
  { style, page, offset }: PaginationExtension,
): boolean {
  if (style !== 'page' && style !== 'offset') return true;
  const item: Node = source.document.paths?.[path] ?? {};
  const parameters = [...(item[method.toLowerCase()]?.parameters ?? []), ...(item.parameters ?? [])];
  const given = parameters.map((one) => follow(source, one)).find(({ name }) => name === (page ?? offset));
  const first = follow(source, given?.schema ?? {}).default;
  return first === undefined || first !== (style === 'page' ? 0 : 1);
}
