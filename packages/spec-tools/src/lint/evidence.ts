import type { Context, Location, Resolved, Rule } from './rule.ts';

type Evident = { $ref?: string; 'x-evidence'?: unknown };

const evident = ['Schema', 'Response', 'Parameter', 'Header', 'RequestBody', 'SecurityScheme'];

/** Operations and components have `x-evidence`. The rule finds a component in its own file by the `$ref` to it. */
export const evidence: Rule = () => {
  const seen = new Set<string>();

  function demand(node: Evident, location: Location, report: Context['report']) {
    if (seen.has(location.absolutePointer)) return;
    seen.add(location.absolutePointer);
    if (node.$ref || node['x-evidence']) return;
    report({
      message: 'No x-evidence. Add `x-evidence: { level, source }`, level being documented, inferred or unknown.',
      location: location.key(),
    });
  }

  function demandOfEach(components: Record<string, Evident>, { location, report }: Context) {
    for (const [name, component] of Object.entries(components)) demand(component, location.child([name]), report);
  }

  return {
    Operation: (operation: Evident, { location, report }) => demand(operation, location, report),
    NamedSchemas: demandOfEach,
    NamedResponses: demandOfEach,
    NamedParameters: demandOfEach,
    NamedHeaders: demandOfEach,
    NamedRequestBodies: demandOfEach,
    NamedSecuritySchemes: demandOfEach,
    ref(_reference, { type, report }, { node, location }: Resolved<Evident>) {
      if (node && location && evident.includes(type.name)) demand(node, location, report);
    },
    Evidence: refuseEmptyTexts,
    ResourceEvidence: refuseEmptyTexts,
  };
};

function refuseEmptyTexts(node: Record<string, unknown>, { location, report }: Context): void {
  for (const [name, text] of Object.entries(node)) {
    if (typeof text !== 'string' || text.trim()) continue;
    report({
      message: `\`${name}\` is empty. Write the text, or leave the key out.`,
      location: location.child([name]),
    });
  }
}
