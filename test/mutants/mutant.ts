import type { Document } from '@plumbline/spec-tools/document/document';
import { pointerOf } from '@plumbline/spec-tools/document/pointer';
import { at, type Node } from './node.ts';
import type { Operator } from './operator.ts';
import { operators as everyOperator } from './operators.ts';
import { sitesOf } from './site.ts';

/** A spec with one place made wrong. */
export interface Mutant {
  /** Operator and place: the same as long as these stay. */
  readonly id: string;
  readonly operator: string;
  /** JSON Pointer of the place, in the bundle. */
  readonly pointer: string;
  readonly description: string;
  /** The operations that reach the place. */
  readonly operations: readonly string[];
  /** On what the place travels: `request`, or the statuses of responses. */
  readonly messages: readonly string[];
  /** Whether it changes which operation answers a request, so that it has to be served beside all others. */
  readonly routes: boolean;
  /** The document with the change, or a part of it that has the place. What it is made from stays as it is. */
  of(document: Document): Document;
}

/** All mutants of a document, in the order of its places. They share nothing: any can be made alone. */
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
