import { inspect } from 'node:util';
import { secret } from '../peers/peer.ts';
import { type Case, check, describeOutcome, fail, settle } from './case.ts';
import { empty, refuse, reset, serve, success } from './scripted-server.ts';

export const redirect: Case = {
  title: 'a 302 to another host sends no secret to that host',
  async run(connect) {
    await using elsewhere = await serve([success], 'localhost');
    await using server = await serve([empty(302, { Location: `${elsewhere.url}/users` })]);
    const outcome = await settle(() => connect(server.url).list());
    const leaked = elsewhere.received.flatMap(({ headers }) =>
      Object.keys(headers).filter((name) => String(headers[name]).includes(secret)),
    );
    if (leaked.length > 0) return fail(`followed with ${leaked.map((name) => `\`${name}\``).join(', ')}`);
    return check(
      true,
      `${elsewhere.received.length > 0 ? 'followed without it' : 'not followed'}, ${describeOutcome(outcome)}`,
    );
  },
};

export const printedError: Case = {
  title: 'the printed errors of a 400 and of a connection reset contain no secret',
  async run(connect) {
    for (const step of [refuse(400), reset]) {
      await using server = await serve([step]);
      const outcome = await settle(() => connect(server.url).list(), 15_000);
      const where = step === reset ? 'a reset' : 'a 400';
      if (outcome.state !== 'rejected') return fail(`${where}: ${describeOutcome(outcome)}`);
      if (inspect(outcome.value).includes(secret)) return fail(`the error of ${where} prints the secret`);
    }
    return check(true, 'no secret');
  },
};
