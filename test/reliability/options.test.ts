/** Options that JavaScript lets through are used as meant, or refused by name before a request is sent. */
import { type CallOptions, isPlumblineError } from '@plumbline/runtime';
import { recordingFetch } from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import { createTestClient } from '../behaviour/test-client.ts';
import { subjects } from '../behaviour/transports.ts';
import { createClient, factories, methodsOf, unprintable } from './clients.ts';

const noRecords: readonly (readonly [name: string, value: unknown])[] = [
  ['null', null],
  ['text', 's3cret'],
  ['a number', 5],
  ['a bigint', 5n],
  ['true', true],
  ['a list', ['s3cret']],
  ['an empty list', []],
  ['a Map', new Map([['timeout', 's3cret']])],
  ['a Set', new Set(['s3cret'])],
  ['a Date', new Date(0)],
  ['Headers', new Headers({ accept: 's3cret' })],
  ['URLSearchParams', new URLSearchParams('timeout=s3cret')],
  ['a symbol', Symbol('s3cret')],
  ['a function', () => 's3cret'],
  ['a promise of options', Promise.resolve({})],
];

const long = `x${'y'.repeat(5000)}`;
const refused: readonly (readonly [name: string, options: object, problem: string])[] = [
  ['a signal of {}', { signal: {} }, '`signal` must be an AbortSignal.'],
  ['an AbortController as signal', { signal: new AbortController() }, '`signal` must be an AbortSignal.'],
  ['a signal that only has `aborted`', { signal: { aborted: false } }, '`signal` must be an AbortSignal.'],
  ['text as signal', { signal: 's3cret' }, '`signal` must be an AbortSignal.'],
  ['an EventTarget as signal', { signal: new EventTarget() }, '`signal` must be an AbortSignal.'],
  ['false as signal', { signal: false }, '`signal` must be an AbortSignal.'],
  ['a number as `accept`', { accept: 5 }, '`accept` must be of type string.'],
  ['null as `accept`', { accept: null }, '`accept` must be of type string.'],
  ['a list as `accept`', { accept: ['text/csv'] }, '`accept` must be of type string.'],
  ['text as `timeout`', { timeout: '5' }, '`timeout` must be a positive number.'],
  ['null as `timeout`', { timeout: null }, '`timeout` must be a positive number.'],
  ['a bigint as `timeout`', { timeout: 5n }, '`timeout` must be a positive number.'],
  ['NaN as `deadline`', { deadline: Number.NaN }, '`deadline` must be a positive number.'],
  ['a bigint as `deadline`', { deadline: 5n }, '`deadline` must be a positive number.'],
  ['a symbol as `deadline`', { deadline: Symbol('s3cret') }, '`deadline` must be a positive number.'],
  ['a number as `retry`', { retry: 3 }, '`retry` must be false or an object.'],
  ['null as `retry`', { retry: null }, '`retry` must be false or an object.'],
  ['a Map as `retry`', { retry: new Map() }, '`retry` must be false or an object.'],
  ['null as `headers`', { headers: null }, '`headers` must be a plain object.'],
  ['a Map as `headers`', { headers: new Map([['X-A', 's3cret']]) }, '`headers` must be a plain object.'],
  ['Headers as `headers`', { headers: new Headers({ 'X-A': 's3cret' }) }, '`headers` must be a plain object.'],
  ['pairs as `headers`', { headers: [['X-A', 's3cret']] }, '`headers` must be a plain object.'],
  ['a header of null', { headers: { 'X-A': null } }, 'The header `X-A` has an invalid'],
  ['a header of NaN', { headers: { 'X-A': Number.NaN } }, 'The header `X-A` has an invalid'],
  ['a list as a header', { headers: { 'X-A': ['s3cret'] } }, 'The header `X-A` has an invalid'],
  ['an object as a header', { headers: { 'X-A': { s3cret: 1 } } }, 'The header `X-A` has an invalid'],
  ['a function as a header', { headers: { 'X-A': () => 's3cret' } }, 'The header `X-A` has an invalid'],
  ['a symbol as a header', { headers: { 'X-A': Symbol('s3cret') } }, 'The header `X-A` has an invalid'],
  ['a header with a line break', { headers: { 'X-A': 's3cret\r\nX-B: 1' } }, 'The header `X-A` has an invalid'],
  ['a header with a lone surrogate', { headers: { 'X-A': 's3cret\ud800' } }, 'The header `X-A` has an invalid'],
  ['a name of a header with a line break', { headers: { 'X-A\r\nX-B': 's3cret' } }, 'The header `X-A??X-B`'],
  ['a name of a header with an escape', { headers: { 'X-\u001b[31m': 's3cret' } }, 'The header `X-?[31m`'],
  ['a name of a header beyond measure', { headers: { [`${long} `]: 's3cret' } }, 'The header `xyy'],
  ['a name of an option with a line break', { 'a\r\nb': 's3cret' }, 'unknown option `a??b`.'],
  ['a name of an option that reverses text', { 'a\u202eb': 's3cret' }, 'unknown option `a?b`.'],
  ['a name of an option beyond measure', { [long]: 's3cret' }, 'unknown option `xyy'],
];

