import { STRING, transformSchemaObject, tsLiteral, tsUnion } from 'openapi-typescript';
import ts from 'typescript';
import { type Document, type Reference, resolve, type Schema } from '../document/document.ts';

/** The forms of a schema that openapi-typescript has no type for, or a less exact one. */
type Form = 'openEnum' | 'unlisted' | 'tuple' | 'never' | 'more';

interface Marked {
  readonly [form]: Form;
  readonly schema: Node;
}
// biome-ignore lint/suspicious/noExplicitAny: schemas are read as JSON.
type Node = Record<string, any>;
type Options = Parameters<typeof transformSchemaObject>[1];

/** Marks a schema whose type `typeOfForm` makes. */
const form = 'x-form';
/** These hold values, not schemas. */
const values = ['example', 'examples', 'default', 'enum', 'const', 'x-evidence'];

/**
 * A copy of a document in which the schemas have a form that openapi-typescript reads as JSON Schema means it: a union beside properties
 * is an intersection. Schemas for `typeOfForm` are marked.
 */
export function markForms(document: Document): Document {
  const requested = requestedSchemas(document);
  const visit = (node: unknown, key: string): unknown => {
    if (typeof node !== 'object' || node === null || values.includes(key)) return node;
    if (Array.isArray(node)) return node.map((one) => visit(one, ''));
    const isMap = ['properties', 'schemas', 'examples'].includes(key);
    const copy = Object.fromEntries(
      Object.entries(node).map(([name, child]) => [name, visit(child, isMap ? '' : name)]),
    );
    return isMap ? copy : markForm(document, node, copy, requested.has(node));
  };
  return visit(document, '') as Document;
}

function markForm(document: Document, node: Node, copy: Node, isRequested: boolean): Node {
  const { description, deprecated, title } = copy;
  const mark = (name: Form, schema: Node): Node => ({
    ...(description && { description }),
    ...(title && { title }),
    ...(deprecated && { deprecated }),
    // openapi-typescript reads the type of items.
    type: name === 'tuple' ? 'array' : 'string',
    [form]: name,
    schema,
  });
  if (Array.isArray(node.anyOf) && isOpenEnum(node.anyOf)) return mark('openEnum', { anyOf: copy.anyOf });
  if (typeof node.not === 'object' && node.not !== null && Object.keys(node.not).length === 0) return mark('never', {});
  if (node.type === 'array' && Array.isArray(node.prefixItems)) return mark('tuple', copy);
  if (Array.isArray(node.anyOf)) markUnlisted(document, node.anyOf, copy.anyOf);
  const { anyOf, oneOf, ...own } = copy;
  const unions = [anyOf, oneOf].filter((one) => Array.isArray(one)).map((one) => ({ anyOf: one }));
  const isObject = own.properties || own.additionalProperties || own.allOf || unions.length > 1;
  if (unions.length > 0 && isObject) {
    const { allOf = [], description: _, ...rest } = own;
    const shape = rest.properties || rest.additionalProperties ? [rest] : [];
    return { ...(description && { description }), allOf: [...shape, ...allOf, ...unions] };
  }
  const more = copy.additionalProperties;
  const hasMore =
    typeof more === 'object' && Object.keys(more).length > 0 && Object.keys(Object(copy.properties)).length > 0;
  return hasMore && isRequested
    ? { ...copy, additionalProperties: mark('more', { more, properties: copy.properties }) }
    : copy;
}

/** Whether a union is an enum with any value of its type beside it. */
function isOpenEnum(variants: readonly Node[]): boolean {
  const listed = variants
    .filter((one) => Array.isArray(one?.enum))
    .flatMap((one) => one.enum.map((value: unknown) => typeof value));
  return variants.some(
    ({ type, enum: known, ...rest }) => !known && rest.const === undefined && listed.includes(nativeType(type)),
  );
}

function nativeType(type: unknown): unknown {
  return type === 'integer' ? 'number' : type;
}

/**
 * The last variant of a union, but for null, means those that the vendor may add, if it has any string where the others have constants. Its
 * property becomes `Unlisted`, so that comparing it with a constant narrows the union.
 */
