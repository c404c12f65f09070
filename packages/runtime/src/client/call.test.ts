import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { expectNoUnhandledRejection, unhandledRejections } from '../../test/rejections.ts';
import { ApiError } from '../errors/api-error.ts';
import { CallError } from '../errors/call-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { Call, type Reply } from './call.ts';
import type { Result, UntypedResult } from './result.ts';

interface Thing {
  id: string;
}
type ThingResult = Result<{ 200: Thing; 404: { errors: string[] } }>;

expectNoUnhandledRejection();

const line = { method: 'GET', path: '/things/{id}' };
const found: UntypedResult = { ok: true, status: 200, data: { id: '1' }, response: new Response() };
const missing: UntypedResult = {
  ok: false,
  status: 404,
  error: { errors: ['no'] },
  response: new Response(null, { status: 404 }),
};
const replyOf = (result: UntypedResult): Reply => ({
  result,
  call: { line, url: '', attempts: [{ status: 404, reason: 'final' }] },
});
const callOf = (result: UntypedResult) => new Call<Thing, ThingResult>(line, async () => replyOf(result));
const failing = (reason: unknown) => new Call<Thing, ThingResult>(line, () => Promise.reject<Reply>(reason));

it('a call resolves with the data of a success', async () => {
  expect(await callOf(found)).toEqual({ id: '1' });
});

it('a call throws an ApiError for any other status', async () => {
  await expect(callOf(missing)).rejects.toBeInstanceOf(ApiError);
  await expect(callOf(missing)).rejects.toMatchObject({
    status: 404,
    body: { errors: ['no'] },
    method: 'GET',
    path: '/things/{id}',
    attempts: [{ status: 404, reason: 'final' }],
    retryAt: undefined,
  });
});

it('a call adds the time of Retry-After to an ApiError', async () => {
  const retryAt = new Date(0);
  const call = new Call<Thing, ThingResult>(line, async () => ({ ...replyOf(missing), retryAt }));
  await expect(call).rejects.toMatchObject({ retryAt });
});

it('result() resolves with the result of any status, and leaves no rejection unhandled', async () => {
  expect(await callOf(found).result()).toBe(found);
  expect(await callOf(missing).result()).toBe(missing);
});

it.each<[string, () => Call<Thing, ThingResult>]>([
  ['with an error status', () => callOf(missing)],
  ['without a response', () => failing(new TimeoutError(line, 5))],
])('a call that ends %s and is never awaited is one unhandled rejection', async (_, call) => {
  expect(await unhandledRejections(call)).toEqual([expect.any(CallError)]);
});

it.each<[string, (call: Call<Thing, ThingResult>) => unknown]>([
  ['await', (call) => call.then(undefined, () => {})],
  ['catch()', (call) => call.catch(() => {})],
  ['result()', (call) => call.result()],
  ['stream()', (call) => call.stream()],
])('a failed call is handled by %s', async (_, read) => {
  expect(await unhandledRejections(() => read(callOf(missing)))).toEqual([]);
});

it('a call says what it is to console.log', () => {
  expect(inspect(callOf(found))).toBe('Call [GET /things/{id}: await it for the response body] {}');
});

it('a call starts once, even if it is read several times and in several ways', async () => {
  let starts = 0;
  const call = new Call<Thing, ThingResult>(line, async () => {
    starts++;
    return replyOf(missing);
  });
  expect(await call.result()).toBe(missing);
  const first = await call.catch((error) => error);
  const second = await call.then(
    () => 'no',
    (error) => error,
  );
  expect([first, second]).toEqual([expect.any(ApiError), expect.any(ApiError)]);
  expect(await call.result()).toBe(missing);
  expect(starts).toBe(1);
});

it('a call is a stream only if stream() is called on the same line', async () => {
  const asked: boolean[] = [];
  const make = () =>
    new Call<Thing, ThingResult>(line, async (isStreaming) => {
      await undefined;
      asked.push(isStreaming());
      return replyOf(found);
    });
  make().stream();
  const late = make();
  await late;
  late.stream();
  expect(asked).toEqual([true, false]);
});

it('a call and its result() throw if no response arrived', async () => {
  const reason = new Error('no response');
  const call = failing(reason);
  await expect(call.result()).rejects.toBe(reason);
  await expect(call).rejects.toBe(reason);
});

it('a call throws the same error for each reader', async () => {
  const reason = new TimeoutError(line, 5);
  const call = failing(reason);
  await expect(call.result()).rejects.toBe(reason);
  await expect(call).rejects.toBe(reason);
});

it('a call does not change the stack of a foreign error', async () => {
  const reason = new Error('own');
  const { stack } = reason;
  await expect(failing(reason)).rejects.toHaveProperty('stack', stack);
});

it.each([[null], [undefined], [0]])('a call throws the reason %s unchanged', async (reason) => {
  const call = failing(reason);
  const read = (promise: PromiseLike<unknown>) =>
    promise.then(
      () => 'fulfilled',
      (given) => ['rejected', given],
    );
  expect(await read(call)).toEqual(['rejected', reason]);
  expect(await read(call.result())).toEqual(['rejected', reason]);
});

it('a call works as a promise in Promise.all and similar functions', async () => {
  expect(await Promise.all([callOf(found), callOf(found)])).toEqual([{ id: '1' }, { id: '1' }]);
  expect(await Promise.race([callOf(found)])).toEqual({ id: '1' });
  expect((await Promise.allSettled([callOf(missing)]))[0]).toMatchObject({
    status: 'rejected',
    reason: { status: 404 },
  });
  expect(await Promise.resolve(callOf(found))).toEqual({ id: '1' });
  expect(Object.prototype.toString.call(callOf(found))).toBe(
    '[object GET /things/{id}: await it for the response body]',
  );
});

it('finally() runs its callback after the call has settled, and keeps the outcome', async () => {
  let ran = 0;
  const count = () => {
    ran++;
  };
  expect(await callOf(found).finally(count)).toEqual({ id: '1' });
  await expect(callOf(missing).finally(count)).rejects.toMatchObject({ status: 404 });
  expect(ran).toBe(2);
});

it('then() and catch() resolve with what their callbacks return', async () => {
  expect(await callOf(found).then(({ id }) => id)).toBe('1');
  expect(await callOf(missing).catch(() => 'none')).toBe('none');
  expect(await callOf(found).then(null, null)).toEqual({ id: '1' });
});
