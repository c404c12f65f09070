import type { Document } from '@plumbline/spec-tools/document/document';
import type { Site, SiteKind } from './mutation-site.ts';
import type { Node, Path } from './node.ts';

/** One way to make a spec wrong in one place. */
export interface Operator {
  /** What it does, in kebab-case. */
  readonly name: string;
  /** The kind of place that it changes. */
  readonly kind: SiteKind;
  /** The changes of a place. None where the document would mean the same. */
  changes(site: Site, document: Document): readonly Change[];
}

export interface Change {
  /** The place that changes, relative to the site. */
  readonly path: Path;
  /** Distinguishes it from the operator's other changes of the same place. */
  readonly detail?: string;
  /** What is different afterwards, for a person. */
  readonly description: string;
  /** Changes a copy of a document. `node` is the site in the copy. */
  apply(node: Node, document: Node): void;
}
