import { type Notes, noteOpen } from '../notes.ts';
import { isObject, type Node } from '../read/source.ts';

/**
 * Removes what another parameter sends, too, from objects whose properties are pairs of the query: a server could not tell the two apart.
 * Without another property, the object is left out.
 */
export function withoutSharedNames(parameters: readonly Node[], notes: Notes): Node[] {
  const names = parameters
    .filter((one) => one.in === 'query' && !isExploded(one) && one.style !== 'deepObject')
    .map(({ name }) => name);
  return parameters.flatMap((parameter) => {
    const { name, schema, example } = parameter;
    if (!isExploded(parameter)) return [parameter];
    const isShared = (property: string) => property !== name && names.includes(property);
    if (!Object.keys(schema.properties).some(isShared)) return [parameter];
    noteOpen(notes, 'properties of a parameter that are parameters, too: they are left out of it', name);
    const properties = without(schema.properties, isShared);
    if (Object.keys(properties).length === 0) return [];
    const required = [schema.required ?? []].flat().filter((property) => !isShared(property));
    const { required: _, ...rest } = schema;
    const written = { ...rest, properties, ...(required.length > 0 && { required }) };
    return [{ ...parameter, schema: written, ...(isObject(example) && { example: without(example, isShared) }) }];
  });
}

/** Whether the properties of a parameter are pairs of the query. */
function isExploded({ in: place, style, explode, schema }: Node): boolean {
  return place === 'query' && style === 'form' && explode === true && isObject(schema?.properties);
}

function without(value: Node, isLeftOut: (name: string) => boolean): Node {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !isLeftOut(name)));
}
