import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { sumOf, type Tally } from './evidence.ts';
import { type OperationPage, readOperationPage } from './operation-page.ts';
import type { DescribedDocument } from './spec-node.ts';

/** A vendor as the site shows it. */
export interface Vendor {
  /** The name of its folders. */
  readonly key: string;
  readonly title: string;
  /** The title in the fewest words, for tabs: without `API` and what stands before it. */
  readonly name: string;
  readonly document: DescribedDocument;
  readonly pages: readonly OperationPage[];
  readonly tally: Tally;
}

/** Every vendor of `specs/`, with the pages of its operations. */
export const allVendors: readonly Vendor[] = vendors.map((key) => {
  const document = readSpec(key) as DescribedDocument;
  const pages = operationsOf(document).map((operation) => readOperationPage(key, document, operation));
  const { title } = document.info;
  const name = title.replace(/( REST| Partner| Service)? API$/, '');
  return { key, title, name, document, pages, tally: sumOf(pages.map(({ tally }) => tally)) };
});

/** The operations of a vendor by their tags, in the order of the spec. */
export function groupsOf({
  pages,
  document,
}: Vendor): readonly { tag: string; words: string; pages: OperationPage[] }[] {
  const groups = document.tags.map(({ name, description }) => ({
    tag: name,
    words: description,
    pages: pages.filter(({ tag }) => tag === name),
  }));
  return groups.filter((group) => group.pages.length > 0);
}

/** The program that the tests run for an operation, or for `example`. */
export function sampleOf(vendor: string, path: string): string {
  const place = `test/snippets/${vendor}/${path}.ts`;
  try {
    return readFileSync(join(root, place), 'utf8').replace(/\r\n/g, '\n').trimEnd();
  } catch (cause) {
    throw new Error(`There is no ${place}. Every operation has a sample, which its page shows.`, { cause });
  }
}
