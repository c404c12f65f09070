import type { Method, Result } from '@plumbline/repository/clients';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { callOperations, type Line } from '@plumbline/spec-tools/mock/call-operations';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import { expect, it } from 'vitest';

const document = readSpec('mx-audience');

/** Calls the operations of a vendor with the same result, and collects the lines and failures. */
async function call(result: () => Promise<Result>) {
  const reported: { lines: Line[]; failures: string[]; closed: string[] } = { lines: [], failures: [], closed: [] };
  const method = (() => ({ result })) as unknown as Method;
  const lines = await callOperations({
    documents: new Map([['mx-audience', document]]),
    startMock: async (vendor) => ({ url: 'http://127.0.0.1:1', close: async () => void reported.closed.push(vendor) }),
    methodsOf: () => () => method,
    onLine: (line) => reported.lines.push(line),
    onFailure: (reason) => reported.failures.push(reason),
  });
  return { ...reported, returned: lines };
}

const respond = (status: number) => async () => ({ ok: status === 200, status, response: new Response() });

it('callOperations reports vendor, operation, status, success and ms of each operation', async () => {
  const { lines, returned, failures, closed } = await call(respond(200));
  expect(lines).toEqual([
    { vendor: 'mx-audience', operation: 'auth/createToken', status: 200, ok: true, ms: expect.any(Number) },
    { vendor: 'mx-audience', operation: 'audiences/listMembers', status: 200, ok: true, ms: expect.any(Number) },
  ]);
  expect(returned).toEqual(lines);
  expect(returned.every(({ ok }) => ok)).toBe(true);
  expect(failures).toEqual([]);
  expect(closed).toEqual(['mx-audience']);
});

it.each([199, 302, 404, 500])('callOperations reports the status %i as no success', async (status) => {
  const { returned, failures } = await call(respond(status));
  expect(returned.map((line) => line.status)).toEqual([status, status]);
  expect(returned.some(({ ok }) => ok)).toBe(false);
  expect(failures).toEqual([]);
});

it('callOperations reports status 0 and the reason without its stack for a call without a response', async () => {
  const { returned, failures, closed } = await call(() => Promise.reject(new Error('connect ECONNREFUSED')));
  expect(returned.map(({ status }) => status)).toEqual([0, 0]);
  expect(returned.some(({ ok }) => ok)).toBe(false);
  expect(failures).toEqual([
    'mx-audience auth/createToken: connect ECONNREFUSED',
    'mx-audience audiences/listMembers: connect ECONNREFUSED',
  ]);
  expect(closed).toEqual(['mx-audience']);
});

it('callOperations reports an operation without a method and calls the others', async () => {
  const reported: string[] = [];
  const lines = await callOperations({
    documents: new Map([['mx-audience', document]]),
    startMock,
    methodsOf: () => (operationId) => {
      if (operationId === 'auth/createToken') throw new Error('There is no method.');
      return (() => ({ result: respond(200) })) as unknown as Method;
    },
    onLine: () => {},
    onFailure: (reason) => reported.push(reason),
  });
  expect(lines.map(({ status }) => status)).toEqual([0, 200]);
  expect(reported).toEqual(['mx-audience auth/createToken: There is no method.']);
});
