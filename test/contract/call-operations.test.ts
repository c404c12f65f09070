import type { Method, Result } from '@plumbline/repository/clients';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { callOperations, isAnswered, type Line } from '@plumbline/spec-tools/mock/call-operations';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import { expect, it } from 'vitest';

const document = readSpec('mx-audience');

/** Calls the operations of a vendor, each of which ends in the same way, and keeps all that is heard. */
async function call(result: () => Promise<Result>) {
  const heard: { lines: Line[]; failures: string[]; closed: string[] } = { lines: [], failures: [], closed: [] };
  const method = (() => ({ result })) as unknown as Method;
  const lines = await callOperations({
    documents: new Map([['mx-audience', document]]),
    startMock: async (vendor) => ({ url: 'http://127.0.0.1:1', close: async () => void heard.closed.push(vendor) }),
    methodsOf: () => () => method,
    onLine: (line) => heard.lines.push(line),
    onFailure: (reason) => heard.failures.push(reason),
  });
  return { ...heard, returned: lines };
}

const answer = (status: number) => async () => ({ ok: status < 300, status, response: new Response() });

it('gives a line of vendor, operation, status and ms, and nothing else, for each operation', async () => {
  const { lines, returned, failures, closed } = await call(answer(200));
  expect(lines).toEqual([
    { vendor: 'mx-audience', operation: 'auth/createToken', status: 200, ms: expect.any(Number) },
    { vendor: 'mx-audience', operation: 'audiences/listMembers', status: 200, ms: expect.any(Number) },
  ]);
  expect(returned).toEqual(lines);
  expect(returned.every(isAnswered)).toBe(true);
  expect(failures).toEqual([]);
  expect(closed).toEqual(['mx-audience']);
});

it.each([199, 302, 404, 500])('does not take %i for an answer that the run can end well with', async (status) => {
  const { returned, failures } = await call(answer(status));
  expect(returned.map((line) => line.status)).toEqual([status, status]);
  expect(returned.some(isAnswered)).toBe(false);
  expect(failures).toEqual([]);
});

it('gives a line with status 0, and the reason without a stack, where a call has no answer', async () => {
  const { returned, failures, closed } = await call(() => Promise.reject(new Error('connect ECONNREFUSED')));
  expect(returned.map(({ status }) => status)).toEqual([0, 0]);
  expect(returned.some(isAnswered)).toBe(false);
  expect(failures).toEqual([
    'mx-audience auth/createToken: connect ECONNREFUSED',
    'mx-audience audiences/listMembers: connect ECONNREFUSED',
  ]);
  expect(closed).toEqual(['mx-audience']);
});

it('tells of an operation that the client has not, and calls the others', async () => {
  const heard: string[] = [];
  const lines = await callOperations({
    documents: new Map([['mx-audience', document]]),
    startMock,
    methodsOf: () => (operationId) => {
      if (operationId === 'auth/createToken') throw new Error('There is no method.');
      return (() => ({ result: answer(200) })) as unknown as Method;
    },
    onLine: () => {},
    onFailure: (reason) => heard.push(reason),
  });
  expect(lines.map(({ status }) => status)).toEqual([0, 200]);
  expect(heard).toEqual(['mx-audience auth/createToken: There is no method.']);
});
