import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { Call, type Exchange } from './call.ts';
import { PlainRequest } from './plain-request.ts';
import type { AnyResult } from './result.ts';

interface Get {
  responses: {
    200: { content: { 'application/json': { id: string } } };
    404: { content: { 'application/json': { errors: string[] } } };
  };
}

const unhandled: unknown[] = [];
const record = (reason: unknown) => unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', record);
});
afterEach(async () => {
  // Node tells of them after the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', record);
  expect(unhandled).toEqual([]);
});

const request = new PlainRequest('https://example.com/things/1');
const response = new Response();
const found: AnyResult = { ok: true, status: 200, data: { id: '1' }, response };
const missing: AnyResult = {
  ok: false,
  status: 404,
  error: { errors: ['no'] },
  response: new Response(null, { status: 404 }),
};
const callOf = (result: AnyResult) => new Call<Get>(Promise.resolve({ result, ...(!result.ok && { request }) }));
const failing = (reason: unknown) => new Call<Get>(Promise.reject<Exchange>(reason));

it('is the data of a success', async () => {
  expect(await callOf(found)).toEqual({ id: '1' });
});

it('is an ApiError for any other status', async () => {
  await expect(callOf(missing)).rejects.toBeInstanceOf(ApiError);
  await expect(callOf(missing)).rejects.toMatchObject({ status: 404, body: { errors: ['no'] }, path: '/things/1' });
});

it('gives its result whatever the status, and leaves nothing unhandled', async () => {
  expect(await callOf(found).result()).toBe(found);
  expect(await callOf(missing).result()).toBe(missing);
});

it('can be read in every way, several times', async () => {
  const call = callOf(missing);
  expect(await call.result()).toBe(missing);
  const first = await call.catch((error) => error);
  const second = await call.then(
    () => 'no',
    (error) => error,
  );
  expect([first, second]).toEqual([expect.any(ApiError), expect.any(ApiError)]);
  expect(await call.result()).toBe(missing);
});

it('rejects, result() too, where no answer arrived', async () => {
  const reason = new Error('no answer');
  const call = failing(reason);
  await expect(call.result()).rejects.toBe(reason);
  await expect(call).rejects.toBe(reason);
});

it.each([[null], [undefined], [0]])('rejects with a reason of %s as it is', async (reason) => {
  const call = failing(reason);
  expect(
    await call.then(
      () => 'fulfilled',
      (given) => ['rejected', given],
    ),
  ).toEqual(['rejected', reason]);
  expect(
    await call.result().then(
      () => 'fulfilled',
      (given) => ['rejected', given],
    ),
  ).toEqual(['rejected', reason]);
});

it('is a promise to whoever takes one', async () => {
  expect(await Promise.all([callOf(found), callOf(found)])).toEqual([{ id: '1' }, { id: '1' }]);
  expect(await Promise.race([callOf(found)])).toEqual({ id: '1' });
  expect((await Promise.allSettled([callOf(missing)]))[0]).toMatchObject({
    status: 'rejected',
    reason: { status: 404 },
  });
  expect(await Promise.resolve(callOf(found))).toEqual({ id: '1' });
  expect(Object.prototype.toString.call(callOf(found))).toBe('[object Call]');
});

it('runs finally once it is settled, and stays as it was', async () => {
  let ran = 0;
  const count = () => {
    ran++;
  };
  expect(await callOf(found).finally(count)).toEqual({ id: '1' });
  await expect(callOf(missing).finally(count)).rejects.toMatchObject({ status: 404 });
  expect(ran).toBe(2);
});

it('is data of its own where a handler makes it so', async () => {
  expect(await callOf(found).then(({ id }) => id)).toBe('1');
  expect(await callOf(missing).catch(() => 'none')).toBe('none');
  expect(await callOf(found).then(null, null)).toEqual({ id: '1' });
});
