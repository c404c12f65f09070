import { clients } from './clients.ts';
import { componentNames } from './component-names.ts';
import { errorResponses } from './error-responses.ts';
import { evidence } from './evidence.ts';
import { extendTypes } from './extensions.ts';
import { forgiving } from './forgiving.ts';
import { formEncoding } from './form-encoding.ts';
import { island } from './island.ts';
import { lenientResponses } from './lenient-responses.ts';
import { operationNames } from './operation-names.ts';
import { pageExamples } from './page-examples.ts';
import { pagination } from './pagination.ts';
import type { Rule } from './rule.ts';

export const rules: Record<string, Rule> = {
  clients,
  'component-names': componentNames,
  'error-responses': errorResponses,
  evidence,
  'form-encoding': formEncoding,
  island,
  'lenient-responses': lenientResponses,
  'operation-names': operationNames,
  'page-examples': pageExamples,
  pagination,
};

/** What specs/README.md asks and no rule of Redocly's, built in or configured, can check. */
export default function plumbline(): object {
  const forgivingRules = Object.entries(rules).map(([name, rule]) => [name, forgiving(rule)]);
  return { id: 'plumbline', rules: { oas3: Object.fromEntries(forgivingRules) }, typeExtension: { oas3: extendTypes } };
}
