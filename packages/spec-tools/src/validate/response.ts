import { type Document, type Operation, type Reference, resolve } from '../document/document.ts';
import { judgeContent } from './body.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { type Declared, readSimple } from './parameter.ts';
import { schemaPlace } from './parameters.ts';
import type { Validators } from './validators.ts';

/** The key under which a spec declares a status: itself, its range, or `default`. */
export function statusKey(responses: object, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return keys.find((key) => key in responses);
}

/** Judges the responses of one operation. */
export function createResponseJudge(
  document: Document,
  validators: Validators,
  operation: Operation,
): (response: Exchange['response']) => Finding[] {
  const place = ['paths', operation.path, operation.method.toLowerCase(), 'responses'];

  return ({ status, headers, body: text = '' }) => {
    const findings: Finding[] = [];
    const note = (where: string, keyword: string, message: string, pointer = '') =>
      findings.push({ operation: operation.id, place: `response ${status}${where}`, pointer, keyword, message });
    const key = statusKey(operation.responses, status);
    if (key === undefined) {
      note('', 'status', `the spec declares ${Object.keys(operation.responses).join(', ')}`);
      return findings;
    }
    const declared = operation.responses[key] as {
      readonly content?: Readonly<Record<string, object | Reference>>;
      readonly headers?: Readonly<Record<string, Omit<Declared, 'place' | 'name' | 'in'> | Reference>>;
    };

    for (const [name, object] of Object.entries(declared.headers ?? {})) {
      // OpenAPI 3.1 §4.8.17: it is said by `content`.
      if (name.toLowerCase() === 'content-type') continue;
      const headerPlace = [...place, key, 'headers', name];
      const header: Declared = { ...resolve(document, object), place: headerPlace, name, in: 'header' };
      const value = headers[name.toLowerCase()];
      if (value === undefined) {
        if (header.required) note(` header ${name}`, 'missing', 'is required');
        continue;
      }
      const validate = validators.at(schemaPlace(header));
      for (const { keyword, message, pointer } of validate?.(readSimple(document, header, value)) ?? []) {
        note(` header ${name}`, keyword, message, pointer);
      }
    }

    const { content = {} } = declared;
    if (Object.keys(content).length === 0) {
      if (text !== '') note(' body', 'undeclared', 'the spec declares no body');
      return findings;
    }
    const contentPlace = [...place, key, 'content'];
    for (const { keyword, message, pointer } of judgeContent(
      document,
      validators,
      contentPlace,
      headers['content-type'] ?? '',
      text,
    )) {
      note(' body', keyword, message, pointer);
    }
    return findings;
  };
}
