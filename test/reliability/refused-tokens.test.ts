/** Wrong credentials, and a resource that refuses every token, cost a handful of token requests for any number of calls. */
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { createTestClient, type TestClient } from '../behaviour/test-client.ts';
import { tokenSubjects } from '../behaviour/transports.ts';

const token = (fields: object = {}) => respond(200, { access_token: 't1', expires_in: 3600, ...fields });
const times = async (count: number, call: () => Promise<unknown>) => {
  const results = [];
  for (let i = 0; i < count; i++) results.push(await call());
  return results;
};

describe.each(tokenSubjects)('$name', (subject) => {
  const create = () => createTestClient(subject);
  const failures = (client: TestClient, count: number) => times(count, () => client.failure(client.read()));

  it.each([
    [401, { error: 'invalid_client' }],
    [400, { error: 'invalid_client' }],
    [400, { error: 'unauthorized_client' }],
    [400, { error: 'invalid_scope' }],
    [403, {}],
    [404, 'not found'],
    [200, { error: 'invalid_client' }],
    [200, { error: 'invalid_client', access_token: 't1', expires_in: 3600 }],
  ])('100 calls with credentials that are refused with %d %j make one token request', async (status, body) => {
    const client = await create();
    client.onToken(respond(status, body));
    const errors = await failures(client, 50);
    const more = await Promise.all(Array.from({ length: 50 }, () => client.failure(client.read())));
    for (const error of [...errors, ...more]) expect(error).toMatchObject({ name: 'TokenError', status });
    expect(client.tokens).toBe(1);
    expect(client.reads).toBe(0);
  });

  it('refused credentials are sent again after 10 seconds', async () => {
    const client = await create();
    client.onToken(respond(401, { error: 'invalid_client' }), token());
    await failures(client, 3);
    await client.clock.advance(9999);
    await failures(client, 3);
    expect(client.tokens).toBe(1);
    await client.clock.advance(1);
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.tokens).toBe(2);
  });

  it.each([408, 429, 500, 503])(
    'a token endpoint that responds with %d is asked again by the next call',
    async (status) => {
      const client = await createTestClient(subject, { retry: false });
      client.onToken(respond(status, { error: 'invalid_client' }), token());
      await failures(client, 1);
      expect(await client.clock.run(client.read())).toEqual({ id: '1' });
      expect(client.tokens).toBe(2);
    },
  );

  it('a resource that refuses every token costs two token requests in 10 seconds', async () => {
    const client = await create();
    client.onRead(respond(401, {}));
    const errors = [
      ...(await failures(client, 50)),
      ...(await Promise.all(Array.from({ length: 50 }, () => client.failure(client.read())))),
    ];
    for (const error of errors) expect(error).toMatchObject({ name: 'ApiError', status: 401 });
    expect(client.tokens).toBe(2);
    await client.clock.advance(10_000);
    await failures(client, 50);
    expect(client.tokens).toBe(3);
  });

  it('a resource that refuses every token does not affect the calls of others', async () => {
    const client = await create();
    const { readPath } = subject.vendor;
    client.onRead(respond(401, {}));
    await failures(client, 5);
    client.onRead(respond(200, { id: '1' }));
    await times(20, async () => client.clock.run(client.read()));
    expect(client.tokens).toBe(2);
    expect(client.server.at(readPath).length).toBe(5 + 1 + 20);
  });

  it('a token that is revoked late is replaced, although it was new once', async () => {
    const client = await create();
    await client.clock.run(client.read());
    client.onRead(respond(401, {}), respond(200, { id: '1' }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    await client.clock.advance(60_000);
    client.onRead(respond(401, {}), respond(200, { id: '1' }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.tokens).toBe(3);
  });

  it.each([
    ['a code in a 200', 200, { error: 'invalid_grant' }, 'invalid_grant'],
    ['a code in a 401', 401, { error: 'invalid_client' }, 'invalid_client'],
    ['unknown text', 401, { error: 'the secret is the-client-secret' }, undefined],
    ['a list', 401, [1], undefined],
  ])('a TokenError has the code of the response: %s', async (_, status, body, code) => {
    const client = await create();
    client.onToken(respond(status, body));
    const error = await client.failure(client.read());
    expect(error).toMatchObject({ name: 'TokenError', status, code });
    expect(JSON.stringify(error) + error.message).not.toContain('secret');
  });

  it.each([
    ['a number', 600, 600],
    ['a numeric string', '600', 600],
    ['a decimal', '600.5', 600.5],
  ])('a lifetime is %s', async (_, expiresIn, seconds) => {
    const client = await create();
    client.onToken(token({ expires_in: expiresIn }));
    await client.clock.run(client.read());
    await client.clock.advance(seconds * 1000 - 31_000);
    await client.clock.run(client.read());
    // It was renewed in the background: the one token request of the first call, and one more.
    await client.clock.idle();
    await client.clock.advance(1000);
    await client.clock.run(client.read());
    expect(client.tokens).toBe(2);
  });

  it.each([[true], [[1]], ['0x10'], [{}], [null], [''], ['1e1'], ['-5'], [0], [-1], [' ']])(
    'a lifetime of %j is ignored, and the documented lifetime counts',
    async (expiresIn) => {
      const client = await create();
      client.onToken(token({ expires_in: expiresIn }));
      await client.clock.run(client.read());
      await client.clock.advance(60_000);
      await client.clock.run(client.read());
      expect(client.tokens).toBe(1);
    },
  );
});
