import { type Case, check, describeCount, describeOutcome, fail, settle } from './case.ts';
import { empty, json, page, type Step, serve } from './scripted-server.ts';

const isAnError = (title: string, step: Step): Case => ({
  title,
  async run(connect) {
    await using server = await serve([step]);
    const outcome = await settle(() => connect(server.url).list(), 15_000);
    return check(outcome.state === 'rejected', `${describeCount(server.received.length)}, ${describeOutcome(outcome)}`);
  },
});

export const emptyObject = isAnError('a 503 with the body `{}` is an error', json(503, {}));
export const emptyServerError = isAnError('a 500 with an empty body is an error', empty(500));

export const html: Case = {
  title: 'a 200 with HTML is an error, and not a bare `SyntaxError`',
  async run(connect) {
    await using server = await serve([page]);
    const outcome = await settle(() => connect(server.url).list());
    if (outcome.state === 'resolved') return fail(`resolved with ${describe(outcome.value)}`);
    return check(outcome.state === 'rejected' && !(outcome.value instanceof SyntaxError), describeOutcome(outcome));
  },
};

function describe(value: unknown): string {
  if (typeof value === 'string') return 'the page as its data';
  return value && typeof value === 'object' ? 'an object that is not the list' : String(value);
}
