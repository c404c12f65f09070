import type { Place } from './follow.ts';
import { type Operation, parametersOf, successJson } from './operation.ts';
import type { Rule } from './rule.ts';
import { properties, type Schema } from './schema.ts';

/** What `x-pagination` names exists: query parameters of the operation, properties of its 200 JSON body. */
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
      refuse(key, `\`${name}\` is no query parameter of this operation. Name one that is, or declare it.`);
    }

    const bodies = successJson(operation, context).flatMap(({ node, location }): Place<Schema>[] =>
      node.schema ? [{ node: node.schema, location: location.child(['schema']) }] : [],
    );
    for (const key of ['items', 'total', 'pages']) {
      const name = paging[key];
      if (!name || bodies.some((body) => [...properties(body, context.resolve)].some(([found]) => found === name)))
        continue;
      refuse(key, `\`${name}\` is no property of the 200 JSON body. Name one that is, or declare it.`);
    }
  },
});
