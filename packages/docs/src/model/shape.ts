import { bodyKindOf, contentKindOf, isSequence } from '@plumbline/spec-tools/document/content-kind';
import { type Document, type Evidence, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import { differsFromParent } from './evidence.ts';
import { type Field, makeScalar, nameByTag, nameFile, type Shape } from './field.ts';
import { describeLimits } from './limits.ts';
import type { DescribedSchema } from './spec-node.ts';

type Node = DescribedSchema | Reference;

/** The most fields of a schema that a page shows. A union of types that hold one another could have millions. */
const mostFields = 500;

/** Reads schemas of a document. A schema without evidence inherits that of its parent. */
export class ShapeReader {
  readonly #document: Document;
  /** The schemas being read, so that a recursive schema ends. */
  readonly #reading: unknown[] = [];
  /** How many fields of the schema on the page were read. */
  #fields = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Finds the evidence of a schema: its own, that of the schema it refers to, or that of its parent. */
  findEvidence(node: Node, parent: Evidence): Evidence {
    if ('x-evidence' in node && node['x-evidence']) return node['x-evidence'];
    return resolve<DescribedSchema>(this.#document, node)['x-evidence'] ?? parent;
  }

  readShape(node: Node, parent: Evidence): Shape {
    const schema = resolve<DescribedSchema>(this.#document, node);
    const evidence = this.findEvidence(node, parent);
    if (this.#reading.includes(schema)) return { ...makeScalar('object'), limits: ['recursive: same fields as above'] };
    if (this.#reading.length === 0) this.#fields = 0;
    if (this.#fields > mostFields && (schema.properties || schema.anyOf || schema.oneOf || schema.allOf))
      return { ...makeScalar('object'), limits: ['more fields: see the types of the package'] };
    this.#reading.push(schema);
    try {
      const variants = schema.oneOf ?? schema.anyOf;
      const { default: _, ...shape } = schema.allOf
        ? this.#readParts(schema, schema.allOf, evidence)
        : variants
          ? this.#readVariants(schema, variants, evidence)
          : this.#read(schema, evidence);
      return schema.default === undefined ? shape : { ...shape, default: JSON.stringify(schema.default) };
    } finally {
      this.#reading.pop();
    }
  }

  /** Says of a response that is bytes or a stream of events what it is. */
  withKind(shape: Shape, mediaType: string, schema: Node | undefined): Shape {
    const kind = contentKindOf(this.#document, mediaType, schema);
    if (kind === 'bytes') return { ...shape, type: 'bytes' };
    return isSequence(kind) ? { ...shape, type: `stream of ${shape.type}` } : shape;
  }

  /** Says of a request body which parts are files. */
  withFiles(shape: Shape, mediaType: string): Shape {
    const kind = bodyKindOf(mediaType);
    if (kind === 'bytes') return nameFile(shape, 'bytes');
    if (kind !== 'multipart') return shape;
    return { ...shape, fields: shape.fields.map((field) => ({ ...field, shape: nameFile(field.shape, 'file') })) };
  }

  #read(schema: DescribedSchema, evidence: Evidence): Shape {
    const types = [schema.type ?? (schema.properties ? 'object' : [])].flat();
    const nullable = types.includes('null') ? ' or null' : '';
    const known = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
    const values = known.map((value) => JSON.stringify(value));
    const limits = describeLimits(schema);
    if (schema.prefixItems) {
      const items = schema.prefixItems.map((item) => this.readShape(item, evidence));
      const rest = typeof schema.items === 'object' ? [`...${this.readShape(schema.items, evidence).type}`] : [];
      return { ...makeScalar(`[${[...items.map(({ type }) => type), ...rest].join(', ')}]${nullable}`), limits };
    }
    if (types.includes('array')) {
      const item = schema.items ? this.readShape(schema.items, evidence) : makeScalar('anything');
      return { ...item, type: `array of ${item.type}${nullable}`, limits: [...limits, ...item.limits] };
    }
    const bare = types.filter((type) => type !== 'null').join(' or ');
    if (!bare && nullable) return makeScalar('null');
    const named = bare || (values.length ? typeof known[0] : 'anything');
    const fields = Object.entries(schema.properties ?? {}).map(([name, property]) =>
      this.readField(name, property, schema.required?.includes(name) ?? false, evidence),
    );
    const { additionalProperties: other } = schema;
    if (typeof other !== 'object' || Object.keys(other).length === 0)
      return { type: named + nullable, values, open: false, limits, fields, variants: [] };
    const value = this.readShape(other, evidence);
    if (fields.length === 0)
      return { ...value, type: `map of ${value.type}${nullable}`, limits: [...limits, ...value.limits] };
    const others = [...limits, `other fields: ${value.type}`];
    return { type: named + nullable, values, open: false, limits: others, fields, variants: [] };
  }

  /** A schema that has the fields of several. */
  #readParts(schema: DescribedSchema, parts: readonly Node[], evidence: Evidence): Shape {
    const { allOf: _, ...own } = schema;
    const shapes = [...(Object.keys(own).length > 0 ? [own] : []), ...parts].map((part) =>
      this.readShape(part, evidence),
    );
    const objects = shapes.filter(({ type }) => type !== 'anything');
    return {
      ...(objects[0] ?? makeScalar('anything')),
      limits: shapes.flatMap(({ limits }) => limits),
      fields: shapes.flatMap(({ fields }) => fields),
      variants: shapes.flatMap(({ variants }) => variants),
    };
  }

  #readVariants(schema: DescribedSchema, nodes: readonly Node[], evidence: Evidence): Shape {
    const shapes = nodes.map((node) => ({ node, shape: this.readShape(node, evidence) }));
    const values = shapes.flatMap(({ shape }) => shape.values);
    const open = values.length > 0 && shapes.some(({ shape }) => shape.values.length === 0 && shape.type !== 'null');
    const type = [...new Set(shapes.map(({ shape }) => shape.type))].join(' or ');
    const limits = [...describeLimits(schema), ...shapes.flatMap(({ shape }) => shape.limits)];
    const withFields = shapes.filter(({ shape }) => shape.fields.length > 0);
    const [only] = withFields;
    const own = Object.entries(schema.properties ?? {}).map(([name, property]) =>
      this.readField(name, property, schema.required?.includes(name) ?? false, evidence),
    );
    if (withFields.length === 1 && only) {
      return { type, values, open, limits, fields: [...own, ...only.shape.fields], variants: only.shape.variants };
    }
    const variants = withFields.map(({ node, shape }) => {
      const { title } = resolve<DescribedSchema>(this.#document, node);
      const label = title ?? getReferenceName(node) ?? nameByTag(shape, withFields);
      return { label, fields: shape.fields };
    });
    return { type: own.length ? 'object' : type, values, open, limits, fields: own, variants };
  }

  readField(name: string, node: Node, required: boolean, parent: Evidence, rest: Partial<Field> = {}): Field {
    this.#fields++;
    const schema = resolve<DescribedSchema>(this.#document, node);
    const evidence = rest.evidence ?? this.findEvidence(node, parent);
    return {
      name,
      required,
      deprecated: schema.deprecated ?? false,
      description: ('description' in node ? node.description : undefined) ?? schema.description,
      example: schema.examples?.[0],
      differs: differsFromParent(evidence, parent),
      shape: this.readShape(node, evidence),
      ...rest,
      evidence,
    };
  }
}

function getReferenceName(node: Node): string | undefined {
  return '$ref' in node ? node.$ref.split('/').at(-1) : undefined;
}
