/** What may happen to an access token, for each client that asks for one. */
import { describe, expect, it } from 'vitest';
import { tokenSubjects } from './clients.ts';
import { type Scene, stage } from './scene.ts';
import type { Step } from './scripted-server.ts';
import { answer, later, reset, stall } from './steps.ts';

const hour = 3_600_000;

/** Gives `t1`, `t2`, …, each good for an hour, or for the seconds that are said. */
function numbered(seconds = 3600): Step {
  let count = 0;
  return (exchange) => answer(200, { access_token: `t${++count}`, expires_in: seconds })(exchange);
}

describe.each(tokenSubjects)('$name', (subject) => {
  const { readPath, tokenPath = '' } = subject.client;
  /** The tokens that the reads came with. */
  const used = ({ server }: Scene) => server.at(readPath).map(({ headers }) => headers.authorization?.slice(7));
  /** Lets reads in by this token alone. */
  const only =
    (token: () => string): Step =>
    (exchange) =>
      answer(exchange.request.headers.authorization === `Bearer ${token()}` ? 200 : 401, { id: '1' })(exchange);

  it('asks for one token, however many calls begin at once', async () => {
    const scene = await stage(subject);
    scene.onToken(numbered());
    await scene.clock.run(Promise.all(Array.from({ length: 100 }, () => scene.read())));
    expect(scene.tokens).toBe(1);
    expect(used(scene)).toEqual(Array(100).fill('t1'));
  });

  it('renews a token near its end in the background, while it still serves', async () => {
    const scene = await stage(subject);
    scene.onToken(numbered());
    await scene.clock.run(scene.read());
    await scene.clock.advance(hour - 121_000);
    await scene.clock.run(scene.read());
    expect(scene.tokens).toBe(1);
    await scene.clock.advance(2000);
    await scene.clock.run(Promise.all([scene.read(), scene.read()]));
    await scene.clock.quiet();
    expect(scene.tokens).toBe(2);
    await scene.clock.run(scene.read());
    expect(used(scene)).toEqual(['t1', 't1', 't1', 't1', 't2']);
    expect(scene.tokens).toBe(2);
  });

  it('never sends a token that has expired', async () => {
    const scene = await stage(subject);
    scene.onToken(numbered());
    await scene.clock.run(scene.read());
    await scene.clock.advance(hour);
    await scene.clock.run(scene.read());
    expect(used(scene)).toEqual(['t1', 't2']);
  });

  it('lets calls go on while renewals fail in the background, and asks less and less often', async () => {
    const scene = await stage(subject);
    scene.onToken(answer(200, { access_token: 't1', expires_in: 3600 }), answer(500, {}));
    await scene.clock.run(scene.read());
    await scene.clock.advance(hour - 120_000);
    for (let second = 0; second < 60; second++) {
      await scene.clock.run(scene.read());
      await scene.clock.advance(1000);
    }
    expect(new Set(used(scene))).toEqual(new Set(['t1']));
    // At 0, 5, 15 and 35 seconds.
    expect(scene.tokens - 1).toBe(4);
  });

  it('replaces a revoked token once, and sends the call once more', async () => {
    const scene = await stage(subject);
    scene.onToken(numbered());
    await scene.clock.run(scene.read());
    scene.onRead(only(() => 't2'));
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
    expect(used(scene)).toEqual(['t1', 't1', 't2']);
    expect(scene.tokens).toBe(2);
  });

  it('makes one renewal for 100 calls that find their token dead', async () => {
    const scene = await stage(subject);
    scene.onToken(numbered());
    await scene.clock.run(scene.read());
    scene.onRead(only(() => 't2'));
    const bodies = await scene.clock.run(Promise.all(Array.from({ length: 100 }, () => scene.read())));
    expect(bodies).toEqual(Array(100).fill({ id: '1' }));
    expect(scene.tokens).toBe(2);
    expect(used(scene).filter((token) => token === 't2')).toHaveLength(100);
    expect(scene.clock.pending).toBe(0);
  });

  it('takes the token that another call has renewed while its own refusal was on the way', async () => {
    const scene = await stage(subject);
    scene.onToken(numbered());
    await scene.clock.run(scene.read());
    const check = only(() => 't2');
    // Every other refusal comes late.
    scene.onRead(check, later(5000, check), check, later(5000, check), check);
    await scene.clock.run(Promise.all(Array.from({ length: 4 }, () => scene.read())));
    expect(scene.tokens).toBe(2);
    expect(used(scene)).toEqual(['t1', 't1', 't1', 't1', 't1', 't2', 't2', 't2', 't2']);
  });

  it('does not loop where every token is refused', async () => {
    const scene = await stage(subject);
    scene.onToken(numbered());
    scene.onRead(answer(401, {}));
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'ApiError', status: 401 });
    expect(used(scene)).toEqual(['t1', 't2']);
    expect(scene.tokens).toBe(2);
  });

  it.each([
    ['refuses the credentials', 401, { error: 'invalid_client' }],
    ['refuses the request', 400, { error: 'invalid_scope' }],
    ['forbids it', 403, {}],
  ])('asks once where the token endpoint %s, and sends nothing else', async (_, status, body) => {
    const scene = await stage(subject);
    scene.onToken(answer(status, body));
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'TokenError', status });
    expect(scene.tokens).toBe(1);
    expect(scene.reads).toBe(0);
    expect(scene.clock.pending).toBe(0);
  });

  it.each([
    ['a page', '<html>Sign in</html>', { 'Content-Type': 'text/html' }],
    ['malformed JSON', '{"access_token":"t', {}],
    ['an empty body', '', {}],
    ['an empty object', {}, {}],
    ['a list', ['t1'], {}],
    ['a number for a token', { access_token: 1 }, {}],
    ['an empty token', { access_token: '' }, {}],
    ['a token that would end the header', { access_token: 't1\r\nX-Admin: yes' }, {}],
    ['a token outside ASCII', { access_token: 'tökén' }, {}],
  ])('takes %s in place of a token for an error, and sends nothing else', async (_, body, headers) => {
    const scene = await stage(subject);
    scene.onToken(answer(200, body, headers));
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'TokenError', status: 200 });
    expect(scene.reads).toBe(0);
  });

  it('uses a token whose lifetime is garbled, and outlives its end', async () => {
    for (const expires_in of ['soon', -1, null, 1e300, {}]) {
      const scene = await stage(subject);
      scene.onToken(answer(200, { access_token: 't1', expires_in }));
      await scene.clock.run(scene.read());
      await scene.clock.run(scene.read());
      expect(used(scene)).toEqual(['t1', 't1']);
    }
  });

  it.each([
    ['resets', reset('before the head')],
    ['resets in the head', reset('in the head')],
    ['resets in the body', reset('in the body')],
    ['answers 429', answer(429, {})],
    ['answers 500', answer(500, {})],
    ['answers 503', answer(503, {})],
    ['never answers', stall],
  ])('asks again where the token endpoint %s, since the call itself was never sent', async (_, step) => {
    const scene = await stage(subject);
    scene.onToken(step, numbered());
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
    expect(scene.tokens).toBe(2);
    expect(scene.reads).toBe(1);
    expect(scene.clock.pending).toBe(0);
  });

  it('raises a token endpoint that stays down as a token error that says why', async () => {
    const scene = await stage(subject);
    scene.onToken(reset('before the head'));
    const error = await scene.failure(scene.read());
    expect(error).toMatchObject({ name: 'TokenError', status: undefined, cause: { name: 'ConnectionError' } });
    expect(scene.tokens).toBe(3);
    expect(scene.reads).toBe(0);
  });

  it('asks three times, not 60, for 20 calls where the token endpoint stays down', async () => {
    const scene = await stage(subject);
    scene.onToken(answer(503, {}));
    const errors = await scene.clock.run(
      Promise.all(Array.from({ length: 20 }, () => scene.read().then(null, (error: Error) => error.name))),
    );
    expect(errors).toEqual(Array(20).fill('TokenError'));
    expect(scene.tokens).toBe(3);
    expect(scene.reads).toBe(0);
  });

  it('waits for a slow token, but not past the deadline', async () => {
    const scene = await stage(subject);
    scene.onToken(later(20_000, numbered()));
    const hurried = scene.read({ deadline: 5000 }).then(null, (error: Error) => [error.name, scene.clock.now()]);
    const patient = scene.read();
    expect(await scene.clock.run(hurried)).toEqual(['TimeoutError', 5000]);
    expect(await scene.clock.run(patient)).toEqual({ id: '1' });
    expect(scene.clock.now()).toBe(20_000);
    expect(scene.tokens).toBe(1);
    expect(scene.reads).toBe(1);
  });

  it('ends a request for a token that takes longer than the timeout', async () => {
    const scene = await stage(subject, { timeout: 10_000, retry: false });
    scene.onToken(stall);
    const error = await scene.failure(scene.read());
    expect(error).toMatchObject({ name: 'TokenError', cause: { name: 'TimeoutError' } });
    expect(scene.clock.now()).toBe(10_000);
    expect(scene.clock.pending).toBe(0);
  });

  it('recovers: a call after a failed token asks anew', async () => {
    const scene = await stage(subject, { retry: false });
    scene.onToken(answer(500, {}), numbered());
    await scene.failure(scene.read());
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
    expect(scene.server.at(tokenPath)).toHaveLength(2);
  });
});
