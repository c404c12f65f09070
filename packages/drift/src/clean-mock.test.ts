import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { recordingFetch } from '@plumbline/runtime/testing';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import { expect, it } from 'vitest';
import { optionVariable } from './access.ts';
import { readParametersOf } from './input-source.ts';
import { reportOf, runWith } from './scripted-vendor.ts';

/** What a mock is content with, and what no list gives. */
function environmentOf(vendor: string) {
  const credentials = readVendor(vendor).clients.flatMap(({ mock }) => Object.entries(mock));
  const parameters = readParametersOf(vendor, readSpec(vendor)).filter(({ isListed }) => !isListed);
  return Object.fromEntries([
    ...credentials.map(([option, value]) => [optionVariable(vendor, option), value]),
    ...parameters.map(({ variable, example }) => [variable, String(example)]),
  ]);
}

const hasReads = (vendor: string) => operationsOf(readSpec(vendor)).some(({ method }) => method === 'GET');

it.each(vendors.filter(hasReads))(
  'calls every read of %s on a mock of its spec, and finds no difference',
  async (vendor) => {
    const recorded = recordingFetch(({ url, ...init }) => fetch(url, init));
    const mock = await startMock(vendor);
    try {
      const { code, printed, warned } = await runWith([vendor, '--base-url', mock.url, '--json'], {
        environment: environmentOf(vendor),
        fetch: recorded,
      });
      expect(warned).toBe('');
      expect(reportOf({ printed })).toMatchObject({ differences: [], notJudged: [], bump: 'none' });
      expect(code).toBe(0);
    } finally {
      await mock.close();
    }
    const called = recorded.requests.map(
      ({ method, url, headers }) => `${method} ${new URL(url).pathname} ${headers.accept}`,
    );
    const reads = operationsOf(readSpec(vendor)).filter(({ method }) => method === 'GET');
    for (const { path } of reads) {
      const pattern = new RegExp(`^GET ${path.replace(/\{[^}]+\}/g, '[^/]+')} `);
      expect(
        called.filter((call) => pattern.test(call)),
        path,
      ).not.toEqual([]);
    }
  },
);
