import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { baseUrl, credentials, runOffline, runOnMock } from './mock-magnify.ts';
import type { Options } from './run.ts';
import { run } from './run.ts';

/** Secrets and personal data, as values and as keys of maps. */
const planted = [
  'Mary Poppins',
  'mary.poppins@example.com',
  'mary@example',
  '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21',
  'motion_3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21',
  'user_4821',
  '+43 660 1234567',
  '1704067200000',
  '4111111111111111',
  'AKIAIOSFODNN7EXAMPLE',
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'xoxb-2048-abcdefghijklmn',
  'dGhpcyBpcyBhIHNlY3JldA==',
  'Cherry Tree Lane 17',
  '192.0.2.17',
  'https://example.com/reset?token=s3cr3t',
  'Grüße',
  'mary.poppins',
  '__proto__',
  '| injected | <b>row</b>',
] as const;
const asKeys = Object.fromEntries(planted.map((text) => [text, text]));
/** Keys of a map that look like field names. */
const people = { dorothea: { age: 31, city: 'Wien' }, bertram: { age: 40, city: 'Graz' } };

function expectNothingPlanted(text: string): void {
  for (const secret of [
    ...planted,
    ...Object.values(credentials),
    'planted',
    's3cr3t',
    'dorothea',
    'bertram',
    'Wien',
    'Poppins',
  ]) {
    expect(text).not.toContain(secret);
  }
}

const outputs: readonly [string, Partial<Options>][] = [
  ['text', {}],
  ['JSON', { json: true }],
];

/** Puts planted data into values, keys, enums, headers, media types and texts. */
function plantedChanges(keys: (secret: string, index: number) => object) {
  const noise = planted.map(encodeURIComponent).join();
  const headers = { 'content-type': 'application/json', 'x-request-id': noise, 'set-cookie': `session=${noise}` };
  return {
    'auth/createToken': (token: object) =>
      void Object.assign(token, keys(planted[0], 1), { access_token: planted[11], scope: keys(planted[0], 1) }),
    'motions/list': ({ data }: { data: object[] }) => ({
      headers,
      body: {
        total: planted[0],
        data: planted.map((secret, index) => ({
          ...data[0],
          name: { a: secret },
          version: secret,
          ...keys(secret, index),
        })),
      },
    }),
    'motions/get': () => ({ status: 409, headers, body: { detail: noise, ...keys(planted[0], 1) } }),
    'motions/emailMetrics/list': () => ({
      headers: { ...headers, 'content-type': `text/html; x=${noise}` },
      body: `<p>${noise}</p>`,
    }),
  };
}

it.each(outputs)(
  'drift prints nothing that a vendor sends in values, keys, enums, headers or texts (%s)',
  async (_, options) => {
    const changes = plantedChanges((secret, index) => ({
      state: secret,
      // Alone, among others, deep inside, and as a map.
      ...[{ [secret]: secret }, asKeys, people][index % 3],
      owner: { [secret]: secret, manager: { name: secret, [secret]: asKeys } },
      owners: people,
      ages: { dorothea: 31, bertram: 40 },
      parents: [{ dorothea: secret, bertram: secret }],
    }));
    const { code, output, problem } = await runOnMock(changes, options);
    expect(code).toBe(1);
    expect(output).toContain('motions/list');
    expectNothingPlanted(output + problem);
  },
);

it.each(outputs)(
  'drift prints no first name that a vendor uses as a key beside declared fields (%s)',
  async (_, options) => {
    const changes = { 'motions/get': (motion: object) => void Object.assign(motion, { dorothea: 31, bertram: true }) };
    const { output, problem } = await runOnMock(changes, options);
    expect(output).toContain('new field (not shown): integer');
    expectNothingPlanted(output + problem);
  },
);

it.each(outputs)('drift prints no value with --show-names (%s)', async (_, options) => {
  const changes = plantedChanges((secret) => ({ owner: { manager: secret }, label: secret, labels: [secret] }));
  const { code, output, problem } = await runOnMock(changes, { ...options, showNames: true });
  expect(code).toBe(1);
  expect(output).toContain('label');
  expectNothingPlanted(output + problem);
});

it('drift prints names without control characters and cut to 60 characters', async () => {
  const name = `\u001b[31m\u009b\u202e${'x'.repeat(100)}`;
  const changes = { 'motions/get': (motion: object) => void Object.assign(motion, { [name]: 1 }) };
  const { output } = await runOnMock(changes, { showNames: true });
  expect(output).toMatch(/new field "\\u001b\[31m\?\?x+": integer/);
  expect(output).not.toContain('x'.repeat(60));
});

it('drift prints no media type that the spec does not contain', async () => {
  for (const secret of planted) {
    const { output } = await runOnMock({
      'motions/get': () => ({ headers: { 'content-type': `application/${encodeURIComponent(secret)}` } }),
    });
    expect(output).toContain('the media type is (not shown); the spec declares application/json');
    expectNothingPlanted(output);
  }
});

it.each(outputs)('drift prints nothing of the URLs, headers and bodies of a recording (%s)', async (_, options) => {
  const folder = mkdtempSync(join(tmpdir(), 'drift-'));
  try {
    const lines = planted.flatMap((secret) => {
      const encoded = encodeURIComponent(secret);
      const headers = { authorization: `Bearer ${encoded}`, [encoded]: encoded, cookie: encoded };
      const paths = [
        `motions?size=1&${encoded}=${encoded}`,
        `motions/${encoded}`,
        `${encoded}/${encoded}?${encoded}#${encoded}`,
      ];
      return paths.map((path) => ({
        request: { method: 'GET', url: `https://api.magnify.io/v1/partner/${path}`, headers, body: secret },
        response: {
          status: 422,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(asKeys),
        },
      }));
    });
    const traffic = join(folder, 'planted.ndjson');
    writeFileSync(traffic, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { output, problem } = await runOffline({ traffic, ...options }, credentials);
    expect(output).toContain('422');
    expectNothingPlanted(output + problem);
    for (const secret of planted) expect(output + problem).not.toContain(encodeURIComponent(secret));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each(outputs)('drift prints the code of a network error and nothing of its message (%s)', async (_, options) => {
  const cause = Object.assign(new Error(`getaddrinfo ENOTFOUND ${planted[0]}`), {
    code: 'ENOTFOUND',
    hostname: planted[1],
  });
  const fetch = () => Promise.reject(new TypeError(planted[16], { cause }));
  const { code, output, problem } = await run({ vendor: 'magnify', ...options }, credentials, fetch);
  expect(code).toBe(2);
  expect(problem).toContain('ENOTFOUND');
  expectNothingPlanted(output + problem);
});

it('drift prints nothing of --base-url', async () => {
  for (const secret of planted) {
    const address = `https://${encodeURIComponent(secret)}:x@127.0.0.1/`;
    const { output, problem } = await runOffline({ baseUrl: address }, credentials);
    expectNothingPlanted(output + problem);
  }
});

it.each(outputs)('drift prints no credential, even as the name of a field (%s)', async (_, options) => {
  const changes = { 'motions/get': (motion: object) => void Object.assign(motion, { letterbox: 1 }) };
  const shown = { ...options, showNames: true, baseUrl };
  expect((await runOnMock(changes, shown)).output).toContain('letterbox');
  const { output, problem } = await runOnMock(changes, shown, { ...credentials, MAGNIFY_CLIENT_SECRET: 'letterbox' });
  expect(output).toContain('(not shown)');
  expect(output + problem).not.toContain('letterbox');
});
