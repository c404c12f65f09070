import { expect, it } from 'vitest';
import type { Node } from '../read/source.ts';
import { writeUp } from './write-up.ts';

const text = { type: 'string' };
const objectOf = (properties: Node): Node => ({ type: 'object', properties });

/** The `x-errors` of a spec whose operation has errors with these schemas, by status. */
function errorsOf(errors: Node): Node | undefined {
  const bodies = Object.entries(errors).map(([status, schema]) => [
    status,
    { description: 'A response.', content: { 'application/json': { schema } } },
  ]);
  const responses = { 204: { description: 'Done.' }, ...Object.fromEntries(bodies) };
  const paths = { '/things': { delete: { operationId: 'things/delete', responses } } };
  const document = { openapi: '3.1.0', info: { title: 'API' }, servers: [{ url: 'https://api.test' }], paths };
  return writeUp('acme', { name: 'api.yaml', document }).document['x-errors'];
}

it.each<[form: string, errors: Node, message: string[], code?: string[]]>([
  [
    'an error within an object',
    { 400: objectOf({ error: objectOf({ message: text, code: text }) }) },
    ['/error/message', '/error'],
    ['/error/code'],
  ],
  [
    'a list of errors',
    { '4XX': objectOf({ errors: { type: 'array', items: objectOf({ detail: text, code: text }) } }) },
    ['/errors/0/detail', '/errors'],
    ['/errors/0/code'],
  ],
  ['a problem (RFC 9457)', { default: objectOf({ type: text, title: text, detail: text }) }, ['/detail', '/title']],
  [
    'two forms',
    { 400: objectOf({ message: text, code: { type: 'integer' } }), 500: objectOf({ error_description: text }) },
    ['/error_description', '/message'],
    ['/code'],
  ],
])('a spec says where the errors have their sentence: %s', (_, errors, message, code) => {
  const found = errorsOf(errors);
  expect(found?.message.pointers).toEqual(message);
  expect(found?.code?.pointers).toEqual(code);
  expect(found?.message['x-evidence']).toMatchObject({ level: 'unknown', source: 'api.yaml' });
});

it('a spec whose errors have no such field says nothing of them', () => {
  expect(errorsOf({ 400: objectOf({ reasons: text }) })).toBeUndefined();
  expect(errorsOf({})).toBeUndefined();
});
