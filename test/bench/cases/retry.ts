import { type Case, check, observe, tell, times } from './case.ts';
import { type Answer, type Received, refuse, reset, serve, success } from './scripted-server.ts';

const gap = ([first, second]: readonly Received[]) => (first && second ? second.at - first.at : 0);

export const retryAfter: Case = {
  title: '503 with `Retry-After: 1`: waits that long, then succeeds',
  async run(connect) {
    await using server = await serve([refuse(503, { 'Retry-After': '1' }), success]);
    const outcome = await observe(() => connect(server.url).list());
    const waited = gap(server.received);
    const seen = `${times(server.received.length)}, ${waited ? `${Math.round(waited)} ms apart, ` : ''}${tell(outcome)}`;
    // Timers may be early by a millisecond.
    return check(outcome.state === 'resolved' && waited >= 995 && waited < 3000, seen);
  },
};

export const absurdRetryAfter: Case = {
  title: '503 with `Retry-After: 277403` (three days): settles within 3 s',
  async run(connect) {
    await using server = await serve([refuse(503, { 'Retry-After': '277403' })]);
    const outcome = await observe(() => connect(server.url).list(), 3000);
    return check(outcome.state === 'rejected', `${times(server.received.length)}, ${tell(outcome)}`);
  },
};

const getIsRepeated = (title: string, first: Answer): Case => ({
  title,
  async run(connect) {
    await using server = await serve([first, success]);
    const outcome = await observe(() => connect(server.url).list());
    const repeated = server.received.length === 2 && outcome.state === 'resolved';
    return check(repeated, `${times(server.received.length)}, ${tell(outcome)}`);
  },
});

export const tooManyRequests = getIsRepeated('429 to a GET: repeated, succeeds', refuse(429));
export const resetGet = getIsRepeated('connection reset before the head of a GET: repeated, succeeds', reset);

const postIsNotRepeated = (title: string, answer: Answer): Case => ({
  title,
  needs: 'create',
  async run(connect) {
    await using server = await serve([answer]);
    const outcome = await observe(() => connect(server.url).create());
    const once = server.received.length === 1 && outcome.state === 'rejected';
    return check(once, `${times(server.received.length)}, ${tell(outcome)}`);
  },
});

export const unkeyedServerError = postIsNotRepeated('500 to a POST without a key: not repeated', refuse(500));
export const unkeyedReset = postIsNotRepeated('connection reset after a POST without a key: not repeated', reset);

const postIsRepeated = (title: string, first: Answer): Case => ({
  title,
  needs: 'createKeyed',
  async run(connect) {
    await using server = await serve([first, success]);
    const outcome = await observe(() => connect(server.url).createKeyed());
    const keys = new Set(server.received.map(({ headers }) => headers['idempotency-key']));
    const same = server.received.length > 1 && keys.size === 1 && !keys.has(undefined);
    const told = `${times(server.received.length)} under ${keys.has(undefined) ? 'no key' : `${keys.size} key`}`;
    return check(same && outcome.state === 'resolved', `${told}, ${tell(outcome)}`);
  },
});

export const keyedUnavailable = postIsRepeated('503 to a POST with a key: repeated under it', refuse(503));
export const keyedReset = postIsRepeated('connection reset after a POST with a key: repeated under it', reset);
