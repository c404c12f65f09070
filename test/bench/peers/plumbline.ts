import type { Peer } from './peer.ts';
import { everyPolicy, plumblineWith } from './plumbline-clients.ts';

export const plumbline: Peer = plumblineWith('Plumbline', import.meta.url, () => ({}), {
  note: 'The MagicBell client; for the token, which MagicBell has none of, the MAGNETIQ client.',
});

export const plumblineEveryPolicy: Peer = plumblineWith('Plumbline, every policy', import.meta.url, everyPolicy);
