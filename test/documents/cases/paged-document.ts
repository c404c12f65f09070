/** Small documents with one list, and what their cases share. */
import type { ScriptedResponse } from '@plumbline/runtime/testing';
import type { AnyClient } from '../document-case.ts';

/** A document with one list. */
export function listDocument(operation: string, schemas = '', path = '/things'): string {
  return `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  ${path}:
${operation}
components:
  schemas:
    Thing: { type: object, required: [id], properties: { id: { type: string } } }
${schemas}
`;
}
/** A list by GET, with integer parameters and text parameters, and the properties of its body. */
export function getList(body: string, { numbers = '', texts = '', header = '', path = '/things' } = {}): string {
  const parameters = [
    ...texts.split(' ').map((name) => [name, 'string']),
    ...numbers.split(' ').map((name) => [name, 'integer']),
  ].filter(([name]) => name);
  const declared = parameters.map(([name, type]) => `{ name: '${name}', in: query, schema: { type: ${type} } }`);
  return listDocument(
    `    get:
      operationId: things/list
      tags: [things]
      parameters: [${declared.join(', ')}]
      responses: { '200': { description: ok, ${header}content: { application/json: { schema: ${body} } } } }`,
    '',
    path,
  );
}
export const things = 'type: array, items: { $ref: "#/components/schemas/Thing" }';
export const text = 'type: string';
export const empty = 'type: [string, "null"]';
export const link = 'headers: { Link: { schema: { type: string } } }, ';

export const ids = (...names: string[]) => names.map((id) => ({ id }));
export const json = (body: unknown, headers: Record<string, string> = {}): ScriptedResponse =>
  Response.json(body, { headers });
export const all = async (client: AnyClient) => {
  const read: string[] = [];
  for await (const thing of client.things.list()) read.push(thing.id);
  return read;
};
export const three = ['a', 'b', 'c'];
export const url = 'https://api.acme.test/things';
export const note = ['Check how lists go on (`x-pagination`): it is inferred from names, for 1 operation.'];
export const types = `declare const client: api.PagedCall<api.ThingsListResponse, api.Thing, api.ThingsListResult>;
export const read = async (): Promise<string | undefined> => { for await (const thing of client) return thing.id; return undefined; };
// @ts-expect-error: a thing has no such property.
export const wrong = async () => { for await (const thing of client) return thing.nothing; return undefined; };`;
