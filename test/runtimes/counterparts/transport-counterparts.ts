import { codedResponses } from './coded-responses.ts';
import type { Counterpart } from './counterpart.ts';
import { onNode } from './on-node.ts';

const codings = Object.keys(codedResponses).join();

/** Properties of the transports that only a real Node with its own `fetch` can show. */
export const transportCounterparts: readonly Counterpart[] = [
  onNode('detection', "Node's own `fetch` is distinguished from replacements", [['detection']]),
  onNode('default-transport', "the default transport is the dispatcher of Node's `fetch`", [['default-transport']]),
  onNode('fetch-option', "`transport: 'fetch'` sends with `fetch`", [['fetch-option']]),
  onNode('replaced-fetch', 'a replaced `globalThis.fetch` is used until it is restored', [['replaced-fetch']]),
  onNode('tls', 'a call over TLS has the HTTP version and the response of `fetch`', [['tls', 'TLS']], {
    environment: ({ certificate }) => ({ NODE_EXTRA_CA_CERTS: certificate }),
  }),
  onNode('unread-stream', 'an unread response does not keep the process alive', [
    ['unread-stream', 'complete'],
    ['unread-stream', 'truncated'],
  ]),
  ...['default', 'undici'].flatMap((transport) => {
    const over = transport === 'undici' ? ', over `createUndiciFetch()`' : '';
    return [
      onNode(`decoding-${transport}`, `each content coding is read as \`fetch\` reads it${over}`, [
        ['decoding', transport, codings],
      ]),
      onNode(
        `response-${transport}`,
        `\`new Response(response.body, response)\` copies the response of a call${over}`,
        [['platform-response', transport]],
      ),
    ];
  }),
];
