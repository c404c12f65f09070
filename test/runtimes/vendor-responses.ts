import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that a handler receives. */
interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Values that handlers keep between requests. */
  readonly memory: Map<string, string>;
}

type Handler = (request: Arrival, response: ServerResponse) => void;

/** Handlers by the start of the request line; the first match is used. A request without the right credentials gets a 401. */
export const handlers: Readonly<Record<string, Handler>> = {
  'GET /magicbell/users/unknown': (_, response) => json(response, 404, { errors: [{ message: 'User not found.' }] }),
  'GET /magicbell/users/stalls': (_, response) =>
    void response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"user":'),
  'GET /magicbell/users/silent': () => {},
  'GET /magicbell/users/moved': (_, response) =>
    void response.writeHead(302, { Location: '/magicbell/users/mary' }).end(),
  'GET /magicbell/users/': ({ path, headers }, response) => {
    const known = headers['x-magicbell-api-key'] === 'the-key' && headers['x-magicbell-api-secret'] === 'the-secret';
    json(response, known ? 200 : 401, { user: { id: path.split('/').at(-1) } });
  },
  // Responds with 503 first. The second request must have the same key.
  'POST /magicbell/notifications': ({ headers, body, memory }, response) => {
    const key = String(headers['idempotency-key']);
    const first = memory.get('key');
    memory.set('key', key);
    if (first === undefined) response.writeHead(503, { 'Retry-After': '0' }).end();
    else
      json(response, first === key && key !== 'undefined' ? 201 : 409, {
        notification: { id: JSON.parse(body).notification.title },
      });
  },

  'POST /magnetiq/auth/token': token(({ body }) => JSON.parse(body)),
  'GET /magnetiq/consumers/': authorized(({ memory }, response) =>
    json(response, 200, { tokens: Number(memory.get('tokens')) }),
  ),
  'GET /magnetiq/consumers': authorized(({ query }, response) => {
    const limit = Number(query.get('limit'));
    json(response, 200, { total: 130, data: items((Number(query.get('page') ?? 1) - 1) * limit, limit) });
  }),

  'POST /magnify/oauth2/token': token(({ body }) => Object.fromEntries(new URLSearchParams(body))),
  'GET /magnify/motions/': authorized(({ path }, response) => json(response, 200, { id: path.split('/').at(-1) })),
  'GET /magnify/motions': authorized(({ query }, response) =>
    json(response, 200, { total: 130, data: items(Number(query.get('from')), Number(query.get('size'))) }),
  ),

  'POST /mx-audience/api/token': token(({ body }) => JSON.parse(body)),
  'GET /mx-audience/api/v1/audience/': authorized(({ path, headers }, response) => {
    if (headers.accept !== 'text/csv') return json(response, 200, { count: 1, list: ['a'] });
    response.writeHead(200, { 'Content-Type': 'text/csv' });
    const text = Array.from({ length: 5000 }, (_, index) => `${index},"Zoë, the ${index}th"\r\n`).join('');
    const bytes = Buffer.from(text);
    // Chunks split characters and line ends.
    for (let start = 0; start < bytes.length; start += 1009) response.write(bytes.subarray(start, start + 1009));
    if (!path.includes('endless')) response.end();
  }),
};

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function items(from: number, size: number): { id: string }[] {
  const length = Math.max(0, Math.min(size, 130 - from));
  return Array.from({ length }, (_, index) => ({ id: String(from + index) }));
}

/** Issues a token for the client's id and secret, and counts tokens. */
function token(read: (request: Arrival) => Record<string, string>): Handler {
  return (request, response) => {
    const { client_id, client_secret } = read(request);
    if (client_id !== 'the-client' || client_secret !== 'the-secret') return json(response, 401, {});
    request.memory.set('tokens', String(Number(request.memory.get('tokens') ?? 0) + 1));
    json(response, 200, { access_token: 'the-token', token_type: 'Bearer', expires_in: 3600 });
  };
}

/** Responds with 401 to a request without the token. */
function authorized(handler: Handler): Handler {
  return (request, response) =>
    request.headers.authorization === 'Bearer the-token' ? handler(request, response) : json(response, 401, {});
}
