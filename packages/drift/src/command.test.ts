import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { networkError, recordingFetch } from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import { credentials, driftOf, reportOf, runWith } from './scripted-vendor.ts';

const variablesOf = (vendor: string) => readVendor(vendor).clients.flatMap(({ ways }) => ways.flat());

const renamed = {
  'motions/list': ({ data }: { data: Record<string, unknown>[] }) => {
    for (const motion of data) {
      motion.title = motion.name;
      delete motion.name;
    }
  },
};

describe('what it prints', () => {
  it('is, as text, each difference with its bump and its place, and the lines of YAML that accept it', async () => {
    const { printed, code } = await driftOf(renamed);
    expect(code).toBe(1);
    expect(printed).toMatch(
      /^4 answers of magnify judged by its spec \d+\.\d+\.\d+: 1 difference\. A spec that accepts them is a major change\.$/m,
    );
    expect(printed).toContain(
      'major  motions/list  response 200 body /data/*: name is probably title now: string (2 times)\n',
    );
    expect(printed).toMatch(
      /^@@ specs\/magnify\/schemas\/motions\.yaml:\d+ \/components\/schemas\/MotionData\/required @@\n- required:\n- {3}- id$/m,
    );
    expect(printed).toMatch(/^\+ title:\n\+ {3}(description|x-evidence):/m);
  });

  it('is, as Markdown, a table and a diff', async () => {
    const { printed } = await driftOf(renamed, ['--format', 'markdown']);
    expect(printed).toContain(
      '| major | `motions/list` | response 200 body `/data/*` | name is probably title now: string (2 times) |\n',
    );
    expect(printed).toContain('```diff\n@@ specs/magnify/');
  });

  it('is, as JSON, the report and nothing else', async () => {
    const outcome = await driftOf(renamed, ['--json']);
    expect(Object.keys(reportOf(outcome))).toEqual([
      'vendor',
      'version',
      'answers',
      'bump',
      'differences',
      'patch',
      'notJudged',
      'notes',
    ]);
    expect((await driftOf(renamed, ['--format', 'json'])).printed).toBe(outcome.printed);
  });

  it('names, with --help, the variables of every vendor, and reaches nobody', async () => {
    const { printed, code } = await runWith(['--help']);
    expect(code).toBe(0);
    const names = vendors.flatMap(variablesOf);
    for (const name of [...vendors, ...names, 'MAGNIFY_MOTION_ID', 'MX_AUDIENCE_ID_OR_SLUG'])
      expect(printed).toContain(name);
  });
});

