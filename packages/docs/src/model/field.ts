import type { Evidence } from '@plumbline/spec-tools/document/document';

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
  /** The location of a parameter. Undefined for any other field. */
  readonly location?: string | undefined;
  /** Whether a page must show the evidence, since it differs from that of the parent. */
  readonly differs: boolean;
  readonly shape: Shape;
}

/** A shape of a type alone. */
export function makeScalar(type: string): Shape {
  return { type, values: [], open: false, limits: [], fields: [], variants: [] };
}

/** Names a string that is bytes. */
export function nameFile(shape: Shape, name: string): Shape {
  if (!shape.limits.includes('binary')) return shape;
  const limits = shape.limits.filter((limit) => limit !== 'binary');
  return { ...shape, type: shape.type.replace('string', name), limits };
}

/** Names a variant by its tag: `` `role`: `"user"` ``, or `` another `role` `` where other variants have a value. */
export function nameByTag({ fields }: Shape, all: readonly { readonly shape: Shape }[]): string | undefined {
  const isTag = ({ shape: { values, open } }: Field) => values.length === 1 && !open;
  const tag = fields.find(isTag);
  if (tag) return `\`${tag.name}\`: \`${tag.shape.values[0]}\``;
  const tags = new Set(all.flatMap(({ shape }) => shape.fields.filter(isTag)).map(({ name }) => name));
  const other = fields.find(({ name }) => tags.has(name));
  return other && `another \`${other.name}\``;
}

/** Flattens fields with those nested in them, at any depth. */
export function flattenFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [
    field,
    ...flattenFields(field.shape.fields),
    ...field.shape.variants.flatMap((variant) => flattenFields(variant.fields)),
  ]);
}
