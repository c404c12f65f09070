import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf, runWith } from './scripted-vendor.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drift-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function driftOfText(text: string, ...words: string[]) {
  const path = join(folder, 'traffic');
  writeFileSync(path, text);
  return runWith(['magnify', '--traffic', path, ...words]);
}

const motion = {
  id: 'motion_7c9e6679-7425-40de-944b-e07fc1f90ae7',
  name: 'Trial check-in',
  version: 3,
  createdAt: 1704067200000,
  createdBy: 'user_4821',
  state: 'EXECUTING',
};
const url = 'https://api.magnify.io/v1/partner/motions/7c9e6679-7425-40de-944b-e07fc1f90ae7';
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

describe('a recording as NDJSON', () => {
  it('is judged, from the vendor and from a mock with and without the path of its server', async () => {
    const lines = [url, url.replace('https://api.magnify.io', 'http://127.0.0.1:4010')].map((to) =>
      line(motion).replace(url, to),
    );
    lines.push(line(motion).replace('https://api.magnify.io/v1/partner', 'http://localhost:4010'));
    const { code, printed } = await driftOfText(`\uFEFF${lines.join('\r\n')}\n\n`);
    expect(printed).toContain('3 answers of magnify judged by its spec 0.1.0: no difference.');
    expect(code).toBe(0);
  });

  it('may have a body as JSON in place of its text', async () => {
    const { name, ...nameless } = motion;
    const { code, printed } = await driftOfText(line(0, { body: nameless }), '--json');
    expect(code).toBe(1);
    expect(reportOf({ printed }).differences).toMatchObject([{ kind: 'missing field', operation: 'motions/get' }]);
  });

  it('is judged to its last whole line when that is cut off, and says so', async () => {
    const { code, printed } = await driftOfText(`${line(motion)}\n${line(motion).slice(0, 150)}`);
    expect(code).toBe(0);
    expect(printed).toContain('1 answer of magnify');
    expect(printed).toContain('Line 2 of the recording, the last one, is cut off.');
  });

  it('of 10,000 answers takes as long an answer as one of 1,000, and each difference is told once', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      line({ ...motion, pace: index, state: `STATE_${'ABC'[index % 3]}` }),
    );
    const start = performance.now();
    await driftOfText(lines.slice(0, 1000).join('\n'), '--json');
    const middle = performance.now();
    const { code, printed } = await driftOfText(lines.join('\n'), '--json');
    // Ten times where it grows in proportion, a hundred where it does not; a busy machine is slow at both.
    expect((performance.now() - middle) / (middle - start)).toBeLessThan(50);
    expect(code).toBe(0);
    const counts = reportOf({ printed }).differences.map(({ kind, count }) => [kind, count]);
    expect(counts).toEqual([
      ['new field', 10_000],
      ['new enum value', 3334],
      ['new enum value', 3333],
      ['new enum value', 3333],
    ]);
  });

  it('leaves out other hosts, and tells requests that are no operation without what may be data', async () => {
    const lines = [
      line(motion),
      line(motion).replace(url, 'https://tracker.example.com/collect?user=mary'),
      line(motion).replace(url, 'https://api.magnify.io/v1/partner/motions/mary/notes?key=k'),
    ];
    const { printed } = await driftOfText(lines.join('\n'));
    expect(printed).toContain('1 requests to other hosts were left out.');
    expect(printed).toContain('Not in the spec: GET /{…}/{…}/motions/{…}/{…}.');
    expect(printed).not.toContain('mary');
  });

  it('takes a server that --base-url names', async () => {
    const text = line(motion).replace('https://api.magnify.io/v1/partner', 'https://staging.example.com/api');
    expect((await driftOfText(text)).code).toBe(2);
    expect((await driftOfText(text, '--base-url', 'https://staging.example.com/api/')).code).toBe(0);
  });

  it('takes a refusal that a mock was asked for, or that the spec gives too, for no drift', async () => {
    const refusal = { type: 't', message: 'm', detail: 'd', status: 400, instance: 'i' };
    const refused = line(refusal, { status: 400 });
    const asked = refused.replace('"authorization"', '"prefer":"code=400","authorization"');
    const wrong = refused.replace(url, url.replace('/7c9e6679-7425-40de-944b-e07fc1f90ae7', '?size=0'));
    expect([(await driftOfText(asked)).code, (await driftOfText(wrong)).code]).toEqual([0, 0]);
    expect((await driftOfText(refused)).code).toBe(1);
  });
});

