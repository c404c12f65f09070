import type { Exchange } from './document-case.ts';

/** The responses of an operation. */
export const ok = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;

/** A document with one GET operation, `things.get`, at a path with parameters in YAML's flow style. */
export function documentOf(path: string, parameters: readonly string[], method = 'get', rest = ''): string {
  return `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  '${path}':
    ${method}:
      operationId: things/get
      parameters:
${parameters.map((parameter) => `        - ${parameter}\n`).join('')}${rest}      ${ok}
`;
}

/** A call of `things.get`, and the target and headers that it sends. */
export function sends(
  name: string,
  input: object,
  target: string,
  headers: Readonly<Record<string, string | undefined>> = {},
): Exchange {
  return {
    name,
    call: (client) => client.things.get(input),
    sends: { url: `https://api.acme.test${target}`, headers },
  };
}

/** A call of `things.get` that throws. */
export function refuses(name: string, input: object, throws: string | RegExp): Exchange {
  return { name, call: (client) => client.things.get(input), throws };
}

/** An object as a schema. */
export const color = '{ type: object, properties: { R: { type: integer }, G: { type: integer } } }';
/** A list of texts as a schema. */
export const list = '{ type: array, items: { type: string } }';
