import type { Evidence, Level } from '@plumbline/spec-tools/document/document';
import { type Field, flattenFields, type Shape } from './field.ts';

/** A part of a page with its own evidence, or with that of its parent. */
interface WithEvidence {
  readonly evidence: Evidence;
  /** Whether the page must show the evidence, since it differs from that of the parent. */
  readonly differs: boolean;
}
export interface Example {
  readonly name: string;
  readonly summary: string | undefined;
  readonly value: unknown;
}
export interface Media extends WithEvidence {
  readonly type: string;
  readonly shape: Shape;
  readonly examples: readonly Example[];
}
export interface Body extends WithEvidence {
  readonly description: string | undefined;
  readonly required: boolean;
  readonly media: readonly Media[];
}
export interface StatusResponse extends WithEvidence {
  readonly status: string;
  /** Whether the call resolves with it. */
  readonly isSuccess: boolean;
  readonly description: string;
  readonly headers: readonly Field[];
  readonly media: readonly Media[];
}

/**
 * Lists the evidence level of each statement of a page: the operation, its parameters, the request body and its fields, each status,
 * the fields of a success, and each media type whose evidence differs.
 */
export function listLevels(
  evidence: Evidence,
  parameters: readonly Field[],
  body: Body | undefined,
  responses: readonly StatusResponse[],
): Level[] {
  const listFields = (media: readonly Media[]) => {
    const [first] = media;
    if (!first) return [];
    return [...first.shape.fields, ...first.shape.variants.flatMap(({ fields }) => fields)];
  };
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  const fields = [
    ...parameters,
    ...listFields(body?.media ?? []),
    ...successes.flatMap(({ media }) => listFields(media)),
  ];
  const media = [...(body?.media ?? []), ...successes.flatMap((response) => response.media)].filter(
    (one) => one.differs,
  );
  return [{ evidence }, ...flattenFields(fields), ...(body ? [body] : []), ...media, ...responses].map(
    (statement) => statement.evidence.level,
  );
}
