import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { credentials, driftOf, runWith } from './scripted-vendor.ts';

/** Secrets and a person's data, as they come as values, and as keys where somebody uses data for keys. */
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
/** Keys that read like names, and yet are those of a map. */
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

const outputs = [[], ['--json'], ['--format', 'markdown']];

it.each(outputs)(
  'prints nothing that a vendor put into values, keys, enums, headers or texts (%s)',
  async (...words) => {
    const noise = planted.map(encodeURIComponent).join();
    const headers = { 'content-type': 'application/json', 'x-request-id': noise, 'set-cookie': `session=${noise}` };
    const { code, printed, warned } = await driftOf(
      {
        'auth/createToken': (token) => void Object.assign(token, asKeys, { access_token: planted[11], scope: asKeys }),
        'motions/list': ({ data }) => ({
          headers,
          body: {
            total: planted[0],
            data: planted.map((secret, index) => ({
              ...data[0],
              state: secret,
              name: { [secret]: [secret] },
              version: secret,
              // Alone, among others, deep inside, and as a map.
              ...[{ [secret]: secret }, asKeys, people][index % 3],
              owner: { [secret]: secret, manager: { name: secret, [secret]: asKeys } },
              owners: people,
              ages: { dorothea: 31, bertram: 40 },
              parents: [{ dorothea: secret, bertram: secret }],
            })),
          },
        }),
        'motions/get': () => ({ status: 409, headers, body: { detail: noise, ...asKeys, people } }),
        'motions/emailMetrics/list': () => ({
          headers: { ...headers, 'content-type': `application/${planted[13]};x=${noise}` },
          body: `<p>${noise}</p>`,
        }),
      },
      words,
    );
    expect(code).toBe(1);
    expect(printed).toContain('motions/list');
    expectNothingPlanted(printed + warned);
  },
);

it('prints no media type that may be data', async () => {
  for (const secret of planted) {
    const { printed } = await driftOf({
      'motions/get': () => ({ headers: { 'content-type': `application/${encodeURIComponent(secret)}` } }),
    });
    expect(printed).toContain('where the spec declares application/json');
    expectNothingPlanted(printed);
  }
});

it.each(outputs)('prints nothing of the URLs, headers and bodies of a recording (%s)', async (...words) => {
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
    const path = join(folder, 'planted.ndjson');
    writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { printed, warned } = await runWith(['magnify', '--traffic', path, ...words], { environment: credentials });
    expect(printed).toContain('422');
    expectNothingPlanted(printed + warned);
    for (const secret of planted) expect(printed + warned).not.toContain(encodeURIComponent(secret));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each(outputs)('prints nothing of what the network says (%s)', async (...words) => {
  const cause = Object.assign(new Error(`getaddrinfo ENOTFOUND ${planted[0]}`), {
    code: 'ENOTFOUND',
    hostname: planted[1],
  });
  const { code, printed, warned } = await runWith(['magnify', ...words], {
    environment: credentials,
    fetch: () => Promise.reject(new TypeError(planted[16], { cause })),
  });
  expect(code).toBe(2);
  expect(warned).toContain('ENOTFOUND');
  expectNothingPlanted(printed + warned);
});

it('does not repeat a word that it does not know: it may be a credential in the wrong place', async () => {
  for (const secret of planted) {
    for (const words of [[secret], ['magnify', secret], ['magnify', `--${secret}`], ['magnify', '--format', secret]]) {
      const { code, printed, warned } = await runWith(words, { environment: credentials });
      expect(code).toBe(2);
      expectNothingPlanted(printed + warned);
    }
    const { printed, warned } = await runWith(
      ['magnify', '--base-url', `https://${encodeURIComponent(secret)}:x@127.0.0.1/`],
      {
        environment: credentials,
      },
    );
    expectNothingPlanted(printed + warned);
  }
});

it('takes out a credential even where it reads like a name', async () => {
  const script = { 'motions/get': (motion: object) => void Object.assign(motion, { letterbox: 1 }) };
  expect((await driftOf(script)).printed).toContain('new field letterbox: integer');
  const environment = { ...credentials, MAGNIFY_CLIENT_SECRET: 'letterbox' };
  for (const words of outputs) {
    const { printed, warned } = await driftOf(script, words, environment);
    expect(printed).toContain('new field (not shown: it looks like data): integer');
    expect(printed + warned).not.toContain('letterbox');
  }
});
