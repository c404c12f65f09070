/** Any value that JavaScript lets through is sent as meant, or refused with nothing sent. The values are generated. */
import { createMagicBell } from '@plumbline/magicbell';
import { isPlumblineError } from '@plumbline/runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { startNetwork } from '../behaviour/test-client.ts';
import type { Arrival } from '../behaviour/test-server.ts';
import { transports } from '../behaviour/transports.ts';
import type { UntypedMethod } from './clients.ts';

const seed = 20261127;
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '.',
    '..',
    '/',
    '%2e',
    '?a=b',
    '#',
    'a\r\nb',
    '\0',
    '\ud800',
    '💡',
    '__proto__',
    'undefined',
  ),
);
const scalar = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.bigInt(),
  fc.date(),
  fc.date({ noInvalidDate: false }),
);
const other = fc.constantFrom<unknown>(
  null,
  undefined,
  Symbol('a'),
  () => 1,
  new Map([[1, 2]]),
  new Set([1]),
  /a/,
  new Uint8Array(2),
);
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withNullPrototype: true,
  withUnicodeString: true,
});

/** What JSON keeps of a value, by another way than the client's: a value that JSON would drop or change gives undefined. */
function jsonOf(value: unknown): string | undefined {
  try {
    let isKept = true;
    const json = JSON.stringify(value, function replace(this: Record<string, unknown>, key, item) {
      const original = this[key];
      const isDropped =
        typeof original === 'function' ||
        typeof original === 'symbol' ||
        (Array.isArray(this) && original === undefined);
      const isChanged = typeof item === 'number' && !Number.isFinite(item);
      const tag = Object.prototype.toString.call(item).slice(8, -1);
      const isOther = typeof item === 'object' && item !== null && !['Object', 'Array'].includes(tag);
      const isInvalidDate = original instanceof Date && Number.isNaN(original.getTime());
      if (isDropped || isChanged || isOther || isInvalidDate) isKept = false;
      return item;
    });
    return isKept ? json : undefined;
  } catch {
    return undefined;
  }
}

describe.each(transports)('over $name', (transport) => {
  const create = async () => {
    const network = await startNetwork(transport, { retry: false });
    const { server, clock } = network;
    server.onAny(respond(200, { ok: true }));
    const { users, notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...network.options });
    /** Calls a method. Resolves with the request that arrived; undefined if the call was refused and none did. */
    const send = async (method: object, parameters: unknown, options?: unknown): Promise<Arrival | undefined> => {
      server.forget();
      const error = await clock.run(
        (method as UntypedMethod)(parameters, options).then(
          () => undefined,
          (reason: unknown) => reason,
        ),
      );
      if (error === undefined) return server.arrivals[0];
      expect(error).toSatisfy(isPlumblineError);
      expect(server.arrivals).toEqual([]);
      return undefined;
    };
    return { users, notifications, send };
  };

  it('a path parameter arrives as it was passed, or the call is refused', async () => {
    const { users, send } = await create();
    await fc.assert(
      fc.asyncProperty(fc.oneof(scalar, other, anything), async (user_id) => {
        const request = await send(users.get, { user_id });
        if (!request) return;
        expect(request.path.startsWith('/users/')).toBe(true);
        const expected = user_id instanceof Date ? user_id.toISOString() : String(user_id);
        expect(decodeURIComponent(request.path.slice('/users/'.length))).toBe(expected);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('a query parameter arrives as it was passed, or the call is refused', async () => {
    const { users, send } = await create();
    await fc.assert(
      fc.asyncProperty(fc.oneof(scalar, other), async (value) => {
        const request = await send(users.list, { page: value });
        if (!request) return;
        const expected = value instanceof Date ? value.toISOString() : String(value);
        expect(request.query.get('page')).toBe(value === undefined ? null : expected);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('a body arrives as JSON of what was passed, or the call is refused', async () => {
    const { notifications, send } = await create();
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, fc.jsonValue(), scalar, other), async (notification) => {
        const request = await send(notifications.create, { notification });
        const json = jsonOf({ notification });
        if (request) expect(request.body).toBe(json);
        else expect(json).toBeUndefined();
      }),
      { seed, numRuns: 500 },
    );
  });

  it('a header arrives as it was passed, or the call is refused', async () => {
    const { users, send } = await create();
    await fc.assert(
      fc.asyncProperty(fc.oneof(scalar, other), async (value) => {
        const request = await send(users.get, { user_id: '1' }, { headers: { 'X-Any': value } });
        if (!request) return;
        const sent = value instanceof Date ? value.toISOString() : String(value);
        const arrived = request.headers['x-any'];
        // Surrounding white space is not a part of the value (RFC 9110 §5.5).
        expect(arrived).toBe(value === undefined ? undefined : sent.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, ''));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('a name of a header arrives, or the call is refused', async () => {
    const { users, send } = await create();
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.stringMatching(/^[!#$%&'*+.^_`|~\w-]{1,20}$/)), async (name) => {
        const request = await send(users.get, { user_id: '1' }, { headers: { [`x-${name}`]: 'v' } });
        if (request) expect(request.headers[`x-${name}`.toLowerCase()]).toBe('v');
      }),
      { seed, numRuns: 200 },
    );
  });

  it('parameters and options that are not objects are refused', async () => {
    const { users, send } = await create();
    await fc.assert(
      fc.asyncProperty(anything, anything, async (parameters, options) => {
        await send(users.get, parameters, options);
      }),
      { seed, numRuns: 300 },
    );
  });
});
