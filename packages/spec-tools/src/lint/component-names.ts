import type { Context, Rule } from './rule.ts';

/** Letters of any script: most have no capitals. */
const pascalCase = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}]*$/u;
const camelCase = /^[a-z][a-zA-Z0-9]*$/;
const named = ['Schema', 'Response', 'Parameter', 'Header', 'RequestBody'];

function demand(pattern: RegExp, casing: string) {
  return (components: object, { location, report }: Context) => {
    for (const name of Object.keys(components)) {
      if (pattern.test(name)) continue;
      report({ message: `\`${name}\` is not in ${casing}. Rename it.`, location: location.child([name]).key() });
    }
  };
}

const demandPascalCase = demand(pascalCase, 'PascalCase');

/**
 * Component names are PascalCase, and names of security schemes are camelCase. The name of a component in its own file is the end of
 * its `$ref`.
 */
export const componentNames: Rule = () => ({
  NamedSchemas: demandPascalCase,
  NamedResponses: demandPascalCase,
  NamedParameters: demandPascalCase,
  NamedExamples: demandPascalCase,
  NamedHeaders: demandPascalCase,
  NamedRequestBodies: demandPascalCase,
  NamedSecuritySchemes: demand(camelCase, 'camelCase'),
  ref({ $ref }: { $ref: string }, { type, location, report }) {
    const name = $ref.split('#/')[1]?.split('/').at(-1);
    if (!name || $ref.includes('#/components/') || !named.includes(type.name) || pascalCase.test(name)) return;
    report({
      message: `\`${name}\` is not a component name in PascalCase. Rename it, or move this part to a component with its own name.`,
      location: location.child(['$ref']),
    });
  },
});
