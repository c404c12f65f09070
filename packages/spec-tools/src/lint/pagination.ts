import { type Operation, parametersOf, successJson } from './operation.ts';
import type { Context, Located, Rule } from './rule.ts';
import { branches, properties, type Schema } from './schema-nodes.ts';

/** `x-pagination` names query parameters of the operation, properties of its 200 JSON body, and a property of each item. */
export const pagination: Rule = () => ({
  Operation(operation: Operation, context) {
    const paging = operation['x-pagination'];
    if (!paging) return;
    const query = parametersOf(operation, context).filter((parameter) => parameter.in === 'query');

    function refuse(key: string, message: string) {
      context.report({ message, location: context.location.child(['x-pagination', key]) });
    }

    for (const key of ['offset', 'page', 'limit']) {
      const name = paging[key];
      if (!name || query.some((parameter) => parameter.name === name)) continue;
      refuse(key, `This operation has no query parameter \`${name}\`. Name another, or declare it.`);
    }

    const bodies = successJson(operation, context).flatMap(({ node, location }): Located<Schema>[] =>
      node.schema ? [{ node: node.schema, location: location.child(['schema']) }] : [],
    );
    for (const key of ['items', 'total', 'pages']) {
      const name = paging[key];
      if (!name || bodies.some((body) => propertiesNamed(name, body, context).length > 0)) continue;
      refuse(key, `The 200 JSON body has no property \`${name}\`. Name another, or declare it.`);
    }

    const { items = '', key } = paging;
    const lists = bodies.flatMap((body) => propertiesNamed(items, body, context));
    const found = lists
      .flatMap((list) => itemsOf(list, context))
      .flatMap((item) => propertiesNamed(key, item, context));
    if (key && lists.length > 0 && found.length === 0)
      refuse('key', `The items have no property \`${key}\`. Name another, or declare it.`);
  },
});

function propertiesNamed(name: string | undefined, schema: Located<Schema>, { resolve }: Context): Located<Schema>[] {
  return [...properties(schema, resolve)].flatMap(([found, property]) => (found === name ? property : []));
}

/** The schemas of the items of a list. */
function itemsOf(list: Located<Schema>, { resolve }: Context): Located<Schema>[] {
  return [...branches(list, resolve)].flatMap(({ node, location }) =>
    node.items ? { node: node.items as Schema, location: location.child(['items']) } : [],
  );
}
