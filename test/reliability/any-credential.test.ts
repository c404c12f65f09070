/** Any credential is received as it was passed, by every way to send it, or refused with nothing sent. The values are generated. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientSecurity, defineClient, isPlumblineError } from '@plumbline/runtime';
import { parseBasic, securitySchemes } from '@plumbline/runtime/features';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const seed = 20261128;
const security: ClientSecurity = {
  schemes: {
    query: { type: 'apiKey', in: 'query', name: 'api[key] ä&=' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
    header: { type: 'apiKey', in: 'header', name: 'X-Key' },
    raw: { type: 'apiKey', in: 'header', name: 'Authorization' },
    bearer: { type: 'http', scheme: 'bearer' },
    basic: { type: 'http', scheme: 'basic' },
  },
  default: [],
};
type Scheme = 'query' | 'cookie' | 'header' | 'raw' | 'bearer' | 'basic';
const schemes: readonly Scheme[] = ['query', 'cookie', 'header', 'raw', 'bearer', 'basic'];
// biome-ignore lint/suspicious/noExplicitAny: the values are of any type.
type Untyped = any;

const createAcme = defineClient<object, Untyped, Untyped>({
  name: 'createAcme',
  server: 'https://api.acme.test',
  operations: Object.fromEntries(
    schemes.map((scheme) => [scheme, { method: 'GET', path: `/${scheme}`, security: [[scheme]] }]),
  ),
  querySerialization: {},
  options: { query: {}, cookie: {}, header: {}, raw: {}, bearer: {}, basic: { check: parseBasic } } as Untyped,
  credentials: [{ required: [], optional: [...schemes] as Untyped, policy: securitySchemes<Untyped>(security) }],
});

/** Reads a credential out of a request, by other means than the client's. */
const readers: Readonly<Record<Scheme, (request: IncomingMessage) => string | null | undefined>> = {
  query: ({ url = '' }) => new URL(url, 'http://x').searchParams.get('api[key] ä&='),
  cookie: ({ headers }) => /(?:^|; )sid=([^;]*)/.exec(headers.cookie ?? '')?.[1],
  header: ({ headers }) => String(headers['x-key']),
  raw: ({ headers }) => headers.authorization,
  bearer: ({ headers }) => headers.authorization?.replace('Bearer ', ''),
  basic: ({ headers }) => Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString(),
};

const received: IncomingMessage[] = [];
const server = createServer((request, response) => {
  received.push(request);
  response.setHeader('Content-Type', 'application/json');
  response.end('{}');
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const credential = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'a b',
    'a;b,c"d\\e',
    'a%3Db=',
    '?a=b&c#d',
    '+',
    'a:b',
    ':',
    'zoë:密碼',
    'a\nb:c',
    '',
    ' ',
    'Bearer a',
  ),
);
const basic = fc.oneof(credential, fc.record({ username: credential, password: fc.string({ unit: 'grapheme' }) }));

describe.each(schemes)('any credential sent as %s', (scheme) => {
  it.each(['fetch', undefined] as const)('a credential arrives unchanged or is refused, over %s', async (transport) => {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await fc.assert(
      fc.asyncProperty(scheme === 'basic' ? basic : credential, async (value) => {
        received.length = 0;
        const text = typeof value === 'string' ? value : `${value.username}:${value.password}`;
        try {
          await createAcme({ baseUrl, transport, retry: false, [scheme]: value })[scheme]();
        } catch (error) {
          expect(isPlumblineError(error)).toBe(true);
          expect(received).toEqual([]);
          return;
        }
        const [request] = received;
        const read = request && readers[scheme](request);
        // The characters that a cookie cannot have are encoded, and a server that decodes them gets the value.
        const expected = scheme === 'cookie' ? text.replace(/[ ",;\\]/g, encodeURIComponent) : text;
        expect(read).toBe(scheme === 'basic' ? Buffer.from(text).toString() : expected);
      }),
      { seed, numRuns: 60 },
    );
  });
});
