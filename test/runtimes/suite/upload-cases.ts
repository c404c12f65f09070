import { type Case, check, errorOf } from './case.ts';
import { countedStream, pattern } from './transfer-bodies.ts';
import { ended, isBrowser, settled, targetOf } from './transfer-target.ts';

const bytes = pattern(300_000);
/** More than any buffer of a connection holds. */
const createLarge = () => new Blob([new Uint8Array(100_000_000)]);

interface Failure extends Error {
  readonly status?: number;
  readonly attempts?: readonly { readonly reason: string }[];
}
const failureOf = async (call: PromiseLike<unknown>) => (await errorOf(call)) as Failure;

/** The cases of request bodies: bytes, files and streams. */
export const uploadCases: Readonly<Record<string, Case>> = {
  'an upload of bytes, of a Blob and of a view arrives unchanged with its length': async ({ transfers }) => {
    for (const body of [bytes, bytes.buffer, new DataView(bytes.buffer), new Blob([bytes], { type: 'image/png' })]) {
      const received = await transfers().put({ ...targetOf('reads'), body });
      const { intact, size, length, type } = received;
      check(intact && size === 300_000 && length === size && type === 'application/octet-stream', received);
    }
  },

  'a multipart upload has fields, JSON, files and lists': async ({ transfers }) => {
    const { parts, type } = await transfers().upload({
      ...targetOf('reads'),
      purpose: 'Grüße ✓',
      meta: { a: [1] },
      blob: new Blob([bytes], { type: 'image/png' }),
      raw: bytes,
      named: { data: bytes, name: 'ä "1".bin', type: 'audio/mpeg' },
      tags: ['x', 'y'],
      files: [new File(['1'], '1.bin', { type: 'audio/mpeg' }), new File(['2'], '2.bin', { type: 'audio/mpeg' })],
    });
    const line = ({ name, fileName, type, size, intact, text }: (typeof parts)[number]) =>
      [name, fileName, type, size === 300_000 ? intact : text].join();
    check(type.startsWith('multipart/form-data; boundary='), type);
    const expected = [
      'purpose,,,Grüße ✓',
      'meta,,application/json,{"a":[1]}',
      'blob,blob,image/png,true',
      'raw,blob,application/octet-stream,true',
      'named,ä %221%22.bin,audio/mpeg,true',
      'tags,,,x',
      'tags,,,y',
      'files,1.bin,audio/mpeg,1',
      'files,2.bin,audio/mpeg,2',
    ];
    check(parts.map(line).join('\n') === expected.join('\n'), parts.map(line));
  },

  'an upload of a stream arrives unchanged, whole or as a part, or throws a ConnectionError': async ({ transfers }) => {
    const file = { data: countedStream(3).stream, name: 'a.bin' };
    const calls = [
      transfers().put({ ...targetOf('reads'), body: countedStream(3).stream }),
      transfers().upload({ ...targetOf('reads'), purpose: 'test', file }),
    ];
    for (const call of calls) {
      if (isBrowser) {
        // Chromium sends a stream over HTTP/2 only, which this server does not have. It does not say so.
        const { name, message } = await failureOf(call);
        check(name === 'ConnectionError', [name, message]);
        continue;
      }
      const { parts, size, intact } = await call;
      const [, part] = parts;
      check(part ? part.size === 301_200 && part.intact === true : size === 301_200 && intact, [size, intact, parts]);
    }
  },

  'an aborted upload ends its connection and its stream, and the next call works': async (clients) => {
    const reason = new Error('No longer wanted.');
    const client = clients.transfers();
    for (const asPart of [false, true]) {
      const target = targetOf('ignores');
      const controller = new AbortController();
      const { signal } = controller;
      const source = countedStream(1000);
      const data = isBrowser ? createLarge() : source.stream;
      const call = asPart
        ? client.upload({ ...target, file: data }, { signal })
        : client.put({ ...target, body: data }, { signal });
      const failure = errorOf(call);
      // It waits for the server, which reads nothing.
      await settled(clients, target, ({ attempts }) => attempts + source.made());
      controller.abort(reason);
      check((await failure) === reason, await failure);
      const { complete } = await ended(clients, target);
      check(!complete, complete);
      // Node's own `fetch` reads the rest of the stream.
      if (!isBrowser && !clients.overFetch) await source.cancelled;
    }
    check((await client.put({ ...targetOf('reads'), body: bytes })).intact, 'the next call');
  },

  'an upload that the server does not read waits, and throws a TimeoutError': async (clients) => {
    const run = async (options: object) => {
      const target = targetOf('ignores');
      const source = countedStream(1000);
      const body = isBrowser ? createLarge() : source.stream;
      const call = clients.transfers({ retry: false }).put({ ...target, body }, options);
      const error = await errorOf(call);
      const made = source.made();
      // Of the stream's 100 MB, a part has been read.
      check((error as Error).name === 'TimeoutError' && made < 500, [String(error), made]);
      check(!(await ended(clients, target)).complete, 'complete');
    };
    await Promise.all([run({ timeout: 1000 }), run({ deadline: 1000 })]);
  },

  'an upload that the server refuses at once throws its ApiError, and the next call works': async (clients) => {
    const client = clients.transfers();
    const source = countedStream(1000);
    const body = isBrowser ? new Blob([bytes]) : source.stream;
    const { name, status } = await failureOf(client.put({ ...targetOf('refuses'), body }));
    check(name === 'ApiError' && status === 413, [name, status]);
    check((await client.put({ ...targetOf('reads'), body: bytes })).intact, 'the next call');
    const made = source.made();
    check(made < 1000, made);
  },

  'an upload of bytes is retried after a 503 and a reset, and one of a stream is not': async (clients) => {
    const client = clients.transfers({ retry: { baseDelay: 0 } });
    for (const behaviour of ['is-busy', 'resets']) {
      const [whole, part] = [targetOf(behaviour), targetOf(behaviour)];
      check((await client.put({ ...whole, body: bytes })).intact, behaviour);
      const { parts } = await client.upload({ ...part, file: new Blob([bytes]) });
      check(parts[0]?.intact === true, parts);
      for (const target of [whole, part]) {
        const { attempts } = await ended(clients, target);
        check(attempts === 2, attempts);
      }
      if (isBrowser) continue;
      const target = targetOf(behaviour);
      const error = await failureOf(client.put({ ...target, body: countedStream(3).stream }));
      const { attempts } = await ended(clients, target);
      const name = behaviour === 'resets' ? 'ConnectionError' : 'ApiError';
      const reasons = error.attempts?.map(({ reason }) => reason).join();
      check(error.name === name && attempts === 1, [error.name, attempts]);
      check(reasons === 'a stream is sent once', reasons);
    }
  },

  'Basic, a key in the query and a cookie arrive': async ({ transfers }) => {
    const names = async (keys: object) => JSON.stringify(await transfers(keys).names(targetOf('names')));
    const basic = await names({ user: 'mary:s3cret' });
    check(basic === '{"authorization":"Basic bWFyeTpzM2NyZXQ=","cookie":null,"key":null}', basic);
    const query = await names({ key: 'a b&c' });
    check(query === '{"authorization":null,"cookie":null,"key":"a b&c"}', query);
    const cookie = await names({ session: 'the-session' });
    // Browsers let no page send a cookie.
    const sent = isBrowser ? 'null' : '"session=the-session"';
    check(cookie === `{"authorization":null,"cookie":${sent},"key":null}`, cookie);
  },
};
