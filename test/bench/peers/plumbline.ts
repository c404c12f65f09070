import { names } from './names.ts';
import type { Peer } from './peer.ts';
import { everyPolicy, plumblineWith } from './plumbline-clients.ts';

export const plumbline: Peer = plumblineWith(names.plumbline, import.meta.url, () => ({}), {
  note: 'The MagicBell client. The case about tokens uses the MAGNETIQ client, because MagicBell has no tokens.',
});

export const plumblineEveryPolicy: Peer = plumblineWith(names.plumblineEveryPolicy, import.meta.url, everyPolicy);
