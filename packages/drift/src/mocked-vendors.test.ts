import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { recordingFetch } from '@plumbline/runtime/testing';
import { isConverted } from '@plumbline/spec-tools/document/is-converted';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import { expect, it } from 'vitest';
import { optionVariable, readParametersOf, readsOf } from './environment.ts';
import { reportOf } from './mock-magnify.ts';
import { run } from './run.ts';

/** Credentials that a mock accepts, and parameters: those that no list has, or all. */
function environmentOf(vendor: string, needsAll: boolean) {
  const credentials = readVendor(vendor).clients.flatMap(({ mock }) => Object.entries(mock));
  const parameters = readParametersOf(vendor, readSpec(vendor)).filter(({ list }) => needsAll || !list);
  return Object.fromEntries([
    ...credentials.map(([option, value]) => [optionVariable(vendor, option), value]),
    ...parameters.map(({ variable, example }) => [variable, String(example)]),
  ]);
}

it.each(vendors.filter((vendor) => readsOf(readSpec(vendor)).length > 0))(
  'drift calls every read of a mock of %s and finds no difference',
  async (vendor) => {
    const recorded = recordingFetch(({ url, ...init }) => fetch(url, init));
    const mock = await startMock(vendor);
    try {
      const options = { vendor, baseUrl: mock.url, json: true };
      const runWith = (needsAll: boolean) => run(options, environmentOf(vendor, needsAll), recorded);
      let result = await runWith(false);
      // The first item of a made-up list may have an id that its reads refuse.
      if (isConverted(readSpec(vendor)) && reportOf(result).notes.length > 0) result = await runWith(true);
      const { code, problem } = result;
      expect(problem).toBe('');
      expect(reportOf(result)).toMatchObject({ differences: [], notes: [], breaking: 0 });
      expect(code).toBe(0);
    } finally {
      await mock.close();
    }
    const called = recorded.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
    for (const { path } of readsOf(readSpec(vendor))) {
      const pattern = patternOf(`GET ${path}`);
      expect(
        called.some((call) => pattern.test(call)),
        path,
      ).toBe(true);
    }
  },
);
