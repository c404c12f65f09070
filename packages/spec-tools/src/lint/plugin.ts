import { clients } from './clients.ts';
import { componentNames } from './component-names.ts';
import { effects } from './effects.ts';
import { errorResponses } from './error-responses.ts';
import { evidence } from './evidence.ts';
import { extendTypes } from './extensions.ts';
import { formEncoding } from './form-encoding.ts';
import { lenientResponses } from './lenient-responses.ts';
import { operationNames } from './operation-names.ts';
import { pageExamples } from './page-examples.ts';
import { pagination } from './pagination.ts';
import { resources } from './resources.ts';
import type { Rule } from './rule.ts';
import { selfContained } from './self-contained.ts';

export const rules: Record<string, Rule> = {
  clients,
  'component-names': componentNames,
  effects,
  'error-responses': errorResponses,
  evidence,
  'form-encoding': formEncoding,
  'lenient-responses': lenientResponses,
  'operation-names': operationNames,
  'page-examples': pageExamples,
  pagination,
  resources,
  'self-contained': selfContained,
};

/** Redocly plugin: the rules of specs/README.md that neither a built-in nor a configurable rule of Redocly can check. */
export default function plumbline(): object {
  const reportingRules = Object.entries(rules).map(([name, rule]) => [name, reportExceptions(rule)]);
  return { id: 'plumbline', rules: { oas3: Object.fromEntries(reportingRules) }, typeExtension: { oas3: extendTypes } };
}

/** Makes a rule report its exceptions. An exception would end the run and hide what `struct` reports about a malformed document. */
function reportExceptions(rule: Rule): Rule {
  return () => {
    const visitors = Object.entries(rule()).map(([type, visit]): [string, typeof visit] => [
      type,
      (node, context, resolved) => {
        try {
          visit(node, context, resolved);
        } catch (cause) {
          const message = `Cannot be checked (${cause}). First fix what \`struct\` reports here or below.`;
          context.report({ message, location: context.location });
        }
      },
    ]);
    return Object.fromEntries(visitors);
  };
}
