import type { Node } from '../node.ts';

/** Whether a schema is an open enum: `anyOf` of an enum and a plain string. */
export function isOpenEnum({ anyOf }: Node): boolean {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return false;
  const [known, other] = anyOf as Node[];
  return Array.isArray(known?.enum) && other?.type === 'string' && other.enum === undefined;
}
