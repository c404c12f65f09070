import { expect, it } from 'vitest';
import type { Node } from '../read/source.ts';
import { writeUp } from './write-up.ts';

const pet = { $ref: '#/components/schemas/Pet' };
const body = (schema: Node, mediaType = 'application/json') => ({
  requestBody: { content: { [mediaType]: { schema } } },
});

function write(parts: Node, callbacks?: Node) {
  const operation = {
    operationId: 'pets/create',
    responses: { 204: { description: 'ok' } },
    ...(callbacks && { callbacks }),
  };
  const document = {
    openapi: '3.1.1',
    info: { title: 'Pets' },
    servers: [{ url: 'https://api.pets.test' }],
    paths: { '/pets': { post: operation } },
    components: { schemas: { Pet: { type: 'object', properties: { name: { type: 'string' } } } } },
    ...parts,
  };
  return writeUp('pets', { name: 'pets.json', document });
}

it('a webhook is in the spec, with a schema for what it sends', () => {
  const { document, notes } = write({ webhooks: { 'new-pet': { post: { summary: 'A pet is new', ...body(pet) } } } });
  expect(document.webhooks.newPet.post).toMatchObject({ operationId: 'webhooks/newPet', summary: 'A pet is new' });
  expect(document.components.schemas.NewPetWebhook).toMatchObject({ $ref: '#/components/schemas/Pet' });
  expect(document.components.schemas.Pet.properties.name.type).toBe('string');
  expect(notes.goodToKnow.join()).toContain('The vendor sends a request (webhooks or callbacks).');
});

it('a callback is written as a webhook', () => {
  const callbacks = { onEvent: { '{$request.body#/url}': { post: body({ type: 'object' }) }, 'x-note': {} } };
  const { document } = write({}, callbacks);
  expect(Object.keys(document.webhooks)).toEqual(['onEvent']);
  expect(document.components.schemas.OnEventWebhook.type).toBe('object');
});

it('webhooks that share a name with a schema, an operation or each other get names of their own', () => {
  const { document } = write(
    {
      webhooks: { 'pet.a': { post: body(pet) }, pet_a: { post: body(pet) }, '1st': { post: body(pet) } },
      components: { schemas: { Pet: { type: 'object' }, PetAWebhook: { type: 'object' } } },
    },
    undefined,
  );
  const schemas = Object.keys(document.components.schemas).filter((name) => name.includes('Webhook'));
  expect(new Set(schemas).size).toBe(3);
  expect(schemas.every((name) => /^[A-Z]\w+$/.test(name))).toBe(true);
  const ids = Object.values<Node>(document.webhooks).map(({ post }) => post.operationId);
  expect(new Set(ids).size).toBe(3);
});

it('a webhook without JSON is noted and not written', () => {
  const { document, notes } = write({ webhooks: { sms: { post: body({ type: 'string' }, 'text/plain') } } });
  expect(document.webhooks).toBeUndefined();
  expect(notes.goodToKnow.join()).toContain('The vendor sends a request');
});
