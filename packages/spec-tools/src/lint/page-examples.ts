import { type Operation, successJson } from './operation.ts';
import type { Rule } from './rule.ts';

/** The mock walks a paged list by these names. */
const pages = ['page1', 'page2', 'empty'];

/** A paged list shows two pages and an empty one. */
export const pageExamples: Rule = () => ({
  Operation(operation: Operation, context) {
    if (!operation['x-pagination']) return;
    for (const { node, location } of successJson(operation, context)) {
      const missing = pages.filter((page) => !node.examples?.[page]);
      if (!missing.length) continue;
      context.report({
        message: `A paged list without ${missing.join(', ')}. Add them to its examples.`,
        location: location.child(['examples']).key(),
      });
    }
  },
});
