import { follow, type Node } from './source.ts';

/** An event whose `data` is JSON in a text, as OpenAPI 3.2 describes it, has the schema of that JSON: clients parse it. */
export function withContentSchema(document: Node, given: Node, depth = 0): Node {
  const schema = follow({ document }, given);
  const { properties = {}, ...rest } = schema;
  const { data, ...others } = Object(properties);
  const { contentSchema, contentMediaType = '' } = follow({ document }, Object(data));
  if (contentSchema && /[/+]json$/.test(contentMediaType))
    return { ...rest, properties: { ...others, data: contentSchema } };
  const unions = ['oneOf', 'anyOf', 'allOf'].filter((union) => Array.isArray(schema[union]) && depth < 9);
  const changed = unions.flatMap((union): [string, Node[]][] => {
    const variants = schema[union].map((one: Node) => withContentSchema(document, Object(one), depth + 1));
    return variants.every((one: Node, index: number) => one === schema[union][index]) ? [] : [[union, variants]];
  });
  if (changed.length === 0) return given;
  // Each variant says what its data is.
  const entries = changed.map(([union, variants]) => [union, variants.map((one) => withData(one, data))]);
  return { ...schema, ...(schema.properties && { properties: others }), ...Object.fromEntries(entries) };
}

function withData(variant: Node, data: unknown): Node {
  const { properties = {} } = variant;
  return data === undefined || variant.$ref || properties.data
    ? variant
    : { ...variant, properties: { ...properties, data } };
}
