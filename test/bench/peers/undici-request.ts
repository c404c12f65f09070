import { request } from 'undici';
import { names } from './names.ts';
import { credentials, type MeasuredClient } from './peer.ts';
import { agent } from './undici-agent.ts';

/** The lower bound for clients over undici: no `Response`, no signal, no policies. */
export const undiciRequest: MeasuredClient = {
  name: names.undiciRequest,
  module: import.meta.url,
  package: 'undici',
  connect: ({ baseUrl }) => ({
    list: async () => {
      const { statusCode, body } = await request(`${baseUrl}/users`, { headers: credentials, dispatcher: agent });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`status ${statusCode}`);
      return JSON.parse(text);
    },
  }),
};
