import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import type { PaginationExtension } from '@plumbline/spec-tools/document/pagination-extension';
import type { Node } from '../read/source.ts';
import { isType, type Leaf, placeOf, plain, readSigns, type Selector, type Signs } from './list-signs.ts';

type Style = Omit<PaginationExtension, 'items'>;

/** Names of parameters, without case and signs: `page[after]` is `pageafter`. */
const cursorNames =
  /^((page|next|nextpage|start|starting|pagination|paging|continuation|list)?(cursor|token)|(page)?after|(starting|start)after(id)?|after(id|cursor)|continue|continuation|marker|bookmark|exclusivestartkey|scrollid|pageinfo|paginationkey|startkey|iterator)$/;
/** Parameters that are a cursor only if the body has the next one under a name like theirs. */
const ambiguousNames = /^(offset|start|page|next|position|from|skip)$/;
const pageNames = /^(page|pagenumber|pageno|pagenum|pageindex|currentpage)$/;
const offsetNames = /^(offset|skip|start|startat|startindex|from|pageoffset)$/;
const sizeNames =
  /^(limit|size|count|top|take|per|perpage|pagesize|pagelimit|maxresults?|max|rows|itemsperpage|results?perpage|first)$/;

const nextNames =
  /^next(page)?(cursor|token|marker|bookmark|key|continuationtoken|startkey|id)$|^(end|after)cursor$|^lastevaluatedkey$|^nextpageafter$/;
const urlNames = /^(odata)?next(page)?(link|ur[li]|href)$|^nextrecordsurl$|^nexthref$/;
const totalNames =
  /^total(count|items|results|records|elements|size|entries|hits)?$|^(item|result|record)s?total$|^numfound$/;
const pagesNames = /^(total|num|number|max)(of)?pages?$|^(page|pages)(count|total)$|^pages$|^lastpage$/;
const moreNames = /^(has|is)?more(items|results|pages|records|available|data)?$|^hasnext(page)?$|^(has)?moreavailable$/;
/**
 * Finds how a list is paged: a parameter that selects a page, and a response that agrees with it. Undefined if nothing says so clearly.
 *
 * @param hasLinkHeader Whether the vendor's document declares the header `Link` for the response.
 */
export function findPages(
  document: Document,
  operation: Operation,
  hasLinkHeader: boolean,
): PaginationExtension | undefined {
  const signs = readSigns(document, operation);
  if (!signs) return undefined;
  const style =
    cursorStyle(signs) ??
    (hasLinkHeader ? headerStyle(signs) : undefined) ??
    countedStyle(signs, true) ??
    linkStyle(signs);
  const chosen = style ?? countedStyle(signs, false);
  return chosen && { ...chosen, items: placeOf(signs.items) };
}

function cursorStyle({ selectors, leaves, item }: Signs): Style | undefined {
  const more = moreOf(leaves);
  const candidates = selectors.filter(({ schema }) => !isType(schema, 'array', 'boolean'));
  for (const { name, schema } of candidates) {
    const selector = plain(name);
    const isCursor = cursorNames.test(selector);
    if (!isCursor && !ambiguousNames.test(selector)) continue;
    const isNumber = isType(schema, 'integer', 'number');
    const next = leaves.find(({ keys, schema: value }) => {
      const [leaf, parent] = [plain(keys.at(-1)), plain(keys.at(-2))];
      if (isType(value, 'boolean') || isUrl(keys, value)) return false;
      const isAlike = isNumber === isType(value, 'integer', 'number');
      // `page[after]` and `page[cursor]` are `after` of a `page` in the body.
      if (isCursor && parent === 'page' && /^(after|cursor|next)$/.test(leaf)) return true;
      if (leaf === `next${selector}` || (leaf === selector && /^next/.test(parent))) return isCursor || isAlike;
      if (!isCursor) return selector === 'offset' && leaf === selector && isAlike && !isNumber;
      const isLast = /^last(id|key)$/.test(leaf) && /after/.test(selector);
      return leaf === selector || nextNames.test(leaf) || isLast || (leaf === 'next' && isType(value, 'string'));
    });
    const how = next
      ? { next: placeOf(next.keys) }
      : /after/.test(selector) && more.more !== undefined && item.properties?.id && { last: 'id' };
    if (how)
      return {
        style: 'cursor',
        cursor: name,
        ...sizeOf(selectors),
        ...how,
        ...more,
        ...countOf(leaves, totalNames, 'total'),
      };
  }
  return undefined;
}

