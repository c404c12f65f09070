import { isSecured, type Operation, parametersOf } from './operation.ts';
import type { Rule } from './rule.ts';

/**
 * Each operation declares a success, and the error responses that it can have: each by its status, its range or `default`. Those of webhooks
 * are for the receiver to decide.
 */
export const errorResponses: Rule = () => ({
  Operation(operation: Operation, context) {
    if (context.location.absolutePointer.includes('#/webhooks/')) return;
    const statuses = Object.keys(operation.responses ?? {});
    const location = context.location.child(['responses']).key();

    function demand(reason: string, accepted: string[]) {
      const [first = ''] = accepted;
      if ([...accepted, `${first.charAt(0)}XX`, 'default'].some((status) => statuses.includes(status))) return;
      context.report({ message: `${reason}. Add ${accepted.join(' or ')}.`, location });
    }

    if (!statuses.some((status) => /^[23]|^default$/.test(status))) {
      context.report({ message: 'No success. Add a status of 2xx, a redirect or `default`.', location });
    }
    const takes = new Set(parametersOf(operation, context).map((parameter) => parameter.in));
    if (isSecured(operation)) demand('No response for missing credentials', ['401']);
    if (takes.has('query') || operation.requestBody) demand('No response for wrong input', ['400', '422']);
    else if (takes.has('path')) demand('No response for a wrong id in the path', ['400', '404', '422']);
    demand('No response for too many requests', ['429']);
    demand("No response for the vendor's own failure", ['500', '5XX']);

    // A JavaScript object sorts numbers first, so only keys such as 5XX can come after `default`.
    if (statuses.includes('default') && statuses.at(-1) !== 'default') {
      context.report({ message: '`default` is not the last response. Move it to the end.', location });
    }
  },
});
