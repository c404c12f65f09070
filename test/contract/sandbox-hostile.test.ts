/** The sandbox responds to hostile requests as the spec declares, or refuses them. */
import { vendors } from '@plumbline/repository/repository';
import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { createValidator } from '@plumbline/spec-tools/validate/validate-exchange';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fetch, recordingFetch } from './recording.ts';
import { baseBody, baseParameters } from './requests/base-input.ts';
import { startSandbox } from './start-sandbox.ts';

const text = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'email:',
    'id:x',
    '%00',
    '+',
    '*',
    '0',
    '-1',
    '1e999',
    'null',
    '[]',
    '{',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const scalar = fc.oneof(text, fc.double(), fc.integer(), fc.constant(null), fc.boolean());
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(text, scalar, { maxKeys: 3, noNullPrototype: true }),
);
const mediaTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data',
  '*/*',
];

/** A body that is hostile as a whole, or in one property. */
function bodyOf(base: unknown): Arbitrary<unknown> {
  const names = Object.keys(Object(base));
  if (names.length === 0) return value;
  const change = fc.tuple(fc.constantFrom(...names), text, value);
  return fc.oneof(
    value,
    change.map(([name, , part]) => ({ ...Object(base), [name]: part })),
    change.map(([name, key, part]) => ({ ...Object(base), [name]: { ...Object(Object(base)[name]), [key]: part } })),
  );
}

function requestOf(operation: Operation, body: unknown): Arbitrary<{ path: string; init: RequestInit }> {
  const named = operation.parameters.flatMap(({ in: place, name }) => (place === 'query' ? name : []));
  const encode = (part: string) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
  const parameters = baseParameters(operation);
  return fc
    .record({
      id: fc.option(text),
      query: fc.dictionary(fc.oneof(text, fc.constantFrom('page', ...named)), text, { maxKeys: 3 }),
      content: /^(GET|HEAD)$/.test(operation.method)
        ? fc.constant(undefined)
        : fc.option(bodyOf(body), { nil: undefined }),
      type: fc.constantFrom(...mediaTypes),
    })
    .map(({ id, query, content, type }) => {
      const pairs = Object.entries(query).map(([name, part]) => `${encode(name)}=${encode(part)}`);
      const path = operation.path.replace(/\{(.+?)\}/g, (_, name: string) => encode(id || String(parameters[name])));
      return {
        path: pairs.length > 0 ? `${path}?${pairs.join('&')}` : path,
        init: {
          method: operation.method,
          headers: { 'Accept-Version': 'v2', 'Content-Type': type },
          ...(content !== undefined && { body: JSON.stringify(content) }),
        },
      };
    });
}

describe.each(vendors)('the sandbox of %s', (vendor) => {
  const document = readSpec(vendor);

  it.each(operationsOf(document))('$id responds to hostile requests as the spec declares', async (operation) => {
    const { url, fetch } = await startSandbox(document);
    const validator = createValidator(document, url);
    const exchanges: Exchange[] = [];
    const send = recordingFetch(exchanges, withCredentials(fetch as Fetch));
    const property = fc.asyncProperty(requestOf(operation, baseBody(document, operation)), async ({ path, init }) => {
      await send(url + path, init).catch((error: Error) => expect(error.name).toBe('SandboxError'));
    });
    await fc.assert(property, { numRuns: 60, seed: 20_240_229 });

    // Refusals that a spec need not declare.
    const undeclared = [400, 404, 415];
    const findings = exchanges.flatMap((exchange) =>
      validator
        .response(exchange)
        .filter(({ keyword }) => keyword !== 'status' || !undeclared.includes(exchange.response.status)),
    );
    expect(findings).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  function withCredentials(fetch: Fetch): Fetch {
    const { securitySchemes } = (document as unknown as { components: { securitySchemes: object } }).components;
    const schemes: readonly { readonly name?: string }[] = Object.values(securitySchemes);
    return (url, init) => {
      const headers = new Headers(init.headers);
      for (const { name = 'Authorization' } of schemes)
        headers.set(name, name === 'Authorization' ? 'Bearer x' : '56780');
      return fetch(url, { ...init, headers });
    };
  }
});
