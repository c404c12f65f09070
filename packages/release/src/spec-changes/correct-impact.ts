import type { Document } from '@plumbline/spec-tools/document/document';
import { valueAt } from '@plumbline/spec-tools/document/pointer';
import type { Change } from './change.ts';

/** Additions that describe the API without being part of it. */
const descriptions = ['Example', 'ExamplesMap', 'ExternalDocs', 'Tag', 'TagList'];

/**
 * Corrects the impact that `redocly diff` (2.77.0) gives to a change:
 *
 * - A new value in an open enum of a response, `anyOf: [{ enum }, { type: string }]`, breaks no caller. Redocly says major.
 * - Added examples, tags and evidence are not a new feature of the API. Redocly says minor.
 * - A renamed path parameter, and a removed field of a request, break callers of the client, whose parameters have those names.
 *   Redocly says patch.
 */
export function correctImpact(change: Change, revision: Document): Change {
  const { kind, typeName, property, verdicts } = change;
  if (
    verdicts.length > 0 &&
    verdicts.every(({ ruleId }) => ruleId === 'enum-values-added') &&
    isOpen(change, revision)
  ) {
    return { ...change, impact: 'minor' };
  }
  if (kind === 'added' && (descriptions.includes(typeName) || change.path.includes('/x-evidence'))) {
    return { ...change, impact: 'patch' };
  }
  if (typeName === 'PathItem' && property === 'key' && verdicts.length === 0) {
    const message = `A path parameter was renamed: \`${change.base?.value}\` became \`${change.revision?.value}\`.`;
    return { ...change, impact: 'major', verdicts: [{ ruleId: 'path-parameter-renamed', message }] };
  }
  const isField = /\/(?:requestBody|parameters)\/.*\/properties\/[^/]+$/.test(change.path);
  if (kind === 'removed' && typeName === 'Schema' && verdicts.length === 0 && isField) {
    return {
      ...change,
      impact: 'major',
      verdicts: [{ ruleId: 'request-property-removed', message: 'A field of a request was removed.' }],
    };
  }
  return change;
}

function isOpen({ revision: side }: Change, revision: Document): boolean {
  const [, parent, index] = side?.pointer.match(/^(.*\/anyOf)\/(\d+)\/enum$/) ?? [];
  const variants = parent === undefined ? undefined : valueAt(revision, parent);
  if (!Array.isArray(variants)) return false;
  const others = variants.filter((_, position) => position !== Number(index));
  return others.some(({ type, description: _, ...rest }) => type === 'string' && Object.keys(rest).length === 0);
}
