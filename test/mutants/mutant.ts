import type { Document } from '@plumbline/spec-tools/document/document';
import { pointerOf } from '@plumbline/spec-tools/document/pointer';
import { sitesOf } from './mutation-site.ts';
import { at, type Node } from './node.ts';
import type { Operator } from './operator.ts';
import { operators as everyOperator } from './operators.ts';

/** A spec with one place made wrong. */
export interface Mutant {
  /** Operator and place. It does not change when other places change. */
  readonly id: string;
  readonly operator: string;
  /** JSON Pointer of the place, in the bundle. */
  readonly pointer: string;
  readonly description: string;
  /** The operations that reach the place. */
  readonly operations: readonly string[];
  /** The messages that have the place: `request`, or the statuses of responses. */
  readonly messages: readonly string[];
  /** Whether it changes which operation a request belongs to, so that the mock has to serve all operations. */
  readonly routes: boolean;
  /** Copies a document, or a part of it that has the place, with the change. */
  of(document: Document): Document;
}

/** All mutants of a document, in the order of its places. */
export function mutantsOf(document: Document, operators: readonly Operator[] = everyOperator): Mutant[] {
  return sitesOf(document).flatMap((site) =>
    operators
      .filter(({ kind }) => kind === site.kind)
      .flatMap((operator) =>
        operator.changes(site, document).map(({ path, detail, description, apply }): Mutant => {
          const pointer = pointerOf([...site.path, ...path]);
          return {
            id: [operator.name, pointer, ...(detail ? [detail] : [])].join(' '),
            operator: operator.name,
            pointer,
            description,
            operations: [...site.operations],
            messages: [...site.messages],
            routes: site.kind === 'path',
            of: (whole) => {
              const copy = structuredClone(whole);
              apply(at(copy, site.path), copy as unknown as Node);
              return copy;
            },
          };
        }),
      ),
  );
}
