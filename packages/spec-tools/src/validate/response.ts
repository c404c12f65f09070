import { type Document, type Operation, type Reference, resolve } from '../document/document.ts';
import { validateContent } from './body.ts';
import { type Declaration, readSimple } from './deserialize.ts';
import type { Exchange, Finding } from './exchange.ts';
import { schemaPath } from './parameters.ts';
import type { SchemaValidators } from './schema-validators.ts';

/** The key of a status in a spec's responses: the status itself, its range, or `default`. */
export function statusKey(responses: object, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return keys.find((key) => key in responses);
}

/** Creates the validator for responses of one operation. */
export function createResponseValidator(
  document: Document,
  schemas: SchemaValidators,
  operation: Operation,
): (response: Exchange['response']) => Finding[] {
  const responsesPath = ['paths', operation.path, operation.method.toLowerCase(), 'responses'];

  return ({ status, headers, body: text = '' }) => {
    const findings: Finding[] = [];
    const report = (part: string, keyword: string, message: string, pointer = '') =>
      findings.push({ operation: operation.id, place: `response ${status}${part}`, pointer, keyword, message });
    const key = statusKey(operation.responses, status);
    if (key === undefined) {
      report('', 'status', `the spec declares ${Object.keys(operation.responses).join(', ')}`);
      return findings;
    }
    const declared = operation.responses[key] as {
      readonly content?: Readonly<Record<string, object | Reference>>;
      readonly headers?: Readonly<Record<string, Omit<Declaration, 'path' | 'name' | 'in'> | Reference>>;
    };

    for (const [name, object] of Object.entries(declared.headers ?? {})) {
      // `content` declares it (OpenAPI 3.1 §4.8.17).
      if (name.toLowerCase() === 'content-type') continue;
      const headerPath = [...responsesPath, key, 'headers', name];
      const header: Declaration = { ...resolve(document, object), path: headerPath, name, in: 'header' };
      const value = headers[name.toLowerCase()];
      if (value === undefined) {
        if (header.required) report(` header ${name}`, 'missing', 'is required');
        continue;
      }
      const validate = schemas.at(schemaPath(header));
      for (const { keyword, message, pointer } of validate?.(readSimple(document, header, value)) ?? []) {
        report(` header ${name}`, keyword, message, pointer);
      }
    }

    const { content = {} } = declared;
    // A response to HEAD has the headers of one with a body.
    if (Object.keys(content).length === 0 || operation.method === 'HEAD') {
      if (text !== '') report(' body', 'undeclared', 'the spec declares no body');
      return findings;
    }
    const contentPath = [...responsesPath, key, 'content'];
    for (const { keyword, message, pointer } of validateContent(
      document,
      schemas,
      contentPath,
      headers['content-type'] ?? '',
      text,
    )) {
      report(' body', keyword, message, pointer);
    }
    return findings;
  };
}
