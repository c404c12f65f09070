import { createUndiciFetch } from '@plumbline/runtime/undici';
import type { Peer } from './peer.ts';
import { everyPolicy, plumblineWith } from './plumbline-clients.ts';

const undici = () => ({ fetch: createUndiciFetch() });

export const plumblineUndici: Peer = plumblineWith('Plumbline, undici', import.meta.url, undici, {
  note: 'The same over `createUndiciFetch()` of `@plumbline/runtime/undici`.',
});

export const plumblineUndiciEveryPolicy: Peer = plumblineWith(
  'Plumbline, undici, every policy',
  import.meta.url,
  () => ({
    ...everyPolicy(),
    ...undici(),
  }),
);
