import { setTimeout as sleep } from 'node:timers/promises';
import { type Case, check, doesNotApply, observe, tell, times } from './case.ts';
import { refuse, serve, stall } from './scripted-server.ts';

export const stalledBody: Case = {
  title: 'body stalled after the head, timeout 500 ms: ends within 3 s',
  timeout: 500,
  async run(connect) {
    await using server = await serve([stall]);
    const outcome = await observe(() => connect(server.url).list(), 3000);
    return check(outcome.state === 'rejected', `${times(server.received.length)}, ${tell(outcome)}`);
  },
};

export const abortedWait: Case = {
  title: 'aborted while it waits to repeat: settles within 50 ms',
  needs: 'signal',
  async run(connect) {
    await using server = await serve([refuse(503, { 'Retry-After': '2' })]);
    const controller = new AbortController();
    let aborted = 0;
    const call = observe(() => connect(server.url).list(controller.signal), 5000).then((outcome) => {
      return { outcome, settled: performance.now() };
    });
    // By then the 503 has long arrived, and any wait has begun.
    await sleep(300);
    aborted = performance.now();
    controller.abort();
    const { outcome, settled } = await call;
    if (settled < aborted) return doesNotApply('does not wait: it settled before it could be aborted');
    const after = settled - aborted;
    return check(after <= 50, `settled ${Math.round(after)} ms after the abort (${tell(outcome)})`);
  },
};
