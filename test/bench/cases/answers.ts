import { type Case, check, fail, observe, tell, times } from './case.ts';
import { type Answer, empty, json, page, serve } from './scripted-server.ts';

const isAnError = (title: string, answer: Answer): Case => ({
  title,
  async run(connect) {
    await using server = await serve([answer]);
    const outcome = await observe(() => connect(server.url).list(), 15_000);
    return check(outcome.state === 'rejected', `${times(server.received.length)}, ${tell(outcome)}`);
  },
});

export const emptyObject = isAnError('503 with the body `{}`: an error', json(503, {}));
export const emptyServerError = isAnError('500 with an empty body: an error', empty(500));

export const html: Case = {
  title: '200 with a page of HTML: an error of its own, and no bare `SyntaxError`',
  async run(connect) {
    await using server = await serve([page]);
    const outcome = await observe(() => connect(server.url).list());
    if (outcome.state === 'resolved') return fail(`resolved with ${describe(outcome.value)}`);
    return check(outcome.state === 'rejected' && !(outcome.value instanceof SyntaxError), tell(outcome));
  },
};

function describe(value: unknown): string {
  if (typeof value === 'string') return 'the page as its data';
  return value && typeof value === 'object' ? 'an object that is not the list' : String(value);
}
