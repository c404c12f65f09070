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

it('curl sends a form of lists and objects, files of a multipart body, and bytes', () => {
  const send = (mediaType: string, media: object) =>
    curl('POST /files', { requestBody: { content: { [mediaType]: media } }, security: [] });
  const properties = { file: { type: 'string', format: 'binary' }, meta: { type: 'object' }, tags: { type: 'array' } };
  expect(
    send('application/x-www-form-urlencoded', {
      schema: { type: 'object' },
      encoding: { items: { style: 'deepObject', explode: true } },
      examples: { one: { value: { items: [{ price: 'p' }], a: 1 } } },
    }),
  ).toContain(`--data-urlencode 'items[0][price]=p' \\\n  --data-urlencode 'a=1'`);
  expect(
    send('multipart/form-data', {
      schema: { type: 'object', properties },
      examples: { one: { value: { file: 'bytes', meta: { a: 1 }, tags: ['x', 'y'] } } },
    }),
  ).toContain(
    `--form 'file=@file' \\\n  --form 'meta={"a":1};type=application/json' \\\n  --form 'tags=x' \\\n  --form 'tags=y'`,
  );
  expect(
    send('application/pdf', { schema: { type: 'string', format: 'binary' }, examples: { one: { value: 'bytes' } } }),
  ).toContain('-H "Content-Type: application/pdf" \\\n  --data-binary @file');
});

it('curl sends credentials in each place, of the first alternative that needs some', () => {
  const securitySchemes = {
    login: { type: 'http', scheme: 'basic' },
    custom: { type: 'http', scheme: 'Token' },
    raw: { type: 'apiKey', in: 'header', name: 'Authorization' },
    key: { type: 'apiKey', in: 'query', name: 'api_key' },
    session: { type: 'apiKey', in: 'cookie', name: 'sid' },
    certificate: { type: 'mutualTLS' },
  };
  const curlWith = (...names: readonly string[]) => {
    const security = [{}, Object.fromEntries(names.map((name) => [name, []]))];
    const document = documentOf(
      { 'GET /it': { operationId: 'it/get', security } },
      { components: { securitySchemes } },
    );
    return operationsOf(document).map((found) => buildCurlCommand(document as DescribedDocument, found))[0];
  };
  const url = "curl 'https://api.vendor.test/it'";
  expect(curlWith('login')).toBe(`${url} \\\n  --user "$USERNAME:$PASSWORD"`);
  expect(curlWith('custom')).toBe(`${url} \\\n  -H "Authorization: Token $ACCESS_TOKEN"`);
  expect(curlWith('raw', 'certificate')).toBe(`${url} \\\n  -H "Authorization: $API_KEY"`);
  expect(curlWith('key', 'session')).toBe(`${url}"?api_key=$api_key" \\\n  -H "Cookie: sid=$sid"`);
});

it('curl sends lists, cookies and fixed queries as clients do', () => {
  const list = { type: 'array', items: { type: 'string' } };
  const required = (place: 'path' | 'query' | 'header' | 'cookie', name: string, example: unknown, rest: object = {}) =>
    parameter(place, name, list, { required: true, example, ...rest });
  const parameters = [
    required('path', 'ids', ['a', 'b'], { style: 'matrix' }),
    required('query', 'tags', ['c', 'd'], { style: 'deepObject' }),
    required('header', 'X-Ids', ['e', 'f']),
    required('cookie', 'seen', ['g'], { explode: false }),
  ];
  expect(curl('GET /users/{ids}?beta=true#one', { parameters, security: [] })).toBe(
    `curl --globoff 'https://api.vendor.test/users/;ids=a,b?beta=true&tags[]=c&tags[]=d' \\\n  -H "Cookie: seen=g" \\\n  -H "X-Ids: e,f"`,
  );
});

it('curl asks for the headers alone with HEAD', () => {
  expect(curl('HEAD /users', { security: [] })).toBe("curl --head 'https://api.vendor.test/users'");
});
