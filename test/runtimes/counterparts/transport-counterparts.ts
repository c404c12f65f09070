import { codedResponses } from './coded-responses.ts';
import type { Counterpart } from './counterpart.ts';
import { onNode } from './on-node.ts';

const codings = Object.keys(codedResponses).join();

/** Properties of the transports that only a real Node, with its own `fetch` beside them, can show. */
export const transportCounterparts: readonly Counterpart[] = [
  onNode('detection', "Node's own `fetch` is distinguished from replacements", [['detection']]),
  onNode('default-transport', "the default transport is the dispatcher of Node's `fetch`", [['default-transport']]),
  onNode('fetch-option', "`transport: 'fetch'` sends with `fetch`", [['fetch-option']]),
  onNode('replaced-fetch', 'a replaced `globalThis.fetch` is used while it is there', [['replaced-fetch']]),
  onNode('tls', 'over TLS, a call has the HTTP version and the response of `fetch`', [['tls', 'TLS']], {
    environment: ({ certificate }) => ({ NODE_EXTRA_CA_CERTS: certificate }),
  }),
  onNode('unread-stream', 'a response that is not read does not keep the process alive', [
    ['unread-stream', 'whole'],
    ['unread-stream', 'cut'],
  ]),
  ...['default', 'undici'].flatMap((transport) => {
    const over = transport === 'undici' ? ', over `createUndiciFetch()`' : '';
    return [
      onNode(`decoding-${transport}`, `each content coding is read as \`fetch\` reads it${over}`, [
        ['decoding', transport, codings],
      ]),
      onNode(`response-${transport}`, `\`new Response(response.body, response)\` takes the response of a call${over}`, [
        ['platform-response', transport],
      ]),
    ];
  }),
];
