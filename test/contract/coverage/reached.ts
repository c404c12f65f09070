import type { Document } from '@plumbline/spec-tools/document/document';
import { declaredMediaType, readBody } from '@plumbline/spec-tools/validate/body';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { type KeyPath, nodeAt, pointerTo } from '@plumbline/spec-tools/validate/location';
import { parametersOf, readParameters, schemaPath } from '@plumbline/spec-tools/validate/parameters';
import { statusKey } from '@plumbline/spec-tools/validate/response';
import { createSchemaValidators } from '@plumbline/spec-tools/validate/schema-validators';
import { createFinder, createValidator } from '@plumbline/spec-tools/validate/validate-exchange';
import { recordedUrl } from '../recording.ts';
import { type Names, noNames } from './kind.ts';
import { reachedProperties } from './property-names.ts';

/** The names of a spec that exchanges reach. A request counts where the spec accepts it, a response where the spec accepts that. */
export function reachedNames(document: Document, exchanges: readonly Exchange[]): Names {
  const names = noNames();
  const find = createFinder(document, recordedUrl);
  const judge = createValidator(document, recordedUrl);
  const validators = createSchemaValidators(document);

  const reachContent = (id: string, side: string, place: KeyPath, contentType: string, text: string) => {
    const content = nodeAt(document, place) as object | undefined;
    const mediaType = declaredMediaType(content ?? {}, contentType);
    if (mediaType === undefined) return;
    names.mediaTypes.add(`${id} ${side} ${mediaType}`);
    const media = nodeAt(document, [...place, mediaType]) as object;
    const pointer = pointerTo(document, [...place, mediaType, 'schema']);
    const properties = names[side === 'request' ? 'requestProperties' : 'responseProperties'];
    reachedProperties(document, validators, pointer, readBody(document, contentType, media, text), properties);
  };

  for (const exchange of exchanges) {
    const match = find(exchange);
    if (!match) continue;
    const { request, response } = exchange;
    const { id, path, method, responses } = match.operation;
    const place = ['paths', path, method.toLowerCase()];
    if (judge.request(exchange).length === 0) {
      names.operations.add(id);
      for (const { parameter, value } of readParameters(
        document,
        parametersOf(document, match.operation),
        request,
        match,
      )) {
        if (value === undefined) continue;
        names.parameters.add(`${id} ${parameter.in} ${parameter.name}`);
        const pointer = pointerTo(document, schemaPath(parameter));
        reachedProperties(document, validators, pointer, value, names.requestProperties);
      }
      const sent = [...place, 'requestBody', 'content'];
      if (request.body) reachContent(id, 'request', sent, request.headers['content-type'] ?? '', request.body);
    }
    const key = statusKey(responses, response.status);
    if (key !== undefined && judge.response(exchange).length === 0) {
      names.statuses.add(`${id} ${key}`);
      const stubbed = [...place, 'responses', key, 'content'];
      reachContent(id, key, stubbed, response.headers['content-type'] ?? '', response.body ?? '');
    }
  }
  return names;
}
