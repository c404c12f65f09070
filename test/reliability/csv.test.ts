/** `readMemberRows` yields the rows that MX sent, or says which row it could not read: never other text, and never a row twice. */
import { getEventListeners } from 'node:events';
import zlib from 'node:zlib';
import { type ApiError, createMxAudience, type MemberRowsOptions, readMemberRows } from '@plumbline/mx-audience';
import type { ClientOptions } from '@plumbline/runtime';
import { beforeAll, describe, expect, it } from 'vitest';
import { reset, respond, sendInParts, stall } from '../behaviour/steps.ts';
import { eventually, startNetwork } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { type Transport, transports } from '../behaviour/transports.ts';

const audience = { id_or_slug: 'vip', institution_public_id: 'INST-1' };
const path = '/api/v1/audience/vip/list';

/** Starts a server that responds to each download by its step. */
async function createMx(transport: Transport, steps: readonly Step[], given: ClientOptions = {}) {
  const network = await startNetwork(transport, given);
  const { server, clock, options } = network;
  server.on('/api/token', respond(200, { access_token: 'token' }));
  server.on(path, ...steps);
  const mx = createMxAudience({ clientId: 'id', clientSecret: 'secret', ...options });
  /** Runs a loop, with some milliseconds of work for each row, and resolves with its rows and its error. */
  const read = (callOptions?: MemberRowsOptions, work = 0) => {
    const rows: (readonly string[])[] = [];
    const reading = async () => {
      for await (const row of readMemberRows(mx, audience, callOptions)) {
        rows.push(row);
        if (work > 0) await new Promise<void>((resolve) => clock.after(work, resolve));
      }
    };
    const outcome = reading().then(
      () => ({ rows }),
      (error: ApiError) => ({ rows, error }),
    );
    return clock.run(outcome);
  };
  /** Checks that the download has ended, and that no timer is left. */
  const expectNothingLeft = async () => {
    const [request] = server.at(path);
    await eventually(() => !server.openPorts.has(request?.clientPort));
    expect([server.at(path).length, clock.pending]).toEqual([1, 0]);
  };
  return { ...network, mx, read, expectNothingLeft };
}

// The first loop loads the parser, which the clock cannot see.
beforeAll(async () => {
  const fetch = async (url: string) =>
    url.endsWith('/token') ? Response.json({ access_token: 'token' }) : new Response('a\n');
  const mx = createMxAudience({ domain: 'acme', clientId: 'id', clientSecret: 'secret', fetch });
  for await (const row of readMemberRows(mx, audience)) expect(row).toEqual(['a']);
});

const csv = (body: string | Uint8Array, type = 'text/csv') => respond(200, body, { 'Content-Type': type });
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16(text).swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const text = 'id,name\r\n1,Zoë\r\n';
const rows = [
  ['id', 'name'],
  ['1', 'Zoë'],
];

