import { type Case, check, describeCount, describeOutcome, settle } from './case.ts';
import { cut, type Received, refuse, reset, type Step, serve, stall, success } from './scripted-server.ts';

const gap = ([first, second]: readonly Received[]) => (first && second ? second.at - first.at : 0);

export const retryAfter: Case = {
  title: 'a GET waits 1 s after a 503 with `Retry-After: 1`, then succeeds',
  async run(connect) {
    await using server = await serve([refuse(503, { 'Retry-After': '1' }), success]);
    const outcome = await settle(() => connect(server.url).list());
    const waited = gap(server.received);
    const seen = `${describeCount(server.received.length)}, ${waited ? `${Math.round(waited)} ms apart, ` : ''}${describeOutcome(outcome)}`;
    // Timers may fire a millisecond early.
    return check(outcome.state === 'resolved' && waited >= 995 && waited < 3000, seen);
  },
};

export const absurdRetryAfter: Case = {
  title: 'a GET settles within 3 s of a 503 with `Retry-After: 277403` (three days)',
  async run(connect) {
    await using server = await serve([refuse(503, { 'Retry-After': '277403' })]);
    const outcome = await settle(() => connect(server.url).list(), 3000);
    return check(outcome.state === 'rejected', `${describeCount(server.received.length)}, ${describeOutcome(outcome)}`);
  },
};

const getIsRetried = (title: string, first: Step): Case => ({
  title,
  async run(connect) {
    await using server = await serve([first, success]);
    const outcome = await settle(() => connect(server.url).list());
    const retried = server.received.length === 2 && outcome.state === 'resolved';
    return check(retried, `${describeCount(server.received.length)}, ${describeOutcome(outcome)}`);
  },
});

export const tooManyRequests = getIsRetried('a GET is retried after a 429', refuse(429));
export const resetGet = getIsRetried('a GET is retried after a connection reset', reset);
export const cutGet = getIsRetried('a GET is retried after a response whose body is cut', cut);
export const stalledGet: Case = {
  ...getIsRetried('a GET with a timeout of 500 ms is retried after a response whose body stalls', stall),
  timeout: 500,
};

const postIsNotRetried = (title: string, step: Step): Case => ({
  title,
  needs: 'create',
  async run(connect) {
    await using server = await serve([step]);
    const outcome = await settle(() => connect(server.url).create());
    const once = server.received.length === 1 && outcome.state === 'rejected';
    return check(once, `${describeCount(server.received.length)}, ${describeOutcome(outcome)}`);
  },
});

export const unkeyedServerError = postIsNotRetried('a POST without a key is not retried after a 500', refuse(500));
export const unkeyedReset = postIsNotRetried('a POST without a key is not retried after a connection reset', reset);

const postIsRetried = (title: string, first: Step): Case => ({
  title,
  needs: 'createKeyed',
  async run(connect) {
    await using server = await serve([first, success]);
    const outcome = await settle(() => connect(server.url).createKeyed());
    const keys = new Set(server.received.map(({ headers }) => headers['idempotency-key']));
    const same = server.received.length > 1 && keys.size === 1 && !keys.has(undefined);
    const count = `${describeCount(server.received.length)} with ${keys.has(undefined) ? 'no key' : `${keys.size} key`}`;
    return check(same && outcome.state === 'resolved', `${count}, ${describeOutcome(outcome)}`);
  },
});

export const keyedUnavailable = postIsRetried(
  'a POST with a key is retried with the same key after a 503',
  refuse(503),
);
export const keyedReset = postIsRetried(
  'a POST with a key is retried with the same key after a connection reset',
  reset,
);
