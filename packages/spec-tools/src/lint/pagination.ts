import { type Operation, parametersOf, successJson } from './operation.ts';
import type { Located, Rule } from './rule.ts';
import { propertiesAt, type Schema } from './schema-nodes.ts';

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
      if (!name || propertiesAt(name, bodies, context.resolve).length > 0) continue;
      refuse(key, `The 200 JSON body has no property \`${name}\`. Name another, or declare it.`);
    }

    const { items = '', key } = paging;
    const lists = propertiesAt(items, bodies, context.resolve);
    const found = key ? propertiesAt(`*/${key}`, lists, context.resolve) : [];
    if (key && lists.length > 0 && found.length === 0)
      refuse('key', `The items have no property \`${key}\`. Name another, or declare it.`);
  },
});
