import { operationsOf } from '@plumbline/spec-tools/document/document';
import { bodyOf, documentOf, parameter } from '@plumbline/spec-tools/document/small-document';
import { expect, it } from 'vitest';
import { buildCurlCommand } from './curl.ts';
import type { DescribedDocument } from './spec-node.ts';

function curl(request: string, operation: object) {
  const components = { securitySchemes: { apiKey: { type: 'apiKey', name: 'X-API-KEY' } } };
  const document = documentOf({ [request]: { operationId: 'it/do', ...operation } }, { components });
  return operationsOf(document).map((found) => buildCurlCommand(document as DescribedDocument, found))[0];
}

it('curl sends the examples of required parameters, and credentials from the environment', () => {
  const parameters = [
    parameter('path', 'id', {}, { required: true, example: 'a/b' }),
    parameter('query', 'at', {}, { required: true, example: '2023-01-01' }),
    parameter('query', 'sort', {}, { example: 'name' }),
  ];
  expect(curl('GET /users/{id}', { parameters })).toBe(
    `curl 'https://api.vendor.test/users/a%2Fb?at=2023-01-01' \\\n  -H "X-API-KEY: $API_KEY"`,
  );
});

it('curl sends a JSON body with its single quotes escaped', () => {
  const requestBody = bodyOf({ type: 'object' });
  Object.values((requestBody as { content: Record<string, object> }).content).forEach((media) => {
    Object.assign(media, { examples: { one: { value: { name: "Mary's" } } } });
  });
  expect(curl('POST /users', { requestBody, security: [] })).toBe(
    `curl 'https://api.vendor.test/users' \\\n  -H "Content-Type: application/json" \\\n  -d '{\n    "name": "Mary'\\''s"\n  }'`,
  );
});

it('curl sends required headers and an idempotency key, and no optional header', () => {
  const parameters = [
    parameter('header', 'X-Version', { const: 2 }, { required: true }),
    parameter('header', 'Idempotency-Key', {}, { example: 'a-key' }),
    parameter('header', 'X-Tenant', {}, { required: true, example: 'acme' }),
    parameter('header', 'X-Trace', {}, { example: 'trace' }),
  ];
  expect(curl('POST /users', { parameters, security: [] })).toBe(
    `curl -X POST 'https://api.vendor.test/users' \\\n  -H "X-Version: 2" \\\n  -H "Idempotency-Key: $(uuidgen)" \\\n  -H "X-Tenant: acme"`,
  );
});
