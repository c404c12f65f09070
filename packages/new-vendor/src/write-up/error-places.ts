import type { Document } from '@plumbline/spec-tools/document/document';
import { declaredInErrors } from '@plumbline/spec-tools/generate/error-pointers';
import type { Node } from '../read/source.ts';

/** Where usual APIs have the sentence for people, the most exact first. A client skips what is not text. */
const messages = [
  ...[
    '/error/message',
    '/error/detail',
    '/error/description',
    '/errors/0/message',
    '/errors/0/detail',
    '/errors/0/msg',
  ],
  ...['/error_description', '/detail/0/msg', '/detail', '/message', '/errorMessage', '/error_message', '/msg'],
  ...['/errors', '/error', '/errors/0/title', '/title', '/reason', '/description'],
  ...['/0/message', '/0/errorMessage', '/Message', '/fault/faultstring', '/error_summary'],
];
const codes = ['/error/code', '/error/type', '/errors/0/code', '/code', '/error_code', '/errorCode', '/0/errorCode'];

/** Adds `x-errors` to a spec whose errors have fields that by their names say why. */
export function withErrorPlaces({ tags, ...document }: Node, source: string): Node {
  const isDeclared = declaredInErrors(document as unknown as Document);
  const evidence = { level: 'unknown', source, note: 'Inferred from the names of the fields of errors.' };
  const entries = Object.entries({ message: messages, code: codes }).flatMap(([name, places]) => {
    const pointers = places.filter(isDeclared);
    return pointers.length > 0 ? [[name, { pointers, 'x-evidence': evidence }]] : [];
  });
  if (entries.length === 0) return { ...document, tags };
  // Before the tags, as in a spec that a person writes.
  const { openapi, jsonSchemaDialect, info, servers, ...rest } = document;
  return { openapi, jsonSchemaDialect, info, servers, 'x-errors': Object.fromEntries(entries), tags, ...rest };
}
