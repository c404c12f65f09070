import type { MediaType } from './operation.ts';
import type { Rule } from './rule.ts';
import { branches, properties } from './schema-nodes.ts';

/** A form cannot represent arrays and objects directly, so `encoding` says how each is serialized. */
export const formEncoding: Rule = () => ({
  MediaType({ schema, encoding = {} }: MediaType, { key, location, report, resolve }) {
    if (!String(key).startsWith('application/x-www-form-urlencoded') || !schema) return;
    const form = { node: schema, location: location.child(['schema']) };
    for (const [name, property] of properties(form, resolve)) {
      const types = [...branches(property, resolve)].flatMap(({ node }) => node.type ?? []);
      if (encoding[name] || !(types.includes('array') || types.includes('object'))) continue;
      report({
        message: `\`${name}\` is an array or object in a form. Add \`encoding: { ${name}: { style, explode } }\`.`,
        location: location.key(),
      });
    }
  },
});
