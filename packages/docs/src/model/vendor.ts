import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { typeNamesOf } from '@plumbline/spec-tools/generate/type-names';
import { addTallies, type Tally } from './evidence.ts';
import { type OperationPage, readOperationPage } from './operation-page.ts';
import type { DescribedDocument } from './spec-node.ts';

/** A vendor as the site shows it. */
export interface Vendor {
  /** The name of its folders in `specs/` and `packages/`. */
  readonly key: string;
  readonly title: string;
  /** The title without a suffix such as `REST API`, for tabs. */
  readonly name: string;
  readonly document: DescribedDocument;
  readonly pages: readonly OperationPage[];
  readonly tally: Tally;
}

/** All vendors of `specs/`, with the pages of their operations. */
export const allVendors: readonly Vendor[] = vendors.map((key) => {
  const document = readSpec(key) as DescribedDocument;
  const names = typeNamesOf(key, document);
  const pages = operationsOf(document).map((operation) => readOperationPage(key, document, operation, names));
  const { title } = document.info;
  const name = title.replace(/( REST| Partner| Service)? API$/, '');
  return { key, title, name, document, pages, tally: addTallies(pages.map(({ tally }) => tally)) };
});

/** Groups the operations of a vendor by tag, in the order of the spec. */
export function groupByTag({
  pages,
  document,
}: Vendor): readonly { tag: string; description: string; pages: OperationPage[] }[] {
  const groups = document.tags.map(({ name, description }) => ({
    tag: name,
    description,
    pages: pages.filter(({ tag }) => tag === name),
  }));
  return groups.filter((group) => group.pages.length > 0);
}

/**
 * Reads the snippet of an operation, or the vendor's `example`. The tests compile and run it.
 *
 * @throws if there is no such snippet.
 */
export function readSnippet(vendor: string, path: string): string {
  const file = `test/snippets/${vendor}/${path}.ts`;
  try {
    return readFileSync(join(root, file), 'utf8').replace(/\r\n/g, '\n').trimEnd();
  } catch (cause) {
    throw new Error(`${file} does not exist. Write it: the page of each operation shows a snippet.`, { cause });
  }
}
