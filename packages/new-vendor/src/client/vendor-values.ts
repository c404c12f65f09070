/** What the README files and the templates of a new vendor say. */
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import type { Values } from '../fill-template.ts';
import { camelCase } from '../naming.ts';
import type { Source } from '../read/source.ts';
import type { WrittenUp } from '../write-up/write-up.ts';
import { callOf, firstOperation } from './snippets.ts';

/** `mx-audience` is `MxAudience`. */
export function nameOf(vendor: string): string {
  const name = camelCase(vendor.split('-'));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The values of the templates that depend on the spec and on the notes. */
export function valuesOf(vendor: string, source: Source, { document, notes, server, taken }: WrittenUp): Values {
  const title: string = document.info.title;
  const resources = Object.keys(document['x-resources'] ?? {});
  const failures = Object.keys(document.components.responses ?? {}).map((name) => `\`${name}\``);
  const lines = (texts: readonly string[], none: string) => texts.map((text) => `- ${text}`).join('\n') || none;
  const leftOut = notes.leftOut.map(({ method, path, reason }) => `\`${method.toUpperCase()} ${path}\`: ${reason}`);
  return {
    vendor,
    title,
    titleText: JSON.stringify(title),
    Name: nameOf(vendor),
    variable: camelCase(vendor.split('-')),
    factory: `create${nameOf(vendor)}`,
    count: countOf(taken.length),
    source: source.name,
    server: server.url,
    call: callOf(document as unknown as Document, firstOperation(document as unknown as Document)),
    origin: `\`${source.name}\``,
    sources: `\`${source.name}\`, OpenAPI, converted by \`npm run new-vendor\`. Name the vendor's own pages here.`,
    resources: describeResources(resources),
    errorPlaces: errorPlacesOf(document),
    ...pageValues(document as unknown as Document, camelCase(vendor.split('-'))),
    inspection: resources[0]
      ? `vendor.resources.${resources[0]}.all(); // what the calls of a test left`
      : 'vendor.requests; // what a test sent',
    failures: failures.join(', ') || 'none here',
    leftOut: lines(leftOut, 'Nothing: every operation of the document is in the spec.'),
    leftOpen: lines(
      [...notes.leftOpen].map(([what, count]) => describeOpen(what, count, notes.openPlaces.get(what) ?? [])),
      'Nothing: every schema is as exact as the document.',
    ),
    leftForYou: lines(notes.leftForYou, 'Only the evidence.'),
    goodToKnow: lines(notes.goodToKnow, 'Nothing.'),
  };
}

function errorPlacesOf({ 'x-errors': errors }: WrittenUp['document']): string {
  return errors
    ? '`x-errors` is inferred from the names of the fields of errors. Messages of errors have what it finds.'
    : 'the spec has no `x-errors`, so messages of errors have the status only.';
}

/** What the files say about lists with pages. */
function pageValues(document: Document, variable: string): Values {
  const lists = operationsOf(document).filter(({ object }) => object['x-pagination']);
  const [first] = lists;
  if (!first) {
    return {
      pageExport: '',
      pagination: 'no operation has `x-pagination`, so each call reads one page.',
      pages: 'The pagination is unknown: each call reads one response.',
    };
  }
  const methods = lists.map(({ id }) => `\`${id.replaceAll('/', '.')}\``);
  const shown = methods.length > 5 ? [...methods.slice(0, 5), `${methods.length - 5} more`] : methods;
  return {
    pageExport: '\n  PaginationError,',
    pagination: `\`x-pagination\` is inferred from the names of parameters and properties (${countOf(lists.length)}).`,
    pages: [
      `\`for await (const item of ${variable}.${first.id.replaceAll('/', '.')}(…))\` reads all pages. Awaited, the call is one page.`,
      `These lists have pages: ${shown.join(', ')}. No source says how: it is inferred from the names of their parameters.`,
      '[Pagination](../docs/src/content/docs/guides/pagination.md) says how a list ends.',
    ].join('\n'),
  };
}

/** `not: no type has it, and nothing checks it (12 times: Pet.owner, Pet.food, Cat.lives …)`. */
function describeOpen(what: string, count: number, places: readonly string[]): string {
  const times = `${count} ${count === 1 ? 'time' : 'times'}`;
  const shown = places.map((place) => `\`${place}\``).join(', ');
  return `${what} (${times}${shown && `: ${shown}`}${shown && count > places.length ? ' …' : ''})`;
}

function describeResources(resources: readonly string[]): string {
  if (resources.length === 0)
    return 'no path has items that can be listed or created. The sandbox responds with the examples.';
  const names = resources.map((name) => `\`${name}\``).join(', ');
  return `\`x-resources\` is inferred from paths and schemas (${names}). Operations with \`x-effect: { fixed: examples }\` store nothing.`;
}

/** `3 operations`. */
export function countOf(count: number): string {
  return `${count.toLocaleString('en-US')} operation${count === 1 ? '' : 's'}`;
}
