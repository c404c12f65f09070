import { keysOfPlace } from '../document/pointer.ts';
import { type Operation, parametersOf, requestBodyOf, successJson } from './operation.ts';
import type { Located, Rule } from './rule.ts';
import { properties, propertiesOn, type Schema } from './schema-nodes.ts';

/**
 * `x-pagination` names query parameters of the operation or fields of its request body, places in its 200 JSON body, and properties of each
 * item.
 */
export const pagination: Rule = () => ({
  Operation(operation: Operation, context) {
    const paging = operation['x-pagination'];
    if (!paging) return;
    const query = parametersOf(operation, context).filter((parameter) => parameter.in === 'query');
    const fields = requestBodyOf(operation, context).flatMap((schema) => [...properties(schema, context.resolve)]);
    const names = [...query.map(({ name }) => name), ...fields.map(([name]) => name)];

    function refuse(key: string, message: string) {
      context.report({ message, location: context.location.child(['x-pagination', key]) });
    }

    for (const key of ['offset', 'page', 'cursor', 'limit']) {
      const name = paging[key];
      if (!name || names.includes(name)) continue;
      refuse(key, `This operation has no query parameter \`${name}\`. Name another, or declare it.`);
    }
    if (paging.style === 'cursor' && paging.next === undefined && paging.last === undefined)
      refuse(
        'style',
        'Nothing says where the next cursor is. Name its place: `next` in the body, or `last` in the last item.',
      );

    const bodies = successJson(operation, context).flatMap(({ node, location }): Located<Schema>[] =>
      node.schema ? [{ node: node.schema, location: location.child(['schema']) }] : [],
    );
    for (const key of ['items', 'next', 'more', 'total', 'pages']) {
      const place = paging[key];
      if (place === undefined || propertiesOn(keysOfPlace(place), bodies, context.resolve).length > 0) continue;
      refuse(key, `The 200 JSON body has no property \`${place}\`. Name another, or declare it.`);
    }

    const lists = propertiesOn(keysOfPlace(paging.items ?? ''), bodies, context.resolve);
    for (const name of ['key', 'last']) {
      const place = paging[name];
      if (!place || lists.length === 0) continue;
      const keys = name === 'key' ? [place] : keysOfPlace(place);
      if (propertiesOn(['*', ...keys], lists, context.resolve).length > 0) continue;
      refuse(name, `The items have no property \`${place}\`. Name another, or declare it.`);
    }
  },
});
