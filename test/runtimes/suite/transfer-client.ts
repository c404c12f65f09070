import {
  type Binary,
  type Bytes,
  type Call,
  type CallOptions,
  type ClientOptions,
  defineClient,
  type FileInput,
  header,
} from '@plumbline/runtime';
import {
  basic,
  bytesBody,
  cookieKey,
  multipartBody,
  parseBasic,
  queryKey,
  readStreams,
} from '@plumbline/runtime/features';

/** A behaviour of the transfer server, and the id under which it counts. */
export interface Target {
  readonly behaviour: string;
  readonly id: string;
}

/** A request body, as the server describes it. */
export interface Received {
  readonly type: string;
  readonly size: number;
  /** The `Content-Length`; `null` without one. */
  readonly length: number | null;
  /** Whether it is the bytes of `pattern`. */
  readonly intact: boolean;
  readonly parts: readonly Readonly<Record<string, unknown>>[];
}

/** An event of the transfer server. */
export interface Numbered {
  readonly id: number;
  readonly text: string;
}

/** The operations of the transfer server. */
export interface Transfers {
  put(params: Target & { readonly body: Binary }, options?: CallOptions): Call<Received>;
  upload(
    params: Target & { readonly [field: string]: FileInput | readonly FileInput[] | object | string | number },
    options?: CallOptions,
  ): Call<Received>;
  file(params: Target, options?: CallOptions): Call<Bytes>;
  events(params: Target, options?: CallOptions): Call<string, unknown, Numbered>;
  lines(params: Target, options?: CallOptions): Call<string, unknown, Numbered>;
  names(params: Target, options?: CallOptions): Call<Readonly<Record<string, string | null>>>;
}

const path = '/transfers/{behaviour}/{id}';
const get = (media: string, kind: 'bytes' | object) => ({
  method: 'GET',
  path,
  responseMediaTypes: [media],
  responseKinds: { [media]: kind },
});

/** The credentials of the transfer server; each alone is a way to authenticate. */
type Keys = ClientOptions & { readonly user?: string; readonly key?: string; readonly session?: string };

/** Creates a client for the transfer server. */
export const createTransfers: (options: Keys) => Transfers = defineClient<object, Transfers, Keys>({
  name: 'createTransfers',
  server: 'https://api.transfers.test',
  options: { user: { check: parseBasic }, key: {}, session: {} },
  credentials: [
    { required: ['user'], policy: basic(({ user }) => user) },
    { required: ['key'], policy: queryKey(({ key }) => ({ key })) },
    { required: ['session'], policy: cookieKey(({ session }) => ({ session })) },
    { required: [], policy: header(() => ({})) },
  ],
  querySerialization: {},
  features: {
    bodies: { 'multipart/form-data': multipartBody, 'application/octet-stream': bytesBody },
    responses: readStreams(() => import('eventsource-parser')),
  },
  operations: {
    put: { method: 'PUT', path, body: 'whole', requestMediaType: 'application/octet-stream' },
    upload: { method: 'PUT', path, body: 'fields', requestMediaType: 'multipart/form-data' },
    file: get('application/octet-stream', 'bytes'),
    events: get('text/event-stream', {}),
    lines: get('application/x-ndjson', {}),
    names: { method: 'GET', path },
  },
});