describe.each(transports)('CSV over $name', (transport) => {
  it.each([
    ['UTF-8 without a label', 'text/csv', Buffer.from(text)],
    ['UTF-8 with a mark', 'text/csv; charset=utf-8', Buffer.from(`\uFEFF${text}`)],
    ['UTF-8 whose mark contradicts its label', 'text/csv; charset=iso-8859-1', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE with a label', 'text/csv; charset=utf-16le', utf16(text)],
    ['UTF-16LE with a label and a mark', 'text/csv; charset=utf-16le', utf16(`\uFEFF${text}`)],
    ['UTF-16 with the label of both orders', 'text/csv; charset=UTF-16', utf16be(`\uFEFF${text}`)],
    ['UTF-16LE with a mark', 'text/csv', utf16(`\uFEFF${text}`)],
    ['UTF-16BE with a mark', 'text/csv', utf16be(`\uFEFF${text}`)],
    ['UTF-16BE whose mark contradicts its label', 'text/csv; charset=utf-8', utf16be(`\uFEFF${text}`)],
    ['Latin-1 with a label', 'text/csv; header=present; charset="ISO-8859-1"', latin1(text)],
    ['CSV as plain text', 'text/plain; charset=windows-1252', latin1(text)],
    ['CSV as an attachment', 'application/octet-stream', Buffer.from(text)],
  ])('readMemberRows decodes %s', async (_, type, body) => {
    const { read } = await createMx(transport, [csv(body, type)]);
    expect(await read()).toEqual({ rows });
  });

  it('readMemberRows decodes a gzip body, and then its charset', async () => {
    const body = zlib.gzipSync(utf16(`\uFEFF${text}`));
    const headers = { 'Content-Type': 'text/csv', 'Content-Encoding': 'gzip' };
    const { read } = await createMx(transport, [respond(200, body, headers)]);
    expect(await read()).toEqual({ rows });
  });

  const nul = 'it has a NUL character. UTF-16 needs a byte order mark, or a charset in Content-Type.';
  const quote = 'a quote inside a quoted field is not doubled.';
  it.each([
    ['Latin-1 without a label', 'text/csv', latin1(text), 1, 'Row 2: it has bytes that are not utf-8.'],
    ['Latin-1 as UTF-8', 'text/csv; charset=utf-8', latin1(text), 1, 'Row 2: it has bytes that are not utf-8.'],
    [
      'half a pair',
      'text/csv; charset=utf-16le',
      utf16('a\n\uD83D\n'),
      1,
      'Row 2: it has bytes that are not utf-16le.',
    ],
    ['UTF-16 without a label', 'text/csv', utf16('a\nb\n'), 0, `Row 1: ${nul}`],
    ['an unknown label', 'text/csv; charset=utf-9', 'a\nb\n', 0, 'Row 1: its charset "utf-9" is unknown.'],
    ['a label that no client decodes', 'text/csv; charset=utf-7', 'a\n', 0, 'Row 1: its charset "utf-7" is unknown.'],
    ['text after a quoted field', 'text/csv', 'a,b\r\n1,2\r\n"x"y,3\r\n4,5\r\n', 2, `Row 3: ${quote}`],
    ['a quote in quotes', 'text/csv', 'a\nb\nc\n"5" disk",1\nd\n', 3, `Row 4: ${quote}`],
    ['a malformed first row', 'text/csv', '"a"b\n', 0, `Row 1: ${quote}`],
    ['a malformed last row', 'text/csv', 'a\n\n"b"c', 1, `Row 2: ${quote}`],
  ])('readMemberRows throws an ApiError for %s, after the rows before it', async (_, type, body, count, problem) => {
    const { read } = await createMx(transport, [csv(body, type)]);
    const { rows, ...outcome } = await read();
    expect(rows).toHaveLength(count);
    expect(outcome).toMatchObject({ error: { name: 'ApiError', status: 200, body: problem } });
  });

  it('readMemberRows never puts the text of a row into an error', async () => {
    const { read } = await createMx(transport, [csv('a\n"4111111111111111"x,"mary@example.com"\n')]);
    const { error } = (await read()) as { error: ApiError };
    expect(`${error.message} ${error.stack} ${error.body}`).not.toMatch(/4111|mary/);
  });

  it('readMemberRows ends the download at a malformed row', async () => {
    const { read, expectNothingLeft } = await createMx(transport, [
      sendInParts(['a\n', '"b"c\n', 'd\n'], { ending: 'stalled', type: 'text/csv' }),
    ]);
    expect(await read()).toMatchObject({ rows: [['a']], error: { body: `Row 2: ${quote}` } });
    await expectNothingLeft();
  });

  it('readMemberRows ends the download of a field that never ends at its limit', async () => {
    const parts = ['a\n"', ...Array(40).fill('x'.repeat(65_536)), '"\n'];
    const { read, expectNothingLeft } = await createMx(transport, [
      sendInParts(parts, { ending: 'stalled', type: 'text/csv' }),
    ]);
    expect(await read()).toMatchObject({
      rows: [['a']],
      error: { name: 'ApiError', body: 'Row 2: it is longer than 1,048,576 characters.' },
    });
    await expectNothingLeft();
  });

  it.each([
    ['a reset', sendInParts(['a\nb\n', 'c'], { ending: 'reset', type: 'text/csv' })],
    ['an early end', sendInParts(['a\nb\n', 'c'], { ending: 'truncated', type: 'text/csv' })],
    ['an end in quotes', csv('a\nb\n"c\n')],
    ['an end in a character', csv(Buffer.from('a\nb\né').subarray(0, -1))],
    ['an end in a character of UTF-16', csv(utf16('\uFEFFa\nb\nc').subarray(0, -1))],
  ])('readMemberRows throws a ConnectionError after the complete rows before %s', async (_, step) => {
    const { read, server } = await createMx(transport, [step]);
    expect(await read()).toMatchObject({ rows: [['a'], ['b']], error: { name: 'ConnectionError' } });
    expect(server.at(path)).toHaveLength(1);
  });

  it('readMemberRows yields a row as soon as its last byte arrives', async () => {
    const parts = ['"a', '\n', 'b"\n', 'c', '\n'];
    const { mx, clock } = await createMx(transport, [sendInParts(parts, { every: 1000, type: 'text/csv' })]);
    const times: unknown[] = [];
    const reading = async () => {
      for await (const row of readMemberRows(mx, audience)) times.push([clock.now(), ...row]);
    };
    await clock.run(reading());
    expect(times).toEqual([
      [3000, 'a\nb'],
      [5000, 'c'],
    ]);
  });

  it('the timeout runs while the loop waits for bytes, and not while the caller works', async () => {
    const parts = ['a\n', 'b\n', 'c\n'];
    const options = { every: 19_999, ending: 'stalled', type: 'text/csv' } as const;
    const { mx, clock, expectNothingLeft } = await createMx(transport, [sendInParts(parts, options)]);
    const rows: unknown[] = [];
    const reading = async () => {
      for await (const row of readMemberRows(mx, audience, { timeout: 20_000 })) {
        if (rows.push(row) === parts.length) return;
        await new Promise<void>((resolve) => clock.after(60_000, resolve));
      }
    };
    await clock.run(reading());
    expect([rows, clock.now() > 120_000]).toEqual([[['a'], ['b'], ['c']], true]);
    await expectNothingLeft();
  });

  it('the timeout ends a download that stalls in a row, after the rows before it', async () => {
    const { read, clock, expectNothingLeft } = await createMx(transport, [
      sendInParts(['a\n', '"b'], { every: 10_000, ending: 'stalled', type: 'text/csv' }),
    ]);
    expect(await read({ timeout: 20_000 })).toMatchObject({ rows: [['a']], error: { name: 'TimeoutError' } });
    expect(clock.now()).toBe(40_000);
    await expectNothingLeft();
  });

  it('the deadline ends a download whose bytes keep arriving', async () => {
    const { read, clock } = await createMx(transport, [
      sendInParts(Array(1000).fill('a\n'), { every: 999, type: 'text/csv' }),
    ]);
    const outcome = await read({ timeout: 20_000, deadline: 12_345 });
    expect(outcome).toMatchObject({ error: { name: 'TimeoutError', timeout: 12_345 } });
    expect([outcome.rows.length, clock.now()]).toEqual([12, 12_345]);
  });

  it('the deadline includes the work of the caller', async () => {
    const { read, clock } = await createMx(transport, [
      sendInParts(Array(9).fill('a\n'), { every: 1000, ending: 'stalled', type: 'text/csv' }),
    ]);
    const outcome = await read({ deadline: 12_345 }, 5000);
    expect(outcome).toMatchObject({ error: { name: 'TimeoutError', timeout: 12_345 } });
    expect(clock.now()).toBeGreaterThanOrEqual(12_345);
    expect(outcome.rows.length).toBeLessThan(9);
  });

  it.each([
    ['a 503', respond(503, {})],
    ['a reset before the head', reset('before the head')],
    ['no response', stall],
  ])('readMemberRows is retried after %s, and yields each row once', async (_, step) => {
    const { read, server } = await createMx(transport, [step, csv('a\nb\n')]);
    expect(await read()).toEqual({ rows: [['a'], ['b']] });
    expect(server.at(path)).toHaveLength(2);
  });

  it.each([
    ['a 404', respond(404, { message: 'none' }), 404, { message: 'none' }],
    ['JSON', respond(200, { count: 0 }), 200, { count: 0 }],
    ['HTML', csv('<p>Maintenance</p>', 'text/html; charset=utf-9'), 200, '<p>Maintenance</p>'],
  ])('readMemberRows throws an ApiError with the body of %s', async (_, step, status, body) => {
    const { read } = await createMx(transport, [step]);
    expect(await read()).toMatchObject({ rows: [], error: { name: 'ApiError', status, body } });
  });

  it('readMemberRows ends the download when the caller leaves the loop or aborts', async () => {
    const endless = sendInParts(['a\nb\n', 'c\n'], { ending: 'stalled', type: 'text/csv' });
    const left = await createMx(transport, [endless]);
    const { signal } = new AbortController();
    const reading = async () => {
      for await (const row of readMemberRows(left.mx, audience, { signal })) return row;
      return [];
    };
    expect(await left.clock.run(reading())).toEqual(['a']);
    await left.expectNothingLeft();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);

    const aborted = await createMx(transport, [endless]);
    const controller = new AbortController();
    aborted.clock.after(1000, () => controller.abort('enough'));
    expect(await aborted.read({ signal: controller.signal })).toEqual({ rows: [['a'], ['b'], ['c']], error: 'enough' });
    await aborted.expectNothingLeft();
  });
});
