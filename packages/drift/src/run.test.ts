import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { networkError, recordingFetch } from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import { baseUrl, credentials, reportOf, runOffline, runOnMock } from './mock-magnify.ts';
import { run, usage } from './run.ts';

const variablesOf = (vendor: string) => readVendor(vendor).clients.flatMap(({ ways }) => ways.flat());
const magicbellCredentials = { MAGICBELL_API_KEY: 'example-key', MAGICBELL_API_SECRET: 'example-secret' };

describe('the output', () => {
  const renamed = {
    'motions/list': ({ data }: { data: Record<string, unknown>[] }) => {
      for (const motion of data) {
        motion.label = motion.name;
        delete motion.name;
      }
    },
  };

  it('drift prints each difference, the line of the spec and the change', async () => {
    const { output, code } = await runOnMock(renamed);
    expect(code).toBe(1);
    expect(output).toMatch(/^magnify: 4 responses compared with spec \d+\.\d+\.\d+: 2 differences, 1 breaking\.$/m);
    expect(output).toMatch(
      /^breaking: motions\/list, response 200 body \/data\/\*: the required field "name" is missing \(2 times\)\n {2}specs\/magnify\/schemas\/motions\.yaml:\d+: Remove name from/m,
    );
    expect(output).toMatch(
      /^minor: motions\/list, response 200 body \/data\/\*: new field \(not shown\): string \(2 times\)\n {2}specs\/magnify\/schemas\/motions\.yaml:\d+: Add the property\.$/m,
    );
    expect(output).toContain('--show-names prints it.');
  });

  it('drift prints names that the spec does not contain only with --show-names', async () => {
    const changes = {
      'motions/get': (motion: object) => void Object.assign(motion, { label: 'mary', state: 'PAUSED' }),
    };
    const shown = (await runOnMock(changes, { showNames: true })).output;
    expect(shown).toContain('new field "label": string');
    expect(shown).toContain('new value "PAUSED" of an open enum');
    expect(shown).not.toMatch(/mary|not shown/);
    const hidden = (await runOnMock(changes)).output;
    expect(hidden).not.toMatch(/label|PAUSED/);
  });

  it('drift prints a new field by name when the spec has the name elsewhere', async () => {
    const { output } = await runOnMock({ 'motions/get': (motion) => void Object.assign(motion, { data: [] }) });
    expect(output).toContain('new field "data": array');
  });

  it('drift prints the report as JSON and nothing else with --json', async () => {
    const report = reportOf(await runOnMock(renamed, { json: true }));
    expect(Object.keys(report)).toEqual(['vendor', 'version', 'responses', 'breaking', 'differences', 'notes']);
  });

  it('--help lists the environment variables of every vendor', () => {
    const names = [...vendors, ...vendors.flatMap(variablesOf), 'MAGNIFY_MOTION_ID', 'MX_AUDIENCE_ID_OR_SLUG'];
    for (const name of names) expect(usage()).toContain(name);
  });
});

describe('drift that cannot run', () => {
  it.each(vendors)('drift exits 2 without credentials for %s and names each variable', async (vendor) => {
    const { code, output, problem } = await runOffline({ vendor }, { MAGNIFY_CLIENT_ID: '' });
    expect([code, output]).toEqual([2, '']);
    for (const name of variablesOf(vendor)) expect(problem).toContain(name);
  });

  it('drift exits 2 when --base-url would send credentials unencrypted', async () => {
    const { code, problem } = await runOffline({ baseUrl: 'http://example.com' }, credentials);
    expect(problem).toContain('must begin with https://');
    expect(code).toBe(2);
  });

  it('drift exits 2 after one operation when no connection is made', async () => {
    const fetch = recordingFetch(networkError('ECONNREFUSED'));
    const { code, problem } = await run({ vendor: 'magicbell', baseUrl }, magicbellCredentials, fetch);
    expect(problem).toContain('broadcasts/list: ConnectionError (ECONNREFUSED)');
    expect(code).toBe(2);
    expect(fetch.requests.length).toBeLessThanOrEqual(3);
  });

  it('drift exits 2 when the token request fails, and gives the code of the failure', async () => {
    const fetch = recordingFetch(networkError('ECONNREFUSED'));
    const { code, problem } = await run({ vendor: 'magnify', baseUrl }, credentials, fetch);
    expect(problem).toContain('motions/list: TokenError (ECONNREFUSED)');
    expect(problem).toContain('motions/get: not called after TokenError (ECONNREFUSED)');
    expect(code).toBe(2);
  });

  it('drift exits 2 when the credentials are refused, and gives the status', async () => {
    const refused = { status: 401, body: { error: 'MARY_POPPINS' } };
    const { code, problem } = await runOnMock({ 'auth/createToken': () => refused });
    expect(code).toBe(2);
    expect(problem).toContain('No read of magnify succeeded.');
    expect(problem).toContain('TokenError (status 401)');
    expect(problem).not.toContain('MARY');
  });

  it('drift gives the problem in JSON too', async () => {
    const { output } = await runOffline({ json: true });
    expect(JSON.parse(output)).toEqual({
      vendor: 'magnify',
      problem: expect.stringContaining('MAGNIFY_CLIENT_SECRET'),
    });
  });
});

describe('required parameters', () => {
  const listed = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

  it('drift takes a path parameter from the first item of the list', async () => {
    const { requests } = await runOnMock({});
    expect(requests.slice(1)).toEqual([
      'GET /motions?size=50',
      `GET /motions/${listed}`,
      `GET /motions/${listed}/email-metrics?size=50`,
    ]);
  });

  it('drift prefers a path parameter from the environment', async () => {
    const given = '00000000-0000-4000-8000-000000000000';
    const { requests } = await runOnMock({}, {}, { ...credentials, MAGNIFY_MOTION_ID: given });
    expect(requests).toContain(`GET /motions/${given}`);
    expect(requests).not.toContain(`GET /motions/${listed}`);
  });

  it('drift names the variable to set when the list is empty', async () => {
    const { output, code } = await runOnMock({ 'motions/list': () => ({ body: { total: 0, data: [] } }) });
    expect(code).toBe(0);
    expect(output).toContain('Not compared: motions/get: motions/list has no motionId; set MAGNIFY_MOTION_ID.\n');
  });

  it('drift names the credentials of the clients that it cannot make', async () => {
    const fetch = recordingFetch(Response.json({ broadcasts: [] }));
    const { output } = await run({ vendor: 'magicbell', baseUrl }, magicbellCredentials, fetch);
    expect(output).toContain('subscriptions/list: set MAGICBELL_API_KEY and MAGICBELL_USER_EMAIL, or');
    expect(output).toContain('imports/get: set MAGICBELL_IMPORT_ID');
  });
});
