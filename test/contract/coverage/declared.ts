import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { pointerTo } from '@plumbline/spec-tools/validate/location';
import { parametersOf, schemaPath } from '@plumbline/spec-tools/validate/parameters';
import { type Names, noNames } from './kind.ts';
import { declaredProperties } from './property-names.ts';

/** The names of everything that a spec declares: the contract tests must reach it. */
export function declaredNames(document: Document): Names {
  const names = noNames();
  for (const operation of operationsOf(document)) {
    const { id, path, method, body, responses } = operation;
    const place = ['paths', path, method.toLowerCase()];
    names.operations.add(id);
    for (const parameter of parametersOf(document, operation)) {
      names.parameters.add(`${id} ${parameter.in} ${parameter.name}`);
      declaredProperties(document, pointerTo(document, schemaPath(parameter)), names.requestProperties);
    }
    for (const mediaType of Object.keys(body?.content ?? {})) {
      names.mediaTypes.add(`${id} request ${mediaType}`);
      const schema = [...place, 'requestBody', 'content', mediaType, 'schema'];
      declaredProperties(document, pointerTo(document, schema), names.requestProperties);
    }
    for (const [status, { content = {} }] of Object.entries(responses)) {
      names.statuses.add(`${id} ${status}`);
      for (const mediaType of Object.keys(content)) {
        names.mediaTypes.add(`${id} ${status} ${mediaType}`);
        const schema = [...place, 'responses', status, 'content', mediaType, 'schema'];
        declaredProperties(document, pointerTo(document, schema), names.responseProperties);
      }
    }
  }
  return names;
}