describe('a recording as HAR', () => {
  it('is judged, its bodies as text or base64', async () => {
    const { title, ...renamed } = { ...motion, title: motion.name };
    const text = JSON.stringify(renamed);
    const base64 = { text: Buffer.from(text).toString('base64'), encoding: 'base64' };
    const { code, printed } = await driftOfText(har({ content: { text } }, { content: base64 }));
    expect(printed).toContain('2 answers of magnify judged by its spec 0.1.0: no difference.');
    expect(code).toBe(0);
  });

  it('does not take a body that was not recorded for an empty one', async () => {
    const missing = await driftOfText(har({ content: { size: 1200 } }, { content: { size: -1 } }, {}));
    expect(missing.code).toBe(0);
    expect(missing.printed).toContain('3 answers have no body in the recording; their fields were not judged.');
    const empty = await driftOfText(har({ content: { size: 0, text: '' } }));
    expect(empty.code).toBe(1);
    expect(empty.printed).toContain('no body, where the spec declares application/json');
  });

  it('leaves out requests without an answer, and answers from a cache', async () => {
    const { code, printed } = await driftOfText(
      har({ content: { text: JSON.stringify(motion) } }, { status: 0 }, { status: 304 }),
    );
    expect(code).toBe(0);
    expect(printed).toContain('1 answer of magnify');
    expect(printed).toContain('1 requests of the recording have no answer.');
  });
});

describe('a file that is no recording', () => {
  it.each([
    ['empty', ' \n', /is empty/],
    ['text', 'hunter2 is my secret', /line 1 is no exchange/],
    ['JSON of another kind', '{"secret":"hunter2"}', /line 1 is no exchange/],
    ['a list', '[1, 2, "hunter2"]', /line 1 is no exchange/],
    ['null', 'null', /line 1 is no exchange/],
    ['NDJSON with garbage inside', `${line(motion)}\nhunter2\n${line(motion)}`, /line 2 is no exchange/],
    ['NDJSON whose only line is cut off', line(motion).slice(0, 99), /line 1 is no exchange/],
    ['an exchange with a relative URL', line(motion).replace(url, '/motions?secret=hunter2'), /absolute URL/],
    ['a HAR that is cut off', har({ content: { text: 'hunter2' } }).slice(0, -9), /line 1 is no exchange/],
    ['a HAR without entries', '{"log":{"hunter2":1}}', /without `log.entries`/],
    ['a HAR with a broken entry', '{"log":{"entries":[{"request":"hunter2"}]}}', /entry 0/],
    ['a HAR without entries of the vendor', '{"log":{"entries":[]}}', /None of the 0 exchanges/],
    ['binary', String.fromCharCode(...Array.from({ length: 256 }, (_, index) => index)), /line 1 is no exchange/],
  ])('is refused when it is %s, and nothing of it is repeated', async (_, text, message) => {
    const { code, printed, warned } = await driftOfText(text);
    expect(warned).toMatch(message);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(warned).not.toContain('hunter2');
  });

  it('is refused when it does not exist, without its path', async () => {
    const { code, warned } = await runWith(['magnify', '--traffic', join(folder, 'hunter2')]);
    expect(code).toBe(2);
    expect(warned).toBe('The file given by --traffic cannot be read (ENOENT).\n');
  });
});
