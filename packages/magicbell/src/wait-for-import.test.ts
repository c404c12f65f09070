import { ManualClock, recordingFetch } from '@plumbline/runtime/testing';
import { expect, it } from 'vitest';
import { createMagicBell } from './index.ts';

const importOf = (status: string) => Response.json({ import: { id: 'i1', status } });

/** Waits for an import whose status is one of a list with each request. */
function wait(...statuses: string[]) {
  const clock = new ManualClock();
  const fetch = recordingFetch(statuses.map(importOf));
  const magicbell = createMagicBell({ apiKey: 'k3y', apiSecret: 's3cret', clock, fetch });
  return { clock, requests: fetch.requests, result: magicbell.imports.wait('i1') };
}

it('imports.wait asks for the import every 2 seconds, until it is processed', async () => {
  const { clock, requests, result } = wait('enqueued', 'processing', 'processed');
  for (const milliseconds of [0, 2000, 2000]) await clock.advance(milliseconds);
  expect(await result).toEqual({ import: { id: 'i1', status: 'processed' } });
  expect(requests.map(({ url }) => url)).toEqual(Array(3).fill('https://api.magicbell.com/imports/i1'));
  expect(clock.pending).toBe(0);
});

it('imports.wait ends with a status that the spec does not have, because it may be a last one', async () => {
  expect(await wait('failed').result).toEqual({ import: { id: 'i1', status: 'failed' } });
});

it.each([
  ['no import', {}],
  ['null', { import: null }],
  ['no status', { import: { id: 'i1' } }],
  ['a list', []],
])('imports.wait does not take a response with %s for the end of the import', async (_, body) => {
  const fetch = recordingFetch(Response.json(body));
  const { imports } = createMagicBell({ apiKey: 'k3y', apiSecret: 's3cret', fetch });
  await expect(imports.wait('i1')).rejects.toThrow('imports.wait: the response has no status.');
  expect(fetch.requests).toHaveLength(1);
});

it('imports.wait throws the error of a request, with the message of MagicBell', async () => {
  const fetch = recordingFetch(Response.json({ errors: [{ message: 'No such import.' }] }, { status: 404 }));
  const { imports } = createMagicBell({ apiKey: 'k3y', apiSecret: 's3cret', fetch });
  await expect(imports.wait('i1')).rejects.toThrow('GET /imports/{import_id}: 404 No such import.');
});

it('imports.wait refuses an id that is not text, and keeps the operations of imports', async () => {
  const { imports } = createMagicBell({ apiKey: 'k3y', apiSecret: 's3cret' });
  await expect(imports.wait({ import_id: 'i1' } as never)).rejects.toThrow(
    'imports.wait: pass the id of the import as text.',
  );
  expect(Object.keys(imports)).toEqual(['create', 'get', 'wait']);
});
