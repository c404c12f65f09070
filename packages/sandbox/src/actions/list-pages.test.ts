import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';

const item = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } };
const list = { type: 'array', items: item };
const text = { type: 'string' };
const json = (schema: object) => ({ description: 'Good.', content: { 'application/json': { schema } } });

/** A vendor of things, whose list is paged as the document says. */
function start(pagination: object, body: object, { parameters = 'cursor', resource = {} } = {}) {
  const query = parameters.split(' ').map((name) => ({ name, in: 'query', schema: text }));
  const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } };
  const sandbox = createSandbox({
    openapi: '3.1.0',
    servers: [{ url: 'https://api.test/v1' }],
    paths: {
      '/things': {
        get: {
          operationId: 'things/list',
          parameters: [...query, limit],
          'x-pagination': pagination,
          responses: { 200: json(body), 400: json({}) },
        },
      },
    },
    'x-resources': { thing: { path: '/things', ...resource } },
  });
  const add = (...ids: number[]) => {
    for (const id of ids) sandbox.resources.thing?.add({ id, name: `n${9 - id}` });
  };
  const get = async (query: string) => {
    const response = await sandbox.fetch(`https://api.test/v1/things${query}`);
    return { status: response.status, body: await response.json(), link: response.headers.get('link') };
  };
  return { add, get, sandbox };
}

describe('a list by cursors', () => {
  const meta = { type: 'object', properties: { next: { type: ['string', 'null'] }, more: { type: 'boolean' } } };
  const body = { type: 'object', properties: { data: list, meta, total: { type: 'integer' } } };
  const pagination = { style: 'cursor', cursor: 'cursor', limit: 'limit', items: 'data' };
  const byNext = { ...pagination, next: '/meta/next', more: '/meta/more', total: 'total' };

  it('a list by cursors has the next cursor where the document says', async () => {
    const { add, get } = start(byNext, body);
    add(1, 2, 3);
    const first = await get('?limit=2');
    expect(first.body).toEqual({
      data: [
        { id: 1, name: 'n8' },
        { id: 2, name: 'n7' },
      ],
      meta: { next: expect.any(String), more: true },
      total: 3,
    });
    const second = await get(`?limit=2&cursor=${first.body.meta.next}`);
    expect(second.body).toEqual({ data: [{ id: 3, name: 'n6' }], meta: { next: null, more: false }, total: 3 });
  });

  it.each([
    ['oldest first', {}, '', [1, 2], [4, 5]],
    ['newest first', { order: 'newest' }, '', [5, 4], [2, 1]],
    ['by a property', { sort: 'sort' }, '&sort=name,ASC', [5, 4], [2, 1]],
    ['by a property, descending', { sort: 'sort' }, '&sort=name,DESC', [1, 2], [4, 5]],
  ])(
    'a list by cursors, %s, goes on after its last item, also if that is deleted',
    async (_, resource, sort, before, after) => {
      const { add, get, sandbox } = start(byNext, body, { parameters: 'cursor sort', resource });
      add(1, 2, 3, 4, 5);
      const idsOf = ({ data }: { data: { id: number }[] }) => data.map(({ id }) => id);
      const first = await get(`?limit=2${sort}`);
      expect(idsOf(first.body)).toEqual(before);
      sandbox.resources.thing?.remove(before[1] ?? 0);
      sandbox.resources.thing?.remove(3);
      const second = await get(`?limit=2&cursor=${first.body.meta.next}${sort}`);
      expect(idsOf(second.body)).toEqual(after);
    },
  );

  it('a list by cursors refuses a cursor that it has not made', async () => {
    const { get } = start(byNext, body);
    for (const cursor of ['x', btoa('5'), '%00']) expect((await get(`?cursor=${cursor}`)).status).toBe(400);
  });

  it.each([
    ['null', { type: ['string', 'null'] }, [], { next: null }],
    ['absent', { type: 'string' }, [], {}],
    ['empty', { type: 'string' }, ['next'], { next: '' }],
  ])('the cursor after the last page is %s where the schema has it so', async (_, next, required, expected) => {
    const { add, get } = start(
      { ...pagination, next: 'next' },
      { type: 'object', required, properties: { data: list, next } },
    );
    add(1);
    expect((await get('')).body).toEqual({ data: [{ id: 1, name: 'n8' }], ...expected });
  });

  it('a list after its last item begins after the item that the request names', async () => {
    const byLast = { ...pagination, last: 'id', more: 'more' };
    const { add, get } = start(byLast, { type: 'object', properties: { data: list, more: { type: 'boolean' } } });
    add(1, 2, 3);
    expect((await get('?limit=2&cursor=1')).body).toMatchObject({ data: [{ id: 2 }, { id: 3 }], more: false });
    expect((await get('?cursor=7')).status).toBe(400);
  });
});

describe('a list by links', () => {
  it('a list by links has the header Link with the URL of the request, without undeclared parameters', async () => {
    const { add, get } = start({ style: 'link', limit: 'limit', items: '' }, list, { parameters: 'name' });
    add(1, 2, 3);
    const { link, body } = await get('?limit=2&key=s3cret');
    expect(body).toHaveLength(2);
    expect(link).toMatch(/^<https:\/\/api\.test\/v1\/things\?limit=2&cursor=[\w%]+>; rel="next"$/);
    const next = await get(/\?[^>]*/.exec(link ?? '')?.[0] ?? '');
    expect(next).toMatchObject({ body: [{ id: 3 }], link: null });
  });

  it('a list by links has the URL in the body where the document says', async () => {
    const body = { type: 'object', properties: { data: list, links: { type: 'object', properties: { next: text } } } };
    const { add, get } = start({ style: 'link', limit: 'limit', items: 'data', next: '/links/next' }, body);
    add(1, 2);
    const { body: page, link } = await get('?limit=1');
    expect(page.links.next).toMatch(/^https:\/\/api\.test\/v1\/things\?limit=1&cursor=/);
    expect(link).toBeNull();
    expect((await get(new URL(page.links.next).search)).body).toMatchObject({ data: [{ id: 2 }] });
  });
});
