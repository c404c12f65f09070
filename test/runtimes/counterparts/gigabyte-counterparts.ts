import type { Counterpart, Limit } from './counterpart.ts';
import { nodes } from './on-node.ts';
import { programCommand } from './program-command.ts';

const sent = 'an upload of 1 GB, as a body and as a part, takes constant memory';
const read = '1 GB of bytes and of events are read in constant memory';
const kinds = { [sent]: ['upload', 'part'], [read]: ['download', 'events'] };

const keepsStream: Limit = {
  on: nodes.filter((node) => node !== 'node-26'),
  reason:
    "Node's own `fetch` keeps what it has sent of a stream, for a redirect that clients do not follow. Node 26 does not.",
  output: /peak \d{4} MB, limit/,
};

/** Makes the counterpart that moves a gigabyte over a transport. */
function gigabyte(
  id: string,
  name: typeof sent | typeof read,
  transport: 'default' | 'fetch' | 'undici',
  limits: readonly Limit[] = [],
): Counterpart {
  const names = { default: '', fetch: ", with `transport: 'fetch'`", undici: ', over `createUndiciFetch()`' };
  return {
    id,
    name: name + names[transport],
    on: transport === 'default' ? [...nodes, 'bun', 'deno'] : nodes,
    limits,
    commands: (kinds[name] ?? []).map(
      (kind) => (context) => programCommand(context, 'gigabyte', { parameters: [context.origin, kind, transport] }),
    ),
  };
}

/** Bodies of a gigabyte. The memory is the peak of the process of the client. */
export const gigabyteCounterparts: readonly Counterpart[] = [
  gigabyte('gigabyte-sent', sent, 'default'),
  gigabyte('gigabyte-read', read, 'default'),
  gigabyte('gigabyte-sent-fetch', sent, 'fetch', [keepsStream]),
  gigabyte('gigabyte-read-fetch', read, 'fetch'),
  gigabyte('gigabyte-sent-undici', sent, 'undici'),
  gigabyte('gigabyte-read-undici', read, 'undici'),
];
