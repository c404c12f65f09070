import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf, runOffline } from './mock-magnify.ts';
import type { Options } from './run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drift-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function compareText(text: string, options: Partial<Options> = {}) {
  const traffic = join(folder, 'traffic');
  writeFileSync(traffic, text);
  return runOffline({ traffic, ...options });
}

const motion = {
  id: 'motion_7c9e6679-7425-40de-944b-e07fc1f90ae7',
  name: 'Trial check-in',
  version: 3,
  createdAt: 1704067200000,
  createdBy: 'user_4821',
  state: 'EXECUTING',
};
const server = 'https://api.magnify.io/v1/partner';
const url = `${server}/motions/7c9e6679-7425-40de-944b-e07fc1f90ae7`;
const headers = { 'Content-Type': 'application/json; charset=utf-8' };
const line = (body: unknown, more: object = {}) =>
  JSON.stringify({
    request: { method: 'GET', url, headers: { authorization: 'Bearer t' } },
    response: { status: 200, headers, body: JSON.stringify(body), ...more },
  });
const entry = (response: object) => ({
  request: { method: 'GET', url, headers: [{ name: ':authority', value: 'api.magnify.io' }] },
  response: { status: 200, headers: [{ name: 'Content-Type', value: 'application/json' }], ...response },
});
const har = (...responses: object[]) => JSON.stringify({ log: { version: '1.2', entries: responses.map(entry) } });

describe('NDJSON', () => {
  it('NDJSON may have a byte order mark, CRLF and empty lines', async () => {
    const { code, output } = await compareText(`\uFEFF${line(motion)}\r\n${line(motion)}\n\n`);
    expect(output).toMatch(/^magnify: 2 responses compared with spec .+: no difference\.\n$/);
    expect(code).toBe(0);
  });

  it('NDJSON may have a body as JSON in place of text', async () => {
    const { name, ...nameless } = motion;
    const { code, output } = await compareText(line(0, { body: nameless }), { json: true });
    expect(code).toBe(1);
    expect(reportOf({ output }).differences).toMatchObject([{ kind: 'missing field', operation: 'motions/get' }]);
  });

  it('10,000 responses give each difference once with its count', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      line({ ...motion, pace: index, state: `STATE_${'ABC'[index % 3]}` }),
    );
    const { code, output } = await compareText(lines.join('\n'), { json: true, showNames: true });
    expect(code).toBe(0);
    expect(reportOf({ output }).differences.map(({ kind, count }) => [kind, count])).toEqual([
      ['new enum value', 3334],
      ['new field', 10_000],
      ['new enum value', 3333],
      ['new enum value', 3333],
    ]);
  });

  it('requests to other hosts and to unknown paths are counted and not printed', async () => {
    const lines = [
      line(motion),
      line(motion).replace(url, 'https://tracker.example.com/collect?user=mary'),
      line(motion).replace(url, `${server}/motions/mary/notes?key=k`),
    ];
    const { output } = await compareText(lines.join('\n'));
    expect(output).toContain('Not compared: requests to other hosts (1).');
    expect(output).toContain('Not in the spec: requests to the vendor (1).');
    expect(output).not.toContain('mary');
  });

  it('a recording of another server needs --base-url', async () => {
    const text = line(motion).replace(server, 'https://staging.example.com/api');
    const { code, problem } = await compareText(text);
    expect([code, problem]).toEqual([2, expect.stringContaining('add --base-url')]);
    expect((await compareText(text, { baseUrl: 'https://staging.example.com/api/' })).code).toBe(0);
  });

  it('a refused request is a difference only when the spec allows it and no mock was asked for it', async () => {
    const refusal = { type: 't', message: 'm', detail: 'd', status: 400, instance: 'i' };
    const refused = line(refusal, { status: 400 });
    const asked = refused.replace('"authorization"', '"prefer":"code=400","authorization"');
    const invalid = refused.replace(url, `${server}/motions?size=0`);
    expect([(await compareText(asked)).code, (await compareText(invalid)).code]).toEqual([0, 0]);
    expect((await compareText(refused)).code).toBe(1);
  });
});

describe('HAR', () => {
  it('HAR may have bodies as text and as base64', async () => {
    const text = JSON.stringify(motion);
    const base64 = { text: Buffer.from(text).toString('base64'), encoding: 'base64' };
    const { code, output } = await compareText(har({ content: { text } }, { content: base64 }));
    expect(output).toMatch(/^magnify: 2 responses compared .+: no difference\.\n$/);
    expect(code).toBe(0);
  });

  it('a body that the recorder left out is not an empty body', async () => {
    const missing = await compareText(har({ content: { size: 1200 } }, { content: { size: -1 } }, {}));
    expect(missing.code).toBe(0);
    expect(missing.output).toContain('Not compared: bodies that the recording lacks (3).');
    const empty = await compareText(har({ content: { size: 0, text: '' } }));
    expect(empty.code).toBe(1);
    expect(empty.output).toContain('no body; the spec declares application/json');
  });

  it('requests without a response and responses from a cache are not compared', async () => {
    const { code, output } = await compareText(
      har({ content: { text: JSON.stringify(motion) } }, { status: 0 }, { status: 304 }),
    );
    expect(code).toBe(0);
    expect(output).toContain('magnify: 1 response compared');
    expect(output).toContain('Not compared: requests without a response (1).');
  });
});

describe('other files', () => {
  it.each([
    ['an empty file', ' \n', /is empty/],
    ['text', 'hunter2 is my secret', /line 1 is not an exchange/],
    ['other JSON', '{"secret":"hunter2"}', /line 1 is not an exchange/],
    ['a list', '[1, 2, "hunter2"]', /line 1 is not an exchange/],
    ['null', 'null', /line 1 is not an exchange/],
    ['NDJSON with another line', `${line(motion)}\nhunter2\n${line(motion)}`, /line 2 is not an exchange/],
    ['truncated NDJSON', `${line(motion)}\n${line(motion).slice(0, 99)}`, /line 2 is not an exchange/],
    ['a relative URL', line(motion).replace(url, '/motions?secret=hunter2'), /absolute URL/],
    ['a truncated HAR', har({ content: { text: 'hunter2' } }).slice(0, -9), /line 1 is not an exchange/],
    ['a HAR without entries', '{"log":{"hunter2":1}}', /no `log.entries`/],
    ['a HAR whose log is null', '{"log":null}', /no `log.entries`/],
    ['a HAR with a broken entry', '{"log":{"entries":[{"request":"hunter2"}]}}', /entry 0/],
    ['a HAR of nothing', '{"log":{"entries":[]}}', /none of the 0 exchanges/],
    ['binary', String.fromCharCode(...Array.from({ length: 256 }, (_, index) => index)), /line 1 is not an exchange/],
  ])('drift refuses %s as a recording and repeats nothing of it', async (_, text, message) => {
    const { code, output, problem } = await compareText(text);
    expect(problem).toMatch(message);
    expect([code, output]).toEqual([2, '']);
    expect(problem).not.toContain('hunter2');
  });

  it('drift refuses a missing file without its path', async () => {
    const { code, problem } = await runOffline({ traffic: join(folder, 'hunter2') });
    expect([code, problem]).toEqual([2, '--traffic: the file cannot be read (ENOENT).\n']);
  });
});
