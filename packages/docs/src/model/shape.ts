import { type Document, type Evidence, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import { differsFromParent } from './evidence.ts';
import { describeLimits } from './limits.ts';
import type { DescribedSchema } from './spec-node.ts';

/** A schema as text for a reader. */
export interface Shape {
  readonly type: string;
  /** The known values, as JSON. */
  readonly values: readonly string[];
  /** Whether other values than the known ones are possible. */
  readonly open: boolean;
  /** The default, as JSON. */
  readonly default?: string;
  readonly limits: readonly string[];
  readonly fields: readonly Field[];
  /** The variants of a union, if more than one has fields. The label is undefined for a variant without a name. */
  readonly variants: readonly { readonly label: string | undefined; readonly fields: readonly Field[] }[];
}

/** A named value: a parameter, a header, or a property of a body. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly example: unknown;
  readonly evidence: Evidence;
  /** Whether a page must show the evidence, since it differs from that of the parent. */
  readonly differs: boolean;
  readonly shape: Shape;
}

type Node = DescribedSchema | Reference;

/** Reads schemas of a document. A schema without evidence inherits that of its parent. */
export class ShapeReader {
  readonly #document: Document;
  /** The schemas being read, so that a recursive schema ends. */
  readonly #reading: unknown[] = [];

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
    this.#reading.push(schema);
    try {
      const variants = schema.oneOf ?? schema.anyOf;
      const { default: _, ...shape } = variants
        ? this.#readVariants(schema, variants, evidence)
        : this.#read(schema, evidence);
      return schema.default === undefined ? shape : { ...shape, default: JSON.stringify(schema.default) };
    } finally {
      this.#reading.pop();
    }
  }

  #read(schema: DescribedSchema, evidence: Evidence): Shape {
    const types = [schema.type ?? (schema.properties ? 'object' : [])].flat();
    const nullable = types.includes('null') ? ' or null' : '';
    const known = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
    const values = known.map((value) => JSON.stringify(value));
    const limits = describeLimits(schema);
    if (types.includes('array')) {
      const item = schema.items ? this.readShape(schema.items, evidence) : makeScalar('anything');
      return { ...item, type: `array of ${item.type}${nullable}`, limits: [...limits, ...item.limits] };
    }
    const others = types.filter((type) => type !== 'null').join(' or ');
    if (!others && nullable) return makeScalar('null');
    const named = others || (values.length ? typeof known[0] : 'anything');
    const fields = Object.entries(schema.properties ?? {}).map(([name, property]) =>
      this.readField(name, property, schema.required?.includes(name) ?? false, evidence),
    );
    return { type: named + nullable, values, open: false, limits, fields, variants: [] };
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
      return { label: title ?? getReferenceName(node), fields: shape.fields };
    });
    return { type: own.length ? 'object' : type, values, open, limits, fields: own, variants };
  }

  readField(name: string, node: Node, required: boolean, parent: Evidence, rest: Partial<Field> = {}): Field {
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

function makeScalar(type: string): Shape {
  return { type, values: [], open: false, limits: [], fields: [], variants: [] };
}

function getReferenceName(node: Node): string | undefined {
  return '$ref' in node ? node.$ref.split('/').at(-1) : undefined;
}

/** Flattens fields with those nested in them, at any depth. */
export function flattenFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [
    field,
    ...flattenFields(field.shape.fields),
    ...field.shape.variants.flatMap((variant) => flattenFields(variant.fields)),
  ]);
}
