import { names } from './names.ts';
import type { Peer } from './peer.ts';
import { everyPolicy, plumblineWith } from './plumbline-clients.ts';

export const plumbline: Peer = plumblineWith(names.plumbline, import.meta.url, () => ({}), {
  note: 'The MagicBell client; for the token, which MagicBell has none of, the MAGNETIQ client.',
});

export const plumblineEveryPolicy: Peer = plumblineWith(names.plumblineEveryPolicy, import.meta.url, everyPolicy);
