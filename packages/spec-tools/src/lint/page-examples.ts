import { type Operation, successJson } from './operation.ts';
import type { Rule } from './rule.ts';

/** The mock serves the pages of a list by these example names. */
const pages = ['page1', 'page2', 'empty'];

/** A paged list has examples of two pages and of an empty page. */
export const pageExamples: Rule = () => ({
  Operation(operation: Operation, context) {
    if (!operation['x-pagination']) return;
    for (const { node, location } of successJson(operation, context)) {
      const missing = pages.filter((page) => !node.examples?.[page]);
      if (!missing.length) continue;
      context.report({
        message: `This paged list lacks the examples ${missing.join(', ')}. Add them.`,
        location: location.child(['examples']).key(),
      });
    }
  },
});
