import { type Case, check, errorOf } from './case.ts';
import { isPattern } from './transfer-bodies.ts';
import type { Numbered, Transfers } from './transfer-client.ts';
import { cut, ended, isBrowser, settled, targetOf } from './transfer-target.ts';

/** The operations of the server that have events. */
const kinds = ['events', 'lines'] as const;
const reason = new Error('No longer wanted.');

/** Reads a stream, and returns what it yielded and its error. */
async function collect<Chunk>(stream: AsyncIterable<Chunk>): Promise<{ chunks: Chunk[]; error: Error | undefined }> {
  const chunks: Chunk[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    return { chunks, error: error as Error };
  }
  return { chunks, error: undefined };
}

/** Opens one of the streams of a client. */
function open(client: Transfers, kind: 'file' | (typeof kinds)[number], ...given: Parameters<Transfers['file']>) {
  return client[kind](...given).stream() as AsyncIterable<Uint8Array | Numbered>;
}

/** The cases of responses that are bytes and events. */
export const downloadCases: Readonly<Record<string, Case>> = {
  'a download arrives unchanged, awaited and as a stream': async ({ transfers }) => {
    const whole = await transfers().file(targetOf('file'));
    check(whole.length === 1_000_000 && isPattern(whole), whole.length);
    const { chunks, error } = await collect(transfers().file(targetOf('file')).stream());
    const joined = new Uint8Array(await new Blob(chunks).arrayBuffer());
    check(joined.length === 1_000_000 && isPattern(joined), [joined.length, String(error)]);
  },

  'events and JSON lines are read as they were sent, until [DONE]': async (clients) => {
    for (const kind of kinds) {
      const target = targetOf('events');
      const { chunks, error } = await collect(clients.transfers()[kind](target).stream());
      check(chunks.length === 20 && !error, [chunks, String(error)]);
      check(
        chunks.every(({ id, text }, index) => id === index && text === 'Zoë ✓ 🦉'),
        chunks,
      );
      // The server waits after [DONE]: the client has ended the connection.
      check(!(await ended(clients, target)).complete, kind);
    }
  },

  'a cut connection throws a ConnectionError after the events before it': async (clients) => {
    for (const kind of kinds) {
      const target = targetOf('stalls');
      const iterator = clients.transfers()[kind](target).stream()[Symbol.asyncIterator]();
      const { value } = await iterator.next();
      check(value.id === 0, value);
      await cut(clients, target);
      const later = (await errorOf(iterator.next())) as Error;
      check(later.name === 'ConnectionError', later);
      const { chunks, error } = await collect(clients.transfers()[kind](targetOf('cuts')).stream());
      const ids = chunks.map(({ id }) => id).join();
      // Bun and browsers drop what they have not read when the connection is closed.
      const isWhole = ids === '0,1' || (('Bun' in globalThis || isBrowser) && '0,1'.startsWith(ids));
      check(isWhole && error?.name === 'ConnectionError', [chunks, String(error)]);
    }
  },

  'an aborted stream throws the reason, and ends its connection': async (clients) => {
    for (const kind of ['file', ...kinds] as const) {
      const controller = new AbortController();
      const target = targetOf('stalls');
      const iterator = open(clients.transfers(), kind, target, { signal: controller.signal })[Symbol.asyncIterator]();
      await iterator.next();
      const failure = errorOf(iterator.next());
      await settled(clients, target, ({ attempts }) => attempts);
      controller.abort(reason);
      check((await failure) === reason, await failure);
      check(!(await ended(clients, target)).complete, kind);
    }
  },

  'an aborted download throws the reason, and ends its connection': async (clients) => {
    const controller = new AbortController();
    const target = targetOf('stalls');
    const failure = errorOf(clients.transfers().file(target, { signal: controller.signal }));
    await settled(clients, target, ({ attempts }) => attempts);
    controller.abort(reason);
    check((await failure) === reason, await failure);
    check(!(await ended(clients, target)).complete, 'complete');
  },

  'a stalled stream yields what arrived, and throws a TimeoutError': async (clients) => {
    const run = async (kind: 'file' | (typeof kinds)[number], options: object) => {
      const target = targetOf('stalls');
      const { chunks, error } = await collect(open(clients.transfers(), kind, target, options));
      check(chunks.length === 1 && error?.name === 'TimeoutError', [chunks.length, String(error)]);
      check(!(await ended(clients, target)).complete, kind);
    };
    const all = ['file', ...kinds] as const;
    await Promise.all(all.flatMap((kind) => [run(kind, { timeout: 1000 }), run(kind, { deadline: 1000 })]));
  },

  'a stream that is left ends its connection, and the next call works': async (clients) => {
    const client = clients.transfers();
    const target = targetOf('flood');
    for await (const chunk of client.file(target).stream()) {
      check(isPattern(chunk), chunk.length);
      break;
    }
    const { complete, sent } = await ended(clients, target);
    check(!complete && sent < 100_000_000, sent);
    check((await client.file(targetOf('file'))).length === 1_000_000, 'the next call');
  },

  'a stream that is read slowly slows the server': async (clients) => {
    const target = targetOf('flood');
    let size = 0;
    for await (const chunk of clients.transfers().file(target).stream()) {
      if (size === 0) {
        const sent = await settled(clients, target, (seen) => seen.sent);
        // Chromium reads some 70 MB ahead.
        check(sent < 100_000_000, sent);
      }
      size += chunk.length;
    }
    check(size >= 200_000_000, size);
    check((await ended(clients, target)).complete, 'not complete');
  },
};
