import type { Operation } from '@plumbline/spec-tools/document/document';
import { callTypesOf } from '@plumbline/spec-tools/generate/call-types';
import type { TypeNames } from '@plumbline/spec-tools/generate/type-names';
import type { DescribedDocument } from './spec-node.ts';

/** The names of the exported types of a method, without their parameters. */
export interface MethodTypes {
  readonly parameters: string | undefined;
  /** Undefined if no success has a body. */
  readonly response: string | undefined;
  readonly result: string;
  /** What `stream()` yields; undefined if it yields bytes. */
  readonly event: string | undefined;
}

/** Names the types of an operation's method. */
export function nameTypes(document: DescribedDocument, operation: Operation, names: TypeNames): MethodTypes {
  const { params, response, result, event } = callTypesOf(document, operation, names);
  const withoutMedia = (name: string) => name.replace('<Media>', '');
  return {
    parameters: params,
    response: /^(undefined|unknown)$/.test(response) ? undefined : withoutMedia(response),
    result: withoutMedia(result),
    event: event && withoutMedia(event),
  };
}
