import { nameProblemOf } from '../document/operation-id.ts';
import type { Operation } from './operation.ts';
import type { Rule } from './rule.ts';

/** An operationId becomes groups and a method of a client, so it must not use a reserved name. */
export const operationNames: Rule = () => ({
  Operation({ operationId }: Operation, { location, report }) {
    const problem = operationId === undefined ? undefined : nameProblemOf(operationId);
    if (problem) report({ message: `${problem} Rename it.`, location: location.child(['operationId']) });
  },
});