describe.each(subjects)('$name', (subject) => {
  it.each(refused)('%s is refused, and no request is sent', async (_, options, problem) => {
    const client = await createTestClient(subject);
    const error = await client.failure(client.read(options as CallOptions));
    expect(isPlumblineError(error)).toBe(true);
    expect(error.message).toContain(problem);
    expect(error.message).not.toMatch(unprintable);
    expect(error.message).not.toContain('s3cret');
    expect(error.message.length).toBeLessThan(500);
    expect(client.server.arrivals).toEqual([]);
  });

  it('headers are sent with the text of their values, and without those that are undefined', async () => {
    const client = await createTestClient(subject);
    const headers = { 'X-A': 5, 'X-B': true, 'X-C': 9007199254740993n, 'X-D': undefined, 'X-E': '' };
    await client.clock.run(Promise.resolve(client.read({ headers: headers as never })));
    const sent = client.server.at(subject.vendor.readPath)[0]?.headers ?? {};
    expect(sent).toMatchObject({ 'x-a': '5', 'x-b': 'true', 'x-c': '9007199254740993', 'x-e': '' });
    expect(sent).not.toHaveProperty('x-d');
  });

  it('a signal of null and options of undefined are none', async () => {
    const client = await createTestClient(subject);
    const none = { signal: null, timeout: undefined, deadline: undefined, retry: undefined, headers: undefined };
    await client.clock.run(Promise.resolve(client.read(none)));
    expect(client.reads).toBe(1);
  });

  it('options may be an instance of a class, and an object without a prototype', async () => {
    const client = await createTestClient(subject);
    class Options {
      timeout = 1000;
    }
    await client.clock.run(Promise.resolve(client.read(new Options())));
    await client.clock.run(Promise.resolve(client.read(Object.assign(Object.create(null), { timeout: 1000 }))));
    expect(client.reads).toBe(2);
  });

  it('a GET with a body by client.api is refused, and no request is sent', async () => {
    const client = await createTestClient(subject);
    const api = client.api as unknown as { request(method: string, path: string, init?: object): Promise<unknown> };
    for (const method of ['GET', 'HEAD', 'get']) {
      const error = await client.failure(api.request(method, subject.vendor.readPath, { body: { a: 1 } }));
      expect(error.name).toBe('PlumblineError');
      expect(error.message).toBe(`client.api: \`body\` cannot be sent with ${method.toUpperCase()}.`);
    }
    expect(client.server.arrivals).toEqual([]);
  });

  it.each(['BAD METHOD', 'GET\r\nX: 1', '', 'CONNECT', 'TRACE', 'track', 'GÉT'])(
    'the method %j by client.api is refused, and no request is sent',
    async (method) => {
      const client = await createTestClient(subject);
      const api = client.api as unknown as { request(method: string, path: string): Promise<unknown> };
      const error = await client.failure(api.request(method, subject.vendor.readPath));
      expect(error.message).toBe('client.api: `method` cannot be sent.');
      expect(client.server.arrivals).toEqual([]);
    },
  );

  it('a bad signal is refused by client.api', async () => {
    const client = await createTestClient(subject);
    const api = client.api as unknown as { GET(path: string, init: object): Promise<unknown> };
    const error = await client.failure(api.GET(subject.vendor.readPath, { signal: {} }));
    expect(error.message).toBe('client.api: `signal` must be an AbortSignal.');
    expect(client.server.arrivals).toEqual([]);
  });
});

describe.each(factories)('$name', (factory) => {
  it.each(noRecords)('%s in place of options or parameters rejects each call, and throws nothing', async (_, value) => {
    const fetch = recordingFetch(Response.json({}));
    for (const [method, call] of methodsOf(createClient(factory, { fetch }))) {
      for (const [what, pending] of [
        ['options', call({}, value)],
        ['parameters', call(value)],
      ] as const) {
        const error = await pending.catch((cause: unknown) => cause);
        expect(isPlumblineError(error), method).toBe(true);
        expect((error as Error).message, method).toMatch(new RegExp(`^/\\S+: pass an object of ${what}\\.$`));
      }
    }
    expect(fetch.requests).toEqual([]);
  });

  it.each(noRecords)(`%s in place of the options of ${factory.name} is refused, without its value`, (_, value) => {
    expect(() => factory.create(value as never)).toThrow(new RegExp(`^${factory.name}: pass an object of options\\.$`));
  });
});
