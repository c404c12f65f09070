import openapiTS, { astToString, STRING, tsLiteral, tsUnion } from 'openapi-typescript';
import ts from 'typescript';
import { type Document, type Evidence, resolve } from '../document/document.ts';

/** The types of a document: what openapi-typescript makes of it, its doubts told and its open enums kept open. */
export async function generateSchema(document: Document): Promise<string> {
  const nodes = await openapiTS(withReferredWords(withDoubts(document)) as never, {
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    transform: (schema) => openEnum(schema.anyOf),
  });
  // Editors show the first words of a comment as its text, a `@description` as a tag below, and what is indented as code.
  return astToString(nodes)
    .replace(/^(\s*(?:\/\*\*|\*) )@description /gm, '$1')
    .replace(/^(\s*\*) {5}/gm, '$1 ');
}

/**
 * `anyOf: [an enum of strings, any string]` becomes `'A' | 'B' | (string & {})`: editors offer the known values, and a new
 * value of the vendor's is no type error. A plain `'A' | 'B' | string` would collapse to `string`.
 */
function openEnum(variants: unknown): ts.TypeNode | undefined {
  if (!Array.isArray(variants)) return undefined;
  const known = variants.flatMap((variant) => (variant.type === 'string' && variant.enum) || []);
  const open = variants.some((variant) => variant.type === 'string' && !variant.enum);
  if (!open || known.length === 0) return undefined;
  const any = ts.factory.createIntersectionTypeNode([STRING, ts.factory.createTypeLiteralNode([])]);
  const others = variants.some((variant) => variant.type === 'null') ? [tsLiteral(null)] : [];
  return tsUnion([...known.map((value: string) => tsLiteral(value)), any, ...others]);
}

/** Says in the description of whatever is not documented how it is known, so that an editor shows it. */
function withDoubts<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withDoubts) as T;
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withDoubts(value)]));
  const evidence = copy['x-evidence'] as Evidence | undefined;
  if (evidence && evidence.level !== 'documented') {
    copy.description = [copy.description?.trim(), describeEvidence(evidence)].filter(Boolean).join('\n\n');
  }
  return copy as T;
}

/**
 * Gives a property that is a reference and says nothing itself the description of what it refers to. An editor follows a
 * reference to an object's type, but not to that of an enum, which it shows as its values.
 */
function withReferredWords(document: Document): Document {
  const describe = <T>(node: T): T => {
    if (Array.isArray(node)) return node.map(describe) as T;
    if (typeof node !== 'object' || node === null) return node;
    const copy: Record<string, unknown> = Object.fromEntries(
      Object.entries(node).map(([name, value]) => [name, describe(value)]),
    );
    if (typeof copy.properties !== 'object' || copy.properties === null) return copy as T;
    const properties = Object.entries(copy.properties).map(([name, property]) => [name, describeReference(property)]);
    return { ...copy, properties: Object.fromEntries(properties) } as T;
  };
  const describeReference = (property: { $ref?: string; description?: string }) => {
    const { description } = resolve(document, property);
    return property.$ref && description ? { description, ...property } : property;
  };
  return describe(document);
}

/** Evidence in one line, for a doc comment. */
export function describeEvidence({ level, source, note }: Evidence): string {
  return note ? `Evidence: ${level} (${source}): ${note}` : `Evidence: ${level} (${source})`;
}
