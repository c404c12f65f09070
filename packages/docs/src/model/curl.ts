import type { Operation, Parameter } from '@plumbline/spec-tools/document/document';
import { fixedValueOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { DescribedDocument } from './spec-node.ts';

/** The request of an operation as a command for a shell, with the values that the spec gives as examples. */
export function curlOf(document: DescribedDocument, operation: Operation): string {
  const { method, parameters, body } = operation;
  const [type, media] = Object.entries(body?.content ?? {})[0] ?? [];
  const example = Object.values(media?.examples ?? {})[0]?.value;
  const given = (place: string) => parameters.filter(({ in: where }) => where === place);
  const query = given('query').filter(({ name, required }) => required || isPaging(operation, name));
  const search = query.map(({ name, example: value }) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  const headers = [
    ...credentialsOf(document, operation),
    ...given('header').flatMap(headerOf),
    ...(type === 'application/json' ? [`Content-Type: ${type}`] : []),
  ];
  const data = example === undefined ? [] : type === 'application/json' ? [jsonOf(example)] : formOf(Object(example));
  const url = urlOf(document, operation) + (search && `?${search}`);
  const verb = method === 'GET' || (method === 'POST' && data.length > 0) ? '' : `-X ${method} `;
  return [`curl ${verb}${quote(url)}`, ...headers.map((header) => `-H "${header}"`), ...data].join(' \\\n  ');
}

function urlOf(document: DescribedDocument, { path, parameters, server }: Operation): string {
  const [first] = document.servers;
  const base = (server ?? first?.url ?? '').replace(
    /\{([^}]+)\}/g,
    (_, name) => first?.variables?.[name]?.default ?? '',
  );
  const filled = path.replace(/\{([^}]+)\}/g, (whole, name) => {
    const example = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example;
    return example === undefined ? whole : encodeURIComponent(String(example));
  });
  return base + filled;
}

/** Headers that are required, and the key of a write. */
function headerOf(parameter: Parameter): string[] {
  const { name, required, example } = parameter;
  const isKey = /^idempotency-key$/i.test(name);
  const value = fixedValueOf(parameter) ?? (isKey ? '$(uuidgen)' : required && example);
  return value === undefined || value === false ? [] : [`${name}: ${value}`];
}

function isPaging({ object }: Operation, name: string): boolean {
  const { page, offset, limit } = object['x-pagination'] ?? {};
  return [page, offset, limit].includes(name);
}

function credentialsOf({ components }: DescribedDocument, { object: { security = [] } }: Operation): string[] {
  return Object.keys(security[0] ?? {}).map((scheme) => {
    const { type, name = '' } = components.securitySchemes[scheme] ?? {};
    if (type !== 'apiKey') return 'Authorization: Bearer $ACCESS_TOKEN';
    return `${name}: $${name.replace(/^X-/, '').replaceAll('-', '_')}`;
  });
}

function jsonOf(example: unknown): string {
  return `-d ${quote(JSON.stringify(example, null, 2).replaceAll('\n', '\n  '))}`;
}

function formOf(example: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(example).map(([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
