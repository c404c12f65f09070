import { operationsOf } from '@plumbline/spec-tools/document/document';
import { documentOf } from '@plumbline/spec-tools/document/small-document';
import { expect, it } from 'vitest';
import { describeAlternatives, describeScheme } from './alternatives.ts';
import type { DescribedDocument, SecurityScheme } from './spec-node.ts';

function describe(security: object[], root: object = {}): string | undefined {
  const document = { ...documentOf({ 'GET /it': { security } }), ...root } as DescribedDocument;
  const [operation] = operationsOf(document);
  if (!operation) throw new Error('The document has no operation.');
  return describeAlternatives(document, operation);
}

it('describeAlternatives lists the alternatives of an operation, in their order', () => {
  expect(describe([{ token: [] }, { keyId: [], keySecret: [] }, {}])).toBe(
    '`token`, or `keyId` with `keySecret`, or none',
  );
});

it('describeAlternatives says nothing where there is nothing to choose', () => {
  expect(describe([{ token: [] }])).toBeUndefined();
  expect(describe([{ token: [] }, {}], { 'x-clients': { Acme: ['token'] } })).toBeUndefined();
});

it.each([
  [{ type: 'apiKey', in: 'header', name: 'X-Key' }, 'a key in the header `X-Key`.'],
  [{ type: 'apiKey', in: 'query', name: 'key' }, 'a key in the query parameter `key`.'],
  [{ type: 'apiKey', in: 'cookie', name: 'sid' }, 'a key in the cookie `sid`.'],
  [{ type: 'http', scheme: 'basic' }, 'a user name and a password, by HTTP Basic.'],
  [{ type: 'http', scheme: 'bearer' }, 'a token, as `Authorization: Bearer`.'],
  [{ type: 'http', scheme: 'Token' }, 'a token, as `Authorization: Token`.'],
  [{ type: 'oauth2' }, 'a token, as `Authorization: Bearer`.'],
  [{ type: 'mutualTLS' }, 'a certificate of the connection, which the client does not send.'],
] as [SecurityScheme, string][])('describeScheme describes how %o is sent', (scheme, text) => {
  expect(describeScheme(scheme)).toBe(text);
});