function headerStyle({ isRead, selectors }: Signs): Style | undefined {
  return isRead ? { style: 'link', ...sizeOf(selectors) } : undefined;
}

function linkStyle({ leaves, isRead, selectors }: Signs): Style | undefined {
  const next = isRead && leaves.find(({ keys, schema }) => isUrl(keys, schema));
  return next
    ? {
        style: 'link',
        ...sizeOf(selectors),
        next: placeOf(next.keys),
        ...moreOf(leaves),
        ...countOf(leaves, totalNames, 'total'),
      }
    : undefined;
}

/** @param isCounted Whether the body must say where the list ends. */
function countedStyle({ selectors, leaves, isRead }: Signs, isCounted: boolean): Style | undefined {
  const numbers = selectors.filter(({ schema }) => isType(schema, 'integer', 'number'));
  const page = numbers.find(({ name }) => pageNames.test(plain(name)));
  const offset = numbers.find(({ name }) => offsetNames.test(plain(name)));
  const size = sizeOf(numbers);
  const count = { ...countOf(leaves, totalNames, 'total'), ...countOf(leaves, pagesNames, 'pages'), ...moreOf(leaves) };
  if (isCounted !== Object.keys(count).length > 0 || (!isRead && !isCounted)) return undefined;
  if (offset && size.limit !== undefined && !isFromOne(offset)) {
    const { pages: _, ...rest } = count as { pages?: string };
    return { style: 'offset', offset: offset.name, ...size, ...rest };
  }
  // Pages from 0 are of another style than pages from 1.
  if (!page || isFromZero(page, leaves) || (size.limit === undefined && !isCounted)) return undefined;
  return { style: 'page', page: page.name, ...size, ...count };
}

/** Spring counts pages from 0, and has their `number` beside `totalElements`. */
function isFromZero({ schema, description }: Selector, leaves: readonly Leaf[]): boolean {
  const names = new Set(leaves.map(({ keys }) => plain(keys.at(-1))));
  const isSpring = names.has('totalelements') && names.has('number');
  const isSaid =
    /\b(zero|0)[- ](based|indexed?)\b|\b(starts?|starting|begins?|counted|counting)( \w+)? (at|from|with) (0|zero)\b/i;
  return isSpring || schema.minimum === 0 || schema.default === 0 || isSaid.test(description);
}

/** SCIM counts items from 1. */
function isFromOne({ name, schema }: Selector): boolean {
  return schema.minimum === 1 || schema.default === 1 || plain(name) === 'startindex';
}

function sizeOf(selectors: readonly Selector[]): { readonly limit?: string } {
  const size = selectors.find(({ name, schema }) => sizeNames.test(plain(name)) && isType(schema, 'integer', 'number'));
  const nested = selectors.find(({ name }) => /^page(size|limit)$/.test(plain(name)));
  const limit = (size ?? nested)?.name;
  return limit === undefined ? {} : { limit };
}

function moreOf(leaves: readonly Leaf[]): { readonly more?: string } {
  const found = leaves.find(({ keys, schema }) => moreNames.test(plain(keys.at(-1))) && isType(schema, 'boolean'));
  return found ? { more: placeOf(found.keys) } : {};
}

function countOf(leaves: readonly Leaf[], names: RegExp, name: 'total' | 'pages'): object {
  const found = leaves.find(
    ({ keys, schema }) => names.test(plain(keys.at(-1))) && isType(schema, 'integer', 'number'),
  );
  return found ? { [name]: placeOf(found.keys) } : {};
}

function isUrl(keys: readonly string[], schema: Node): boolean {
  const [leaf, parent] = [plain(keys.at(-1)), plain(keys.at(-2))];
  if (!isType(schema, 'string')) return false;
  if (urlNames.test(leaf) || (leaf === 'href' && parent === 'next')) return true;
  return leaf === 'next' && (/^ur[il]/.test(schema.format ?? '') || /^links?$/.test(parent));
}
