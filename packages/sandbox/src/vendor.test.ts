import { expect, it } from 'vitest';
import { createSandbox } from './create-sandbox.ts';

const pet = { id: 10, photos: ['rex.png'] };
const schema = {
  type: 'object',
  properties: { id: { type: 'integer' }, photos: { type: 'array', items: { type: 'string' } } },
};
const responses = { 200: { content: { 'application/json': { schema, example: pet } } } };

it('a sandbox makes ids like that of the item which a get shows, not of a list in the item', async () => {
  const { fetch } = createSandbox({
    openapi: '3.1.0',
    'x-resources': { pet: { path: '/pets', keys: ['id'] } },
    paths: { '/pets': { post: { responses } }, '/pets/{petId}': { get: { responses } } },
  });
  const response = await fetch('http://localhost/pets', { method: 'POST' });
  expect(await response.json()).toEqual({ id: 1 });
});
