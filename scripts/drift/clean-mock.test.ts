import { expect, it } from 'vitest';
import { startMock } from '../mock-server.ts';
import { operationsOf, readSpec, vendors } from '../spec.ts';
import { reportOf, runWith } from './scripted-vendor.ts';

const environment = {
  MAGICBELL_API_KEY: 'example-key',
  MAGICBELL_API_SECRET: 'example-secret',
  MAGICBELL_USER_EMAIL: 'mary@example.com',
  MAGICBELL_IMPORT_ID: '67e839ab-98a8-48cf-9bcb-12d2b906c9c3',
  MAGNETIQ_CLIENT_ID: 'example-client-id',
  MAGNETIQ_CLIENT_SECRET: 'example-client-secret',
  MAGNIFY_CLIENT_ID: 'example-client-id',
  MAGNIFY_CLIENT_SECRET: 'example-client-secret',
  MX_AUDIENCE_CLIENT_ID: 'example-client-id',
  MX_AUDIENCE_CLIENT_SECRET: 'example-client-secret',
  MX_AUDIENCE_ID_OR_SLUG: 'home_buyers',
  MX_AUDIENCE_INSTITUTION_PUBLIC_ID: 'INST-4B7E1D90',
};

it.each(vendors)('calls every read of %s on a mock of its spec, and finds no difference', async (vendor) => {
  const called = new Set<string>();
  const mock = await startMock(vendor);
  try {
    const { code, printed, warned } = await runWith([vendor, '--base-url', mock.url, '--json'], {
      environment,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        called.add(`${init.method} ${new URL(url).pathname} ${new Headers(init.headers).get('accept')}`);
        return response;
      },
    });
    expect(warned).toBe('');
    expect(reportOf({ printed })).toMatchObject({ differences: [], notJudged: [], bump: 'none' });
    expect(code).toBe(0);
  } finally {
    await mock.close();
  }
  const reads = operationsOf(readSpec(vendor)).filter(({ method }) => method === 'GET');
  for (const { path } of reads) {
    const pattern = new RegExp(`^GET ${path.replace(/\{[^}]+\}/g, '[^/]+')} `);
    expect(
      [...called].filter((call) => pattern.test(call)),
      path,
    ).not.toEqual([]);
  }
});
