import { createUndiciFetch } from '@plumbline/runtime/undici';
import { names } from './names.ts';
import type { Peer } from './peer.ts';
import { everyPolicy, plumblineWith } from './plumbline-clients.ts';
import { agent } from './undici-agent.ts';

const undici = () => ({ fetch: createUndiciFetch({ dispatcher: agent }) });

export const plumblineUndici: Peer = plumblineWith(names.plumblineUndici, import.meta.url, undici, {
  note: 'The same clients over `createUndiciFetch()` of `@plumbline/runtime/undici`.',
});

export const plumblineUndiciEveryPolicy: Peer = plumblineWith(
  names.plumblineUndiciEveryPolicy,
  import.meta.url,
  () => ({
    ...everyPolicy(),
    ...undici(),
  }),
);
