/** How clients request, share, renew and replace access tokens. */
import { describe, expect, it } from 'vitest';
import { later, reset, respond, stall, stallInBody, truncate } from './steps.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import type { Step } from './test-server.ts';
import { tokenSubjects } from './transports.ts';

const hour = 3_600_000;

/** Issues the tokens `t1`, `t2`, …, each with a lifetime in seconds. */
function numbered(seconds = 3600): Step {
  let count = 0;
  return (incoming) => respond(200, { access_token: `t${++count}`, expires_in: seconds })(incoming);
}

describe.each(tokenSubjects)('$name', (subject) => {
  const { readPath, tokenPath = '' } = subject.vendor;
  /** The tokens that reads were sent with. */
  const used = ({ server }: TestClient) => server.at(readPath).map(({ headers }) => headers.authorization?.slice(7));
  /** Responds with 401 to reads with any other token. */
  const only =
    (token: () => string): Step =>
    (incoming) =>
      respond(incoming.request.headers.authorization === `Bearer ${token()}` ? 200 : 401, { id: '1' })(incoming);

  it('100 concurrent calls share one token request', async () => {
    const client = await createTestClient(subject);
    client.onToken(numbered());
    await client.clock.run(Promise.all(Array.from({ length: 100 }, () => client.read())));
    expect(client.tokens).toBe(1);
    expect(used(client)).toEqual(Array(100).fill('t1'));
  });

  it('a token that is about to expire is renewed in the background', async () => {
    const client = await createTestClient(subject);
    client.onToken(numbered());
    await client.clock.run(client.read());
    await client.clock.advance(hour - 121_000);
    await client.clock.run(client.read());
    expect(client.tokens).toBe(1);
    await client.clock.advance(2000);
    await client.clock.run(Promise.all([client.read(), client.read()]));
    await client.clock.idle();
    expect(client.tokens).toBe(2);
    await client.clock.run(client.read());
    expect(used(client)).toEqual(['t1', 't1', 't1', 't1', 't2']);
    expect(client.tokens).toBe(2);
  });

  it('an expired token is not sent', async () => {
    const client = await createTestClient(subject);
    client.onToken(numbered());
    await client.clock.run(client.read());
    await client.clock.advance(hour);
    await client.clock.run(client.read());
    expect(used(client)).toEqual(['t1', 't2']);
  });

  it('calls succeed while renewals fail in the background, with growing delays between them', async () => {
    const client = await createTestClient(subject);
    client.onToken(respond(200, { access_token: 't1', expires_in: 3600 }), respond(500, {}));
    await client.clock.run(client.read());
    await client.clock.advance(hour - 120_000);
    for (let second = 0; second < 60; second++) {
      await client.clock.run(client.read());
      await client.clock.advance(1000);
    }
    expect(new Set(used(client))).toEqual(new Set(['t1']));
    // At 0, 5, 15 and 35 seconds.
    expect(client.tokens - 1).toBe(4);
  });

  it('a revoked token is replaced, and the call is sent a second time', async () => {
    const client = await createTestClient(subject);
    client.onToken(numbered());
    await client.clock.run(client.read());
    client.onRead(only(() => 't2'));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(used(client)).toEqual(['t1', 't1', 't2']);
    expect(client.tokens).toBe(2);
  });

  it('100 calls whose token is refused share one renewal', async () => {
    const client = await createTestClient(subject);
    client.onToken(numbered());
    await client.clock.run(client.read());
    client.onRead(only(() => 't2'));
    const bodies = await client.clock.run(Promise.all(Array.from({ length: 100 }, () => client.read())));
    expect(bodies).toEqual(Array(100).fill({ id: '1' }));
    expect(client.tokens).toBe(2);
    expect(used(client).filter((token) => token === 't2')).toHaveLength(100);
    expect(client.clock.pending).toBe(0);
  });

  it('a call uses the token that another call has renewed', async () => {
    const client = await createTestClient(subject);
    client.onToken(numbered());
    await client.clock.run(client.read());
    const check = only(() => 't2');
    // The 401 of every second read is late.
    client.onRead(check, later(5000, check), check, later(5000, check), check);
    await client.clock.run(Promise.all(Array.from({ length: 4 }, () => client.read())));
    expect(client.tokens).toBe(2);
    expect(used(client)).toEqual(['t1', 't1', 't1', 't1', 't1', 't2', 't2', 't2', 't2']);
  });

  it('a call whose tokens are all refused ends after the second token', async () => {
    const client = await createTestClient(subject);
    client.onToken(numbered());
    client.onRead(respond(401, {}));
    expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status: 401 });
    expect(used(client)).toEqual(['t1', 't2']);
    expect(client.tokens).toBe(2);
  });

  it.each([
    ['401', 401, { error: 'invalid_client' }],
    ['400', 400, { error: 'invalid_scope' }],
    ['403', 403, {}],
  ])('a token request is not retried after a %s', async (_, status, body) => {
    const client = await createTestClient(subject);
    client.onToken(respond(status, body));
    expect(await client.failure(client.read())).toMatchObject({ name: 'TokenError', status });
    expect(client.tokens).toBe(1);
    expect(client.reads).toBe(0);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['HTML', '<html>Sign in</html>', { 'Content-Type': 'text/html' }],
    ['malformed JSON', '{"access_token":"t', {}],
    ['an empty body', '', {}],
    ['an empty object', {}, {}],
    ['a list', ['t1'], {}],
    ['a number as token', { access_token: 1 }, {}],
    ['an empty token', { access_token: '' }, {}],
    ['a token that would end the header', { access_token: 't1\r\nX-Admin: yes' }, {}],
    ['a token outside ASCII', { access_token: 'tökén' }, {}],
  ])('a token response with %s throws a TokenError, and the call is not sent', async (_, body, headers) => {
    const client = await createTestClient(subject);
    client.onToken(respond(200, body, headers));
    expect(await client.failure(client.read())).toMatchObject({ name: 'TokenError', status: 200 });
    expect(client.reads).toBe(0);
  });

  it('a token whose lifetime is malformed is used until it is refused', async () => {
    for (const expires_in of ['soon', -1, null, 1e300, {}]) {
      const client = await createTestClient(subject);
      client.onToken(respond(200, { access_token: 't1', expires_in }));
      await client.clock.run(client.read());
      await client.clock.run(client.read());
      expect(used(client)).toEqual(['t1', 't1']);
    }
  });

  it.each([
    ['a reset before the head', reset('before the head')],
    ['a reset in the head', reset('in the head')],
    ['a reset in the body', reset('in the body')],
    ['a truncated body', truncate],
    ['a 429', respond(429, {})],
    ['a 500', respond(500, {})],
    ['a 503', respond(503, {})],
    ['no response', stall],
    ['a stalled body', stallInBody],
  ])('a token request is retried after %s, before the call is sent', async (_, step) => {
    const client = await createTestClient(subject);
    client.onToken(step, numbered());
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.tokens).toBe(2);
    expect(client.reads).toBe(1);
    expect(client.clock.pending).toBe(0);
  });

  it('a token endpoint that stays down throws a TokenError with the cause', async () => {
    const client = await createTestClient(subject);
    client.onToken(reset('before the head'));
    const error = await client.failure(client.read());
    expect(error).toMatchObject({ name: 'TokenError', status: undefined, cause: { name: 'ConnectionError' } });
    expect(client.tokens).toBe(3);
    expect(client.reads).toBe(0);
  });

  it('20 calls share the three attempts at a token endpoint that stays down', async () => {
    const client = await createTestClient(subject);
    client.onToken(respond(503, {}));
    const errors = await client.clock.run(
      Promise.all(Array.from({ length: 20 }, () => client.read().then(null, (error: Error) => error.name))),
    );
    expect(errors).toEqual(Array(20).fill('TokenError'));
    expect(client.tokens).toBe(3);
    expect(client.reads).toBe(0);
  });

  it('a call waits for a slow token until its deadline', async () => {
    const client = await createTestClient(subject);
    client.onToken(later(20_000, numbered()));
    const hurried = client.read({ deadline: 5000 }).then(null, (error: Error) => [error.name, client.clock.now()]);
    const patient = client.read();
    expect(await client.clock.run(hurried)).toEqual(['TimeoutError', 5000]);
    expect(await client.clock.run(patient)).toEqual({ id: '1' });
    expect(client.clock.now()).toBe(20_000);
    expect(client.tokens).toBe(1);
    expect(client.reads).toBe(1);
  });

  it('a token request ends at its timeout', async () => {
    const client = await createTestClient(subject, { timeout: 10_000, retry: false });
    client.onToken(stall);
    const error = await client.failure(client.read());
    expect(error).toMatchObject({ name: 'TokenError', cause: { name: 'TimeoutError' } });
    expect(client.clock.now()).toBe(10_000);
    expect(client.clock.pending).toBe(0);
  });

  it('a call after a failed token request requests a token again', async () => {
    const client = await createTestClient(subject, { retry: false });
    client.onToken(respond(500, {}), numbered());
    await client.failure(client.read());
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.server.at(tokenPath)).toHaveLength(2);
  });
});
