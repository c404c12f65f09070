/** A client of a vendor of the reader, which the guides call. It responds in this process. */
import {
  type BasicCredential,
  type Call,
  type CallOptions,
  type ClientOptions,
  type Credential,
  defineClient,
  type FileInput,
  type NegotiatedCallOptions,
} from '@plumbline/runtime';
import { multipartBody, parseBasic, readStreams, securitySchemes } from '@plumbline/runtime/features';

type ChatEvent = { readonly type: 'delta'; readonly text: string } | { readonly type: 'end'; readonly reason: string };
interface AcmeFile {
  readonly id: string;
  readonly name: string;
}
interface UploadParams {
  readonly file: FileInput;
  readonly purpose: 'speech' | 'text';
}
interface Operations {
  readonly files: {
    create(params: UploadParams, options?: CallOptions): Call<AcmeFile>;
    download(params: { readonly id: string }, options?: CallOptions): Call<Uint8Array>;
  };
  readonly chats: {
    create<Media extends 'application/json' | 'text/event-stream'>(
      params: { readonly text: string },
      options?: NegotiatedCallOptions<Media>,
    ): Call<{ readonly text: string }, unknown, ChatEvent>;
  };
  readonly logs: { tail(): Call<string, unknown, { readonly level: string; readonly text: string }> };
}
type AcmeOptions = ClientOptions & {
  readonly token?: Credential | undefined;
  readonly keyId?: Credential | undefined;
  readonly keySecret?: Credential | undefined;
  readonly account?: BasicCredential | undefined;
};

const events = 'data: {"type":"delta","text":"Hel"}\n\ndata: {"type":"end","reason":"length"}\n\n';
const lines = '{"level":"info","text":"start"}\n{"level":"error","text":"full"}\n';

async function respond(url: string, init: RequestInit): Promise<Response> {
  // The upload is read, as by a server.
  await new Response(init.body ?? null).arrayBuffer();
  const respondWith = (type: string, body: BodyInit) => new Response(body, { headers: { 'Content-Type': type } });
  const { pathname } = new URL(url);
  if (pathname === '/logs') return respondWith('application/x-ndjson', lines);
  if (pathname.endsWith('/content')) return respondWith('application/octet-stream', new Uint8Array(8));
  if (pathname === '/files') return Response.json({ id: 'f1', name: 'talk.mp3' });
  const accepts = new Headers(init.headers).get('accept');
  if (accepts === 'text/event-stream') return respondWith(accepts, events);
  return Response.json({ text: 'Hello' });
}

const multipart = 'multipart/form-data';
const create = defineClient<object, Operations, AcmeOptions>({
  name: 'createAcme',
  server: 'https://api.acme.example',
  querySerialization: {},
  operations: {
    files: {
      create: { method: 'POST', path: '/files', body: 'fields', requestMediaType: multipart },
      download: {
        method: 'GET',
        path: '/files/{id}/content',
        responseMediaTypes: ['application/octet-stream'],
        responseKinds: { 'application/octet-stream': 'bytes' },
      },
    },
    chats: {
      create: {
        method: 'POST',
        path: '/chats',
        body: 'fields',
        responseMediaTypes: ['application/json', 'text/event-stream'],
        responseKinds: { 'text/event-stream': {} },
      },
    },
    logs: {
      tail: {
        method: 'GET',
        path: '/logs',
        responseMediaTypes: ['application/x-ndjson'],
        responseKinds: { 'application/x-ndjson': {} },
      },
    },
  },
  features: {
    bodies: { [multipart]: multipartBody },
    responses: readStreams(() => import('eventsource-parser')),
  },
  options: {
    token: { environment: 'ACME_TOKEN' },
    keyId: { environment: 'ACME_KEY_ID' },
    keySecret: { environment: 'ACME_KEY_SECRET' },
    account: { environment: 'ACME_ACCOUNT', check: parseBasic },
  },
  credentials: [
    {
      required: [],
      optional: ['token', 'keyId', 'keySecret', 'account'],
      policy: securitySchemes({
        schemes: {
          token: { type: 'http', scheme: 'bearer' },
          keyId: { type: 'apiKey', in: 'header', name: 'X-Key-Id' },
          keySecret: { type: 'apiKey', in: 'header', name: 'X-Key-Secret' },
          account: { type: 'http', scheme: 'basic' },
        },
        default: [['token'], ['keyId', 'keySecret'], ['account']],
      }),
    },
  ],
});

/** Makes the client. */
export const createAcme = (options: AcmeOptions = {}) =>
  create({ fetch: (url, init) => respond(String(url), init ?? {}), ...options });
