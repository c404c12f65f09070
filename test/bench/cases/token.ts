import { type Case, check, doesNotApply, observe } from './case.ts';
import type { Answer } from './scripted-server.ts';
import { json, refuse, serve, success } from './scripted-server.ts';

const count = 100;

export const deadToken: Case = {
  title: `${count} calls at once with a dead token: one renewal, all succeed`,
  needs: 'token',
  async run(_, peer) {
    if (!peer.connectWithToken) return doesNotApply('gets no tokens by itself');
    let minted = 0;
    const valid = new Set<string>();
    const answer: Answer = (response, request) => {
      if (request.method !== 'POST') {
        const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
        return (valid.has(token) ? success : refuse(401))(response, request);
      }
      const token = `token-${++minted}`;
      valid.add(token);
      json(200, { access_token: token, token_type: 'Bearer', expires_in: 86_400 })(response, request);
    };
    await using server = await serve([answer]);
    const call = peer.connectWithToken({ baseUrl: server.url });
    await call();
    valid.clear();
    const outcomes = await Promise.all(Array.from({ length: count }, () => observe(call)));
    const succeeded = outcomes.filter(({ state }) => state === 'resolved').length;
    return check(minted === 2 && succeeded === count, `renewals: ${minted - 1}, succeeded: ${succeeded}`);
  },
};
