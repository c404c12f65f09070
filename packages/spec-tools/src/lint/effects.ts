import type { EffectExtension, Values } from '../document/sandbox-extensions.ts';
import {
  hasBodyProperty,
  isStandard,
  itemIn,
  operationsIn,
  type PathOperation,
  type SandboxRoot,
  unknownResource,
} from './path-operations.ts';
import type { Context, Rule } from './rule.ts';

/**
 * If the root has `x-resources`, each operation is one of the five that a resource has at its path, or has an `x-effect`. It names
 * resources, security schemes, parameters and properties that exist.
 */
export const effects: Rule = () => ({
  Root(root: SandboxRoot, context) {
    const resources = Object.values(root['x-resources'] ?? {});
    for (const operation of operationsIn(root, context)) {
      const effect = operation.node['x-effect'];
      if (effect) check(effect, operation, root, context);
      else if (resources.length > 0 && !resources.some((resource) => isStandard(operation, resource))) {
        context.report({
          message: 'No resource says what this operation does. Add `x-effect`, or a resource with this path.',
          location: operation.location.key(),
        });
      }
    }
  },
});

function check(effect: EffectExtension, operation: PathOperation, root: SandboxRoot, context: Context) {
  function demand(holds: boolean, message: string, ...place: (string | number)[]) {
    if (!holds) context.report({ message, location: operation.location.child(['x-effect', ...place]) });
  }

  function demandResource(name: string | undefined, ...place: (string | number)[]) {
    demand(name === undefined || Object.hasOwn(root['x-resources'] ?? {}, name), unknownResource(name), ...place);
  }
  function demandProperty(name: string, ...place: (string | number)[]) {
    const message = `The request body has no property \`${name}\`. Name another, or declare it.`;
    demand(hasBodyProperty(name, [operation], context), message, ...place);
  }

  for (const field of ['change', 'view', 'progress'] as const) demandResource(effect[field], field);
  const hasItem = operation.parameters.some(({ node }) => node.in === 'path');
  for (const field of ['change', 'of', 'progress'] as const) {
    const needed = effect[field] !== undefined && !(field === 'change' && effect.all);
    demand(!needed || hasItem, 'This path names no item. Add a path parameter, or `all: true`.', field);
  }
  const viewed = root['x-resources']?.[effect.view ?? ''];
  const owned = !effect.of || !viewed || Object.hasOwn(viewed.belongsTo ?? {}, effect.of);
  demand(owned, `\`${effect.view}\` does not belong to \`${effect.of}\`. Add it to its \`belongsTo\`.`, 'of');

  const { token } = effect;
  const exists = token === undefined || Object.hasOwn(root.components?.securitySchemes ?? {}, token);
  demand(exists, `There is no security scheme \`${token}\`. Name another.`, 'token');
  demand(effect.client === undefined || effect.client.length === 2, 'Name the id and the secret.', 'client');
  for (const [index, name] of (effect.client ?? []).entries()) demandProperty(name, 'client', index);
  if (effect.remove) demandProperty(effect.remove.list, 'remove', 'list');
  demand(!effect.body || operation.bodies.length > 0, 'This operation has no request body. Remove `body`.', 'body');

  const values: [Values | undefined, ...(string | number)[]][] = [
    [effect.set, 'set'],
    [effect.where, 'where'],
    ...(effect.steps ?? []).map((step, index): [Values, string, number] => [step, 'steps', index]),
  ];
  for (const [properties, ...place] of values) {
    for (const [property, value] of Object.entries(properties ?? {})) {
      demandResource(itemIn(value), ...place, property);
      const [, location, name] = /^\$request\.(path|query)\.(.+)$/.exec(String(value)) ?? [];
      const exists = operation.parameters.some(({ node }) => node.in === location && node.name === name);
      const message = `This operation has no ${location} parameter \`${name}\`. Name another, or declare it.`;
      demand(name === undefined || exists, message, ...place, property);
    }
  }
}
