import { type Notes, noteOpen, UnsupportedOperation } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { examplesOf } from './examples.ts';
import { essenceOf } from './media-type.ts';
import type { SchemaWriter } from './schema-writer.ts';

const form = 'application/x-www-form-urlencoded';
const scalars = ['string', 'integer', 'number', 'boolean'];

/** What writing a body needs. */
export interface BodyContext {
  readonly source: Source;
  readonly schemas: SchemaWriter;
  readonly notes: Notes;
}

/** Writes the request body of an operation: JSON, or else a form of scalar fields. */
export function writeRequestBody({ source, schemas, notes }: BodyContext, given: Node): Node | undefined {
  const { content = {}, required, description } = follow(source, given);
  const mediaTypes = Object.keys(content);
  if (mediaTypes.length === 0) return undefined;
  const json = mediaTypes.find((name) => essenceOf(name) === 'application/json');
  const mediaType = json ?? mediaTypes.find((name) => essenceOf(name) === form);
  if (mediaType === undefined) {
    throw new UnsupportedOperation(`Its request body is ${mediaTypes.join(' or ')}. Clients send JSON and forms only.`);
  }
  if (mediaTypes.length > 1)
    noteOpen(notes, 'request bodies of several media types: only JSON, or else the form, is kept');
  const written = schemas.write(content[mediaType].schema ?? {}, 'request');
  const schema = json ? written : formOf(written, schemas, notes);
  const [example] = examplesOf(schema, schemas.components);
  return {
    description: description?.trim() || 'The request body.',
    // Many documents omit `required` for a body with required fields.
    required: required === true || demandsFields(schema, schemas),
    content: { [json ? essenceOf(json) : form]: { schema, examples: { example: { value: example } } } },
  };
}

function demandsFields({ $ref, required = [] }: Node, schemas: SchemaWriter): boolean {
  return $ref ? demandsFields(schemas.components[$ref.split('/').at(-1)] ?? {}, schemas) : required.length > 0;
}

/** A form has scalar fields. Optional others are left out. */
function formOf(written: Node, { components }: SchemaWriter, notes: Notes): Node {
  const schema = written.$ref ? components[written.$ref.split('/').at(-1)] : written;
  const { properties = {}, required = [], 'x-evidence': _, ...rest } = schema ?? {};
  const plain = Object.entries<Node>(properties).filter(([name, property]) => {
    if (scalars.includes(property.type)) return true;
    if (required.includes(name))
      throw new UnsupportedOperation(`The required field \`${name}\` of its form is a list, an object or a union.`);
    noteOpen(notes, 'optional fields of forms that are lists, objects or unions: they are left out');
    return false;
  });
  if (rest.type !== 'object') throw new UnsupportedOperation('Its form has no fields.');
  return { ...rest, properties: Object.fromEntries(plain), ...(required.length > 0 && { required }) };
}