describe('what it cannot do', () => {
  it.each([
    [[], new RegExp(`Name one vendor: ${vendors.join(', ')}`)],
    [['no-such-vendor'], /Name one vendor/],
    [['magnify', 'magicbell'], /Name one vendor/],
    [['magnify', '--what'], /no such option/],
    [['magnify', '--traffic'], /no such option, or it lacks its value/],
    [['magnify', '--format', 'html'], /no such format. There are text, markdown, json/],
    [['magnify', '--base-url', 'example'], /--base-url must be an absolute URL/],
  ])('exits 2 for %j and says what to do', async (words, message) => {
    const { code, printed, warned } = await runWith(words, { environment: credentials });
    expect(warned).toMatch(message);
    expect([code, printed]).toEqual([2, '']);
  });

  it.each(vendors)('exits 2 without credentials for %s, and names each variable', async (vendor) => {
    const { code, warned } = await runWith([vendor], { environment: { MAGNIFY_CLIENT_ID: '' } });
    expect(code).toBe(2);
    for (const name of variablesOf(vendor)) expect(warned).toContain(name);
  });

  it('exits 2 when the address is not one that credentials may be sent to', async () => {
    const { code, warned } = await runWith(['magnify', '--base-url', 'http://example.com'], {
      environment: credentials,
    });
    expect(warned).toContain('must begin with https://');
    expect(code).toBe(2);
  });

  it('exits 2 when nobody answers, after one operation', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const recorded = recordingFetch(({ url, ...init }) => fetch(url, init));
    const { code, warned } = await runWith(['magicbell', '--base-url', `http://127.0.0.1:${port}`], {
      environment: { MAGICBELL_API_KEY: 'example-key', MAGICBELL_API_SECRET: 'example-secret' },
      fetch: recorded,
    });
    expect(warned).toContain('broadcasts/list: GET /broadcasts got no whole answer.');
    expect(warned).toContain('ECONNREFUSED');
    expect(code).toBe(2);
    expect(recorded.requests.length).toBeLessThanOrEqual(3);
  });

  it('exits 2 when nobody gives a token, and sends nobody to a cause that is not shown', async () => {
    const { code, warned } = await runWith(['magnify', '--base-url', 'http://127.0.0.1'], {
      environment: credentials,
      fetch: recordingFetch(networkError('ECONNREFUSED')),
    });
    expect(warned).toContain('POST /oauth2/token gave no access token. (ECONNREFUSED)');
    expect(code).toBe(2);
  });

  it('exits 2 when the credentials are refused, and says by which status', async () => {
    const refused = { status: 401, body: { error: 'invalid_client' } };
    const { code, warned } = await driftOf({ 'auth/createToken': () => refused });
    expect(code).toBe(2);
    expect(warned).toContain('No read of magnify was answered with a success.');
    expect(warned).toContain('401');
  });

  it('says why in Markdown and JSON too, for whoever reads only standard output', async () => {
    const markdown = await runWith(['magnify', '--format', 'markdown']);
    expect(markdown.printed).toMatch(/^Drift of magnify could not run\. There are no credentials/);
    const json = await runWith(['magnify', '--json']);
    expect(JSON.parse(json.printed)).toEqual({
      vendor: 'magnify',
      error: expect.stringContaining('MAGNIFY_CLIENT_SECRET'),
    });
  });
});

describe('where the parameters of reads come from', () => {
  it('takes them from the environment first, then from the first of the list', async () => {
    const paths = ({ exchanges, url }: Awaited<ReturnType<typeof driftOf>>) =>
      exchanges.slice(1).map(({ request }) => request.url.slice(url.length));
    const listed = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    expect(paths(await driftOf({}))).toEqual([
      '/motions?size=50',
      `/motions/${listed}`,
      `/motions/${listed}/email-metrics?size=50`,
    ]);
    const given = '00000000-0000-4000-8000-000000000000';
    expect(paths(await driftOf({}, [], { ...credentials, MAGNIFY_MOTION_ID: given }))[1]).toBe(`/motions/${given}`);
  });

  it('says what to set where a list is empty', async () => {
    const { printed, code } = await driftOf({ 'motions/list': () => ({ body: { total: 0, data: [] } }) });
    expect(code).toBe(0);
    expect(printed).toContain('Not judged:\n  motions/get: motions/list gave no motionId; set MAGNIFY_MOTION_ID\n');
  });

  it('says which credentials the operations need that other clients have', async () => {
    const { printed } = await runWith(['magicbell', '--base-url', 'http://127.0.0.1:1'], {
      environment: { MAGICBELL_API_KEY: 'example-key', MAGICBELL_API_SECRET: 'example-secret' },
      fetch: recordingFetch(Response.json({ broadcasts: [] })),
    });
    expect(printed).toContain('subscriptions/list: it needs MAGICBELL_API_KEY and MAGICBELL_USER_EMAIL, or');
    expect(printed).toContain('imports/get: no list has its import_id; set MAGICBELL_IMPORT_ID');
  });
});

it('takes a new field and a missing one for a rename only where no other pair is as likely', async () => {
  const report = reportOf(
    await driftOf(
      {
        'motions/get': (motion) => {
          motion.label = motion.title = motion.name;
          delete motion.name;
          motion.revision = motion.version;
          delete motion.version;
        },
      },
      ['--json'],
    ),
  );
  expect(report.differences.map(({ says }) => says)).toEqual([
    'required field name is missing',
    'version is probably revision now: integer',
    'new field title: string',
    'new field label: string',
  ]);
});
