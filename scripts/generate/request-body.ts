import { type Body, type Document, type Operation, resolve, type Schema } from '../spec.ts';

/** How a method takes the body of its operation: by its fields, or whole where it has none or they would clash with a parameter. */
export function bodyModeOf(
  document: Document,
  { parameters, body }: Operation,
): 'fields' | 'optional' | 'whole' | undefined {
  if (!body) return undefined;
  const schema = schemaOf(document, body);
  const clash = parameters.some(({ name }) => name in (schema.properties ?? {}));
  if (schema.type !== 'object' || clash) return 'whole';
  return body.required ? 'fields' : 'optional';
}

function schemaOf(document: Document, { content }: Body): Schema {
  const media = content['application/json'] ?? Object.values(content)[0];
  return media ? resolve(document, media.schema) : {};
}
