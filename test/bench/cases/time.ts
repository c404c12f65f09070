import { setTimeout as sleep } from 'node:timers/promises';
import { type Case, check, describeCount, describeOutcome, doesNotApply, settle } from './case.ts';
import { refuse, serve, stall } from './scripted-server.ts';

export const stalledBody: Case = {
  title: 'a call with a timeout of 500 ms ends within 3 s when the body stalls',
  timeout: 500,
  async run(connect) {
    await using server = await serve([stall]);
    const outcome = await settle(() => connect(server.url).list(), 3000);
    return check(outcome.state === 'rejected', `${describeCount(server.received.length)}, ${describeOutcome(outcome)}`);
  },
};

export const abortedWait: Case = {
  title: 'an abort ends the delay before a retry within 50 ms',
  needs: 'signal',
  async run(connect) {
    await using server = await serve([refuse(503, { 'Retry-After': '2' })]);
    const controller = new AbortController();
    let aborted = 0;
    const call = settle(() => connect(server.url).list(controller.signal), 5000).then((outcome) => {
      return { outcome, settled: performance.now() };
    });
    // After this time the 503 has arrived, and the delay has begun.
    await sleep(300);
    aborted = performance.now();
    controller.abort();
    const { outcome, settled } = await call;
    if (settled < aborted) return doesNotApply('does not wait: it settled before the abort');
    const after = settled - aborted;
    return check(after <= 50, `settled ${Math.round(after)} ms after the abort (${describeOutcome(outcome)})`);
  },
};