function markUnlisted(document: Document, variants: readonly (Schema | Reference)[], copies: Node[]): void {
  const index = variants.map((variant) => 'type' in variant && variant.type === 'null').lastIndexOf(false);
  const last = variants[index];
  if (!last || '$ref' in last || !last.properties) return;
  const [name] =
    Object.entries(last.properties).find(
      ([one, property]) =>
        isAnyString(property) && variants.some((variant) => variant !== last && hasConstant(document, variant, one)),
    ) ?? [];
  if (name === undefined) return;
  const copy = copies[index] as Node;
  copies[index] = {
    ...copy,
    properties: { ...copy.properties, [name]: { ...copy.properties[name], [form]: 'unlisted' } },
  };
}

function isAnyString(schema: Node): boolean {
  return schema.type === 'string' && !schema.enum && schema.const === undefined && !schema.format;
}

/** Whether a property of a variant is a constant, or one of several. */
function hasConstant(document: Document, variant: Schema | Reference, name: string): boolean {
  const schema: Node = resolve(document, variant);
  const own = schema.properties && Object.hasOwn(schema.properties, name) ? [schema.properties[name]] : [];
  const found: Node[] = [
    ...own,
    ...(schema.allOf ?? []).flatMap((part: Node) =>
      part.properties && Object.hasOwn(part.properties, name) ? [part.properties[name]] : [],
    ),
  ];
  return found.some(
    (one) =>
      one.const !== undefined ||
      (Array.isArray(one.anyOf) && one.anyOf.every((inner: Node) => inner.const !== undefined)),
  );
}

/** The type of a marked schema. */
export function typeOfForm(schema: Node, options: Options): ts.TypeNode | undefined {
  const marked = schema as Partial<Marked>;
  const of = (one: unknown) => transformSchemaObject(one as never, options);
  const node: Node = marked.schema ?? {};
  switch (marked[form]) {
    case 'openEnum':
      return openEnum(node.anyOf, of);
    case 'unlisted':
      return ts.factory.createTypeReferenceNode('Unlisted');
    case 'never':
      return ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword);
    case 'tuple': {
      const heads: ts.TypeNode[] = node.prefixItems.map(of);
      const rest =
        typeof node.items === 'object'
          ? [ts.factory.createRestTypeNode(ts.factory.createArrayTypeNode(of(node.items)))]
          : [];
      return ts.factory.createTupleTypeNode([...heads, ...rest]);
    }
    case 'more':
      // An index signature also concerns the named properties.
      return tsUnion([
        of(node.more),
        ...Object.values(node.properties).map(of),
        ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
      ]);
    default:
      return undefined;
  }
}

/**
 * Turns `anyOf: [an enum of strings, any string]` into `'A' | 'B' | (string & {})`. Editors offer the known values, and a new value of the
 * vendor is not a type error. A plain `'A' | 'B' | string` would collapse to `string`.
 */
function openEnum(variants: readonly Node[], of: (schema: unknown) => ts.TypeNode): ts.TypeNode {
  const known = variants.flatMap((variant) => variant.enum ?? []);
  const open = (type: ts.TypeNode) =>
    ts.factory.createIntersectionTypeNode([type, ts.factory.createTypeLiteralNode([])]);
  const others = variants
    .filter((variant) => !variant.enum)
    .map((variant) => {
      const isOpen = known.some((value: unknown) => typeof value === nativeType(variant.type));
      if (!isOpen) return of(variant);
      return open(variant.type === 'string' ? STRING : ts.factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword));
    });
  return tsUnion([...known.map((value: unknown) => tsLiteral(value)), ...others]);
}

/** The schemas that requests reach. */
function requestedSchemas(document: Document): ReadonlySet<unknown> {
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if ('$ref' in node && typeof node.$ref === 'string') visit(resolve(document, node as Reference));
    for (const [key, child] of Object.entries(node)) if (!values.includes(key)) visit(child);
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      const { requestBody, parameters } = Object(operation);
      visit(requestBody);
      visit(parameters);
    }
  }
  return seen;
}
