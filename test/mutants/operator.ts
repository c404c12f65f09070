import type { Document } from '@plumbline/spec-tools/document/document';
import type { Node, Path } from './node.ts';
import type { Site, SiteKind } from './site.ts';

/** One way to make a spec wrong in one place. */
export interface Operator {
  /** What it does, in kebab-case. */
  readonly name: string;
  /** The kind of place that it changes. */
  readonly kind: SiteKind;
  /** What it can do to a place; nothing where a change would mean the same as before. */
  changes(site: Site, document: Document): readonly Change[];
}

export interface Change {
  /** The place that changes, from that of the site. */
  readonly path: Path;
  /** What tells it from the operator's other changes of the same place. */
  readonly detail?: string;
  /** What is different afterwards, for a person who looks at the place. */
  readonly description: string;
  /** Changes the copy of a document. `node` is the site in it. */
  apply(node: Node, document: Node): void;
}
