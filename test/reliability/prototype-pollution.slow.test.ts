/** A polluted `Object.prototype` changes neither a client, nor its requests, nor its results. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = join(import.meta.dirname, 'prototype-pollution.ts');

it.each([
  ['the URL of another host', 0],
  ['an object', 1],
  ['a function', 2],
  ['a list', 3],
  ['a number', 4],
  ['true', 5],
])('a client is the same with each name as %s in Object.prototype', async (_, index) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', program, String(index)]);
  const { names, testable, broken } = JSON.parse(stdout);
  const important =
    'server security idempotencyKey headers accept timeout deadline retry input baseUrl policies dispatcher';
  expect(names).toEqual(expect.arrayContaining(important.split(' ')));
  expect(names.length).toBeGreaterThan(300);
  // A name that breaks the platform itself cannot be tested.
  expect(testable.length).toBeGreaterThan(names.length - 20);
  expect(broken).toEqual([]);
});
