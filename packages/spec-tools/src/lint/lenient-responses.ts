import type { Response } from './operation.ts';
import { type Context, follow, type Located, type Rule } from './rule.ts';
import { children, type Schema } from './schema-nodes.ts';

const limits = [
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
];
const closing = ['additionalProperties', 'unevaluatedProperties'];
const plain = ['string', 'integer', 'number'];

/** Whether an `anyOf` also allows values that its enum does not list. */
function isOpen(union: Schema[]) {
  return union.some(
    ({ type = [], ...branch }) =>
      plain.some((name) => type.includes(name)) && !('enum' in branch) && !('const' in branch),
  );
}

/** Response schemas accept unexpected values, so that a new value from the vendor does not fail a call. */
export const lenientResponses: Rule = () => {
  const reported = new Set<string>();
  const seen = new Set<string>();

  function check(schema: Located<Schema>, inOpenUnion: boolean, context: Context) {
    const visit = `${schema.location.absolutePointer} ${inOpenUnion}`;
    if (seen.has(visit)) return;
    seen.add(visit);

    function refuse(keyword: string, message: string) {
      const location = schema.location.child([keyword]).key();
      if (reported.has(location.absolutePointer)) return;
      reported.add(location.absolutePointer);
      context.report({ message, location });
    }

    const { node } = schema;
    for (const keyword of limits) {
      if (!(keyword in node)) continue;
      refuse(keyword, `\`${keyword}\` in a response. Remove it, and say the limit in the description.`);
    }
    for (const keyword of closing) {
      if (node[keyword] !== false) continue;
      refuse(keyword, `\`${keyword}: false\` in a response. Remove it: vendors add fields.`);
    }
    if ('enum' in node && !inOpenUnion) {
      refuse(
        'enum',
        'A closed enum in a response. Write `anyOf: [{ type: string, enum: […] }, { type: string }]`, or `const` for a tag.',
      );
    }
    const target = follow(schema, context.resolve);
    if (target) check(target, inOpenUnion, context);
    for (const child of children(schema)) {
      const union = (node.anyOf ?? []) as Schema[];
      check(child, union.includes(child.node) && isOpen(union), context);
    }
  }

  return {
    Response({ content = {}, headers = {} }: Response, context) {
      for (const [name, { schema }] of Object.entries(content)) {
        const location = context.location.child(['content', name, 'schema']);
        if (schema) check({ node: schema, location }, false, context);
      }
      for (const [name, node] of Object.entries(headers)) {
        const header = follow({ node, location: context.location.child(['headers', name]) }, context.resolve);
        const schema = header?.node.schema;
        if (schema) check({ node: schema, location: header.location.child(['schema']) }, false, context);
      }
    },
  };
};
