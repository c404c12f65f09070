import { keysOfPlace } from '../document/pointer.ts';
import { type Operation, successJson } from './operation.ts';
import type { Rule } from './rule.ts';

/** The mock serves the pages of a list by these example names. */
const pages = ['page1', 'page2', 'empty'];

/** A paged list has examples of two pages and of an empty page. Where a page names the next one, the first does, and the last does not. */
export const pageExamples: Rule = () => ({
  Operation(operation: Operation, context) {
    const paging = operation['x-pagination'];
    if (!paging) return;
    for (const { node, location } of successJson(operation, context)) {
      const missing = pages.filter((page) => !node.examples?.[page]);
      if (missing.length > 0) {
        context.report({
          message: `This paged list lacks the examples ${missing.join(', ')}. Add them.`,
          location: location.child(['examples']).key(),
        });
        continue;
      }
      if (paging.next === undefined) continue;
      for (const page of pages) {
        const { value } = Object(node.examples?.[page]);
        const read = (place: string) => keysOfPlace(place).reduce((parent, key) => Object(parent)[key], value);
        if (Boolean(read(paging.next)) === (page === 'page1')) continue;
        if (page !== 'page1' && paging.more !== undefined && read(paging.more) === false) continue;
        const problem = page === 'page1' ? 'The first page names no next page' : 'The last page names a next page';
        context.report({
          message: `${problem} at \`${paging.next}\`, where the pagination looks for it. Change this example.`,
          location: location.child(['examples', page]),
        });
      }
    }
  },
});
