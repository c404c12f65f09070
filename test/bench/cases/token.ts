import { noToken } from '../peers/peer.ts';
import { type Case, check, doesNotApply, settle } from './case.ts';
import type { Step } from './scripted-server.ts';
import { json, refuse, serve, success } from './scripted-server.ts';

const count = 100;

export const deadToken: Case = {
  title: `${count} concurrent calls with a refused token share one renewal, and all succeed`,
  needs: 'token',
  async run(_, peer) {
    if (!peer.connectWithToken) return doesNotApply(noToken);
    let issued = 0;
    const valid = new Set<string>();
    const step: Step = (response, request) => {
      if (request.method !== 'POST') {
        const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
        return (valid.has(token) ? success : refuse(401))(response, request);
      }
      const token = `token-${++issued}`;
      valid.add(token);
      json(200, { access_token: token, token_type: 'Bearer', expires_in: 86_400 })(response, request);
    };
    await using server = await serve([step]);
    const call = peer.connectWithToken({ baseUrl: server.url });
    await call();
    valid.clear();
    const outcomes = await Promise.all(Array.from({ length: count }, () => settle(call)));
    const succeeded = outcomes.filter(({ state }) => state === 'resolved').length;
    return check(issued === 2 && succeeded === count, `renewals: ${issued - 1}, succeeded: ${succeeded}`);
  },
};
