import { type Document, operationsOf, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import { escapeKey } from '@plumbline/spec-tools/document/pointer';
import { pointerTo } from '@plumbline/spec-tools/validate/location';

type Node = Readonly<Record<string, unknown>>;

/** What the closed copy of a schema tells of the schema that it was made from. */
export interface Marks {
  /** Where that schema is in the bundle. */
  readonly 'x-pointer'?: string;
  /** Where its enum is, when the spec lets other values come too. */
  readonly 'x-open-enum'?: string;
  /** The keyword that lists its forms, when the copy says them otherwise. */
  readonly 'x-forms'?: 'anyOf' | 'oneOf';
  /** That the spec says of it that more properties come. */
  readonly 'x-left-open'?: true;
}

/**
 * The schemas of all answers of a document, as one JSON Schema, closed: a property that the spec does not name is refused, and a
 * value that an open enum does not list. Each schema says where it comes from, see {@link Marks}.
 *
 * `bodies` has the schema of each response body by its pointer in the document.
 */
export function closeDocument(document: Document): { readonly components: Node; readonly bodies: Node } {
  const { components = {} } = document as { readonly components?: { readonly schemas?: Node } };
  const bodies = operationsOf(document).flatMap(({ path, method, responses }) =>
    Object.entries(responses).flatMap(([status, { content = {} }]) =>
      Object.entries(content).map(([mediaType, { schema }]): [string, unknown] => {
        const keys = ['paths', path, method.toLowerCase(), 'responses', status, 'content', mediaType, 'schema'];
        const pointer = pointerTo(document, keys);
        return [pointer, close(document, schema, pointer)];
      }),
    ),
  );
  const schemas = Object.entries(components.schemas ?? {}).map(([name, schema]) => [
    name,
    close(document, schema, `/components/schemas/${escapeKey(name)}`),
  ]);
  return { components: { schemas: Object.fromEntries(schemas) }, bodies: Object.fromEntries(bodies) };
}

/** @param part Whether it is a part of a schema that is closed as a whole. */
function close(document: Document, node: unknown, pointer: string, part = false): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const schema = node as Node;
  const { properties, items, additionalProperties } = schema;
  const closed: Record<string, unknown> = { ...schema, 'x-pointer': pointer } satisfies Marks;
  if (properties) {
    const entries = Object.entries(properties).map(([name, value]) => [
      name,
      close(document, value, `${pointer}/properties/${escapeKey(name)}`),
    ]);
    closed.properties = Object.fromEntries(entries);
  }
  if (items) closed.items = close(document, items, `${pointer}/items`);
  if (Object(additionalProperties) === additionalProperties) {
    closed.additionalProperties = close(document, additionalProperties, `${pointer}/additionalProperties`);
  }
  const composed = (['allOf', 'anyOf', 'oneOf'] as const).filter((keyword) => keyword in schema);
  // Then no part can be closed by itself: it does not know what the others name.
  const shares = properties !== undefined || composed.length > 1 || 'allOf' in schema;
  for (const keyword of composed) {
    const parts = partsOf(document, schema[keyword] as readonly (Node | Reference)[], `${pointer}/${keyword}`);
    if (keyword === 'allOf') {
      closed.allOf = parts.map((one) => close(document, one.node, one.pointer, true));
      continue;
    }
    const { allOf = [], ...forms } = closeForms(document, keyword, parts, part || shares);
    delete closed[keyword];
    Object.assign(closed, forms, { allOf: [...((closed.allOf as unknown[]) ?? []), ...allOf] });
    if ((closed.allOf as unknown[]).length === 0) delete closed.allOf;
  }
  if (part) return closed;
  if (composed.length > 0) {
    const isClosed = closed['x-forms'] && !shares;
    if (additionalProperties === undefined && !isClosed) closed.unevaluatedProperties = false;
  } else if (properties && (additionalProperties === undefined || additionalProperties === true)) {
    closed.additionalProperties = false;
    if (additionalProperties === true) closed['x-left-open'] = true;
  }
  return closed;
}

interface Part {
  readonly node: Node;
  readonly pointer: string;
}

/** The parts with their references followed, so that what closes the whole can be left out of each. */
function partsOf(document: Document, list: readonly (Node | Reference)[], pointer: string): Part[] {
  return list.map((part, index) => {
    const target = typeof part.$ref === 'string' ? part.$ref.slice(1) : `${pointer}/${index}`;
    return { node: resolve(document, part) as Node, pointer: target };
  });
}

interface Forms extends Marks {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly allOf?: readonly unknown[];
}

/** Says the forms so that a refusal tells what is wrong with the value, and not only that no form takes it, where that can be told. */
function closeForms(document: Document, keyword: 'anyOf' | 'oneOf', parts: readonly Part[], part: boolean): Forms {
  const listed = parts.find(({ node }) => node.type === 'string' && Array.isArray(node.enum));
  const others = parts.filter((one) => one !== listed && !isBareString(one));
  if (listed && parts.some(isBareString) && others.every(({ node }) => node.type === 'null')) {
    const type = ['string', ...others.map(() => 'null')];
    const values = [...(listed.node.enum as unknown[]), ...others.map(() => null)];
    return { type, enum: values, 'x-open-enum': `${listed.pointer}/enum`, 'x-forms': keyword };
  }
  const types = parts.map(({ node }) => [node.type ?? []].flat() as string[]);
  const all = types.flat().map((type) => (type === 'integer' ? 'number' : type));
  const isToldByType = types.every((of) => of.length > 0) && new Set(all).size === all.length;
  const closed = parts.map((one) => close(document, one.node, one.pointer, part || !isToldByType));
  if (!isToldByType) return { [keyword]: closed };
  const allOf = closed.map((then, index) => ({ if: { type: types[index] }, then }));
  return { type: types.flat(), allOf, 'x-forms': keyword };
}

function isBareString({ node }: Part): boolean {
  return node.type === 'string' && !['enum', 'const', 'pattern', 'format'].some((keyword) => keyword in node);
}
