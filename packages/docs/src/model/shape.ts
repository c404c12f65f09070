import { type Document, type Evidence, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import { differs } from './evidence.ts';
import { limitsOf } from './limits.ts';
import type { DescribedSchema } from './spec-node.ts';

/** What a value looks like, in words for a reader. */
export interface Shape {
  readonly type: string;
  /** The values that are known. */
  readonly values: readonly string[];
  /** Whether other values than the known ones may come. */
  readonly open: boolean;
  readonly limits: readonly string[];
  readonly fields: readonly Field[];
  /** The forms that it may have, where it has more than one with fields. */
  readonly variants: readonly { readonly label: string; readonly fields: readonly Field[] }[];
}

/** A named value: a parameter, a header, or a property of a body. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly example: unknown;
  readonly evidence: Evidence;
  /** Whether it is known in another way than what it stands in. */
  readonly differs: boolean;
  readonly shape: Shape;
}

type Node = DescribedSchema | Reference;

/** Reads a schema. What has no evidence of its own is known as what it stands in is. */
export class ShapeReader {
  readonly #document: Document;
  /** The schemas that are being read, so that one which holds itself ends. */
  readonly #open: unknown[] = [];

  constructor(document: Document) {
    this.#document = document;
  }

  /** The evidence of a schema, by itself, by what it refers to, or by what it stands in. */
  evidenceOf(node: Node, around: Evidence): Evidence {
    if ('x-evidence' in node && node['x-evidence']) return node['x-evidence'];
    return resolve<DescribedSchema>(this.#document, node)['x-evidence'] ?? around;
  }

  shapeOf(node: Node, around: Evidence): Shape {
    const schema = resolve<DescribedSchema>(this.#document, node);
    const evidence = this.evidenceOf(node, around);
    if (this.#open.includes(schema)) return { ...scalar('object'), limits: ['as above'] };
    this.#open.push(schema);
    try {
      return this.#read(schema, evidence);
    } finally {
      this.#open.pop();
    }
  }

  #read(schema: DescribedSchema, evidence: Evidence): Shape {
    const variants = schema.oneOf ?? schema.anyOf;
    if (variants) return this.#readVariants(schema, variants, evidence);
    const types = [schema.type ?? (schema.properties ? 'object' : [])].flat();
    const nullable = types.includes('null') ? ' or null' : '';
    const known = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
    const values = known.map((value) => JSON.stringify(value));
    const limits = limitsOf(schema);
    if (types.includes('array')) {
      const item = schema.items ? this.shapeOf(schema.items, evidence) : scalar('anything');
      return { ...item, type: `array of ${item.type}${nullable}`, limits: [...limits, ...item.limits] };
    }
    const others = types.filter((type) => type !== 'null').join(' or ');
    if (!others && nullable) return scalar('null');
    const named = others || (values.length ? typeof known[0] : 'anything');
    const fields = Object.entries(schema.properties ?? {}).map(([name, property]) =>
      this.fieldOf(name, property, schema.required?.includes(name) ?? false, evidence),
    );
    return { type: named + nullable, values, open: false, limits, fields, variants: [] };
  }

  #readVariants(schema: DescribedSchema, nodes: readonly Node[], evidence: Evidence): Shape {
    const shapes = nodes.map((node) => ({ node, shape: this.shapeOf(node, evidence) }));
    const values = shapes.flatMap(({ shape }) => shape.values);
    const open = values.length > 0 && shapes.some(({ shape }) => shape.values.length === 0 && shape.type !== 'null');
    const type = [...new Set(shapes.map(({ shape }) => shape.type))].join(' or ');
    const limits = [...limitsOf(schema), ...shapes.flatMap(({ shape }) => shape.limits)];
    const withFields = shapes.filter(({ shape }) => shape.fields.length > 0);
    const [only] = withFields;
    const own = Object.entries(schema.properties ?? {}).map(([name, property]) =>
      this.fieldOf(name, property, schema.required?.includes(name) ?? false, evidence),
    );
    if (withFields.length === 1 && only) {
      return { type, values, open, limits, fields: [...own, ...only.shape.fields], variants: only.shape.variants };
    }
    const variants = withFields.map(({ node, shape }, index) => {
      const { title } = resolve<DescribedSchema>(this.#document, node);
      return { label: title ?? nameOf(node) ?? `form ${index + 1}`, fields: shape.fields };
    });
    return { type: own.length ? 'object' : type, values, open, limits, fields: own, variants };
  }

  fieldOf(name: string, node: Node, required: boolean, around: Evidence, rest: Partial<Field> = {}): Field {
    const schema = resolve<DescribedSchema>(this.#document, node);
    const evidence = rest.evidence ?? this.evidenceOf(node, around);
    return {
      name,
      required,
      deprecated: schema.deprecated ?? false,
      description: ('description' in node ? node.description : undefined) ?? schema.description,
      example: schema.examples?.[0],
      differs: differs(evidence, around),
      shape: this.shapeOf(node, evidence),
      ...rest,
      evidence,
    };
  }
}

function scalar(type: string): Shape {
  return { type, values: [], open: false, limits: [], fields: [], variants: [] };
}

function nameOf(node: Node): string | undefined {
  return '$ref' in node ? node.$ref.split('/').at(-1) : undefined;
}

/** The fields within fields, however deep. */
export function allFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [
    field,
    ...allFields(field.shape.fields),
    ...field.shape.variants.flatMap((variant) => allFields(variant.fields)),
  ]);
}
