/** The stack of an error names the caller's function, so that a log shows which call failed. */

import { describe, expect, it } from 'vitest';
import { fixedClient, fixedHeader } from '../../test/credentials.ts';
import { failure } from '../../test/rejections.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { networkError, stalled, truncated } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { listByCount } from './counted-pages.ts';
import { createClient } from './create-client.ts';
import type { PagedCall } from './paged-call.ts';

interface Thing {
  data: number[];
}
interface Operations {
  readonly things: {
    get(parameters: object, options?: CallOptions): Call<Thing>;
    list(parameters?: object, options?: CallOptions): PagedCall<Thing, number>;
  };
}
const tokenUrl = 'https://auth.example.com/token';

function clientOf(script: ScriptedResponse | readonly ScriptedResponse[], auth = fixedHeader({})) {
  const clock = new ManualClock();
  const { things } = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        things: {
          get: { method: 'GET', path: '/things/{id}' },
          list: {
            method: 'GET',
            path: '/things',
            pagination: { parameter: 'page', style: 'page', sizeParameter: 'limit', items: ['data'] },
          },
        },
      },
      features: { lists: { page: listByCount } },
      querySerialization: {},
      auth,
    },
    { clock, retry: false, timeout: 1000, fetch: recordingFetch(script) },
  );
  return { things, clock };
}
type Things = Operations['things'];

async function loadThing(things: Things, options?: CallOptions): Promise<unknown> {
  return await things.get({ id: '1' }, options);
}
async function loadResult(things: Things) {
  return await things.get({ id: '1' }).result();
}
async function loadCaught(things: Things): Promise<unknown> {
  return await things.get({ id: '1' }).catch((error) => {
    throw error;
  });
}
async function loadItems(things: Things): Promise<unknown> {
  for await (const _ of things.list());
  return undefined;
}
async function loadArray(things: Things): Promise<unknown> {
  return await things.list().toArray({ limit: 100 });
}
async function loadStream(things: Things): Promise<unknown> {
  for await (const _ of things.get({ id: '1' }).stream());
  return undefined;
}

/** The functions of this file that are in the stack of the error. */
async function namesIn(loading: Promise<unknown>) {
  const error: Error = await failure(loading);
  const here = error.stack?.split('\n').filter((line) => line.includes('error-stack.test')) ?? [];
  return [error.name, ...here.map((line) => /at (?:async )?(load\w+)/.exec(line)?.[1]).filter(Boolean)];
}

const errors: [string, ScriptedResponse][] = [
  ['ApiError', new Response(null, { status: 404 })],
  ['ConnectionError', networkError('ECONNREFUSED')],
  ['ConnectionError', truncated(['{'])],
  ['TimeoutError', stalled()],
  ['TimeoutError', stalled(['{'])],
];

describe.each(errors)('the stack of %s', (name, script) => {
  it.each([loadThing, loadCaught, loadItems, loadArray, loadStream])(
    `the stack of ${name} has the line of its caller: %o`,
    async (load) => {
      const { things, clock } = clientOf(script);
      expect(await namesIn(clock.run(load(things)))).toEqual([name, load.name]);
    },
  );

  it(`the stack of ${name} begins with the name and the message`, async () => {
    const { things, clock } = clientOf(script);
    const error: Error = await failure(clock.run(loadThing(things)));
    expect(error.stack?.split('\n')[0]).toBe(`${error.name}: ${error.message}`);
  });
});

it('the stack of an error that result() throws has the line of its caller', async () => {
  for (const script of [networkError('ECONNREFUSED'), stalled()]) {
    const { things, clock } = clientOf(script);
    expect(await namesIn(clock.run(loadResult(things)))).toContain('loadResult');
  }
});

it('the stack of a TokenError has the line of its caller', async () => {
  const auth = fixedClient({ tokenUrl, parameters: {} });
  const { things, clock } = clientOf(new Response(null, { status: 400 }), auth);
  expect(await namesIn(clock.run(loadThing(things)))).toEqual(['TokenError', 'loadThing']);
});

it('the stack of an error for an invalid option has the line of its caller', async () => {
  const { things } = clientOf(Response.json({}));
  expect(await namesIn(loadThing(things, { timout: 5 } as CallOptions))).toEqual(['PlumblineError', 'loadThing']);
});

it('the stack of an error of a later page has the line of its caller', async () => {
  const { things, clock } = clientOf([Response.json({ data: [1] }), stalled()]);
  expect(await namesIn(clock.run(loadItems(things)))).toEqual(['TimeoutError', 'loadItems']);
});
