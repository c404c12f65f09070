import { type Document, type Operation, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import type { RecordedExchange } from './recorded-exchange.ts';

/** Looks for fields that a spec names and no success has. */
export interface UnseenFields {
  see(operation: Operation, exchange: RecordedExchange): void;
  /** The operation and the JSON Pointer of each, with `*` for an index of a list. */
  list(): string[];
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, ObjectSchema | Reference>>;
  readonly items?: ObjectSchema | Reference;
}

/** Makes what remembers the fields of the successes of a document's operations. */
export function createUnseenFields(document: Document): UnseenFields {
  /** Whether each field was seen, where its object was. */
  const fields = new Map<string, boolean>();
  const walk = (place: string, schema: ObjectSchema | Reference | undefined, value: unknown): void => {
    if (schema === undefined || typeof value !== 'object' || value === null) return;
    const { properties = {}, items } = resolve(document, schema) as ObjectSchema;
    if (Array.isArray(value)) {
      for (const item of value) walk(`${place}/*`, items, item);
      return;
    }
    for (const [name, property] of Object.entries(properties)) {
      const own = `${place}/${name}`;
      const has = Object.hasOwn(value, name);
      fields.set(own, fields.get(own) === true || has);
      if (has) walk(own, property, (value as Record<string, unknown>)[name]);
    }
  };
  return {
    see: (operation, { response }) => {
      const { content = {} } = operation.responses[response.status] ?? {};
      const schema = Object.entries(content).find(([mediaType]) => /[/+]json$/.test(mediaType))?.[1].schema;
      if (!schema || !response.body) return;
      try {
        walk(`${operation.id} `, schema, JSON.parse(response.body));
      } catch {
        // That it is no JSON is a difference of its own, or it is of another media type.
      }
    },
    list: () => [...fields].flatMap(([field, seen]) => (seen ? [] : [field])),
  };
}
