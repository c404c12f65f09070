import {
  type Document,
  type Media,
  type Operation,
  type Parameter,
  resolve,
  type Schema,
} from '@plumbline/scripts/spec';
import { operationIn } from './operation-in.ts';

/** A schema with every keyword that it has. */
type AnySchema = Schema & Readonly<Record<string, unknown>>;

/** A parameter, or a property of a body: each schema that it may have, references and alternatives followed. */
export interface Field {
  readonly schemas: readonly AnySchema[];
  readonly required: boolean;
}

/**
 * Finds a field of a document, in every media type and every alternative that has it.
 *
 * @param place `<operation> <query|path|header|body|status> [path/within/it]`. In it, and as a name, `*` stands for the items of
 *   an array.
 */
export function findField(document: Document, place: string, name: string): Field | undefined {
  const [id = '', where = '', path] = place.split(' ');
  const roots = rootsOf(document, operationIn(document, id), where);
  const parents = (path?.split('/') ?? []).reduce((schemas, step) => stepInto(document, schemas, step), roots);
  const schemas = stepInto(document, parents, name);
  if (schemas.length === 0) return undefined;
  return { schemas, required: parents.some(({ required = [] }) => (required as string[]).includes(name)) };
}

/** The schemas of the items of a field that is an array. */
export function itemsOf(document: Document, { schemas }: Field): readonly AnySchema[] {
  return stepInto(document, schemas, '*');
}

function rootsOf(document: Document, operation: Operation, where: string): AnySchema[] {
  if (where === 'body') return schemasOf(document, operation.body?.content);
  if (where in operation.responses) return schemasOf(document, operation.responses[where]?.content);
  const parameters = operation.parameters.filter((parameter) => parameter.in === where);
  const properties = Object.fromEntries(parameters.map((parameter) => [parameter.name, schemaOf(parameter)]));
  return [{ properties, required: parameters.filter(({ required }) => required).map(({ name }) => name) }];
}

function schemasOf(document: Document, content: Readonly<Record<string, Media>> = {}): AnySchema[] {
  return Object.values(content).flatMap(({ schema }) => follow(document, schema));
}

/** A parameter says that it is deprecated beside its schema, a property within it. */
function schemaOf(parameter: Parameter & { readonly deprecated?: boolean }): Schema {
  return Object.assign({ ...parameter.schema }, parameter.deprecated && { deprecated: true });
}

function stepInto(document: Document, schemas: readonly AnySchema[], step: string): AnySchema[] {
  return schemas.flatMap(({ items, properties = {} }) => {
    if (step === '*') return follow(document, items);
    return Object.hasOwn(properties, step) ? follow(document, properties[step]) : [];
  });
}

/** A schema and its alternatives, references followed. */
function follow(document: Document, schema: unknown): AnySchema[] {
  if (schema === undefined) return [];
  const resolved = resolve(document, schema as AnySchema);
  const { anyOf = [], oneOf = [], allOf = [] } = resolved as AnySchema & { readonly allOf?: readonly Schema[] };
  return [resolved, ...[...anyOf, ...oneOf, ...allOf].flatMap((branch) => follow(document, branch))];
}
