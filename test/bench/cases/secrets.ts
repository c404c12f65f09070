import { inspect } from 'node:util';
import { secret } from '../peers/peer.ts';
import { type Case, check, fail, observe, tell } from './case.ts';
import { empty, refuse, reset, serve, success } from './scripted-server.ts';

export const redirect: Case = {
  title: '302 to another host: the secret stays here',
  async run(connect) {
    await using elsewhere = await serve([success], 'localhost');
    await using server = await serve([empty(302, { Location: `${elsewhere.url}/users` })]);
    const outcome = await observe(() => connect(server.url).list());
    const leaked = elsewhere.received.flatMap(({ headers }) =>
      Object.keys(headers).filter((name) => String(headers[name]).includes(secret)),
    );
    if (leaked.length > 0) return fail(`followed with ${leaked.map((name) => `\`${name}\``).join(', ')}`);
    return check(true, `${elsewhere.received.length > 0 ? 'followed without it' : 'not followed'}, ${tell(outcome)}`);
  },
};

export const printedError: Case = {
  title: 'the errors of a 400 and of a reset, printed: no secret in them',
  async run(connect) {
    for (const answer of [refuse(400), reset]) {
      await using server = await serve([answer]);
      const outcome = await observe(() => connect(server.url).list(), 15_000);
      const where = answer === reset ? 'a reset' : 'a 400';
      if (outcome.state !== 'rejected') return fail(`${where}: ${tell(outcome)}`);
      if (inspect(outcome.value).includes(secret)) return fail(`the error of ${where} prints the secret`);
    }
    return check(true, 'not in them');
  },
};
